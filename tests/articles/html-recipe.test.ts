import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/articles/html.js';

const read = (data: unknown, body = '<div id="app"></div>', language = 'en') =>
  readHtml(
    `<!doctype html><html lang="${language}"><head><title>Lentil soup</title><script type="application/ld+json">${JSON.stringify(data)}</script></head><body>${body}</body></html>`,
    { source: 'page.html' },
  ).text;

const INGREDIENTS = ['250 g red lentils', '1 large onion', '1.5 litres of stock'];
const STEPS = ['Chop the onion and fry it.', 'Add lentils and stock, and simmer.'];
const RECIPE = {
  '@context': 'https://schema.org',
  '@type': 'Recipe',
  name: 'Lentil soup',
  description: 'A thick soup for cold days.',
  recipeYield: ['4', '4 servings'],
  totalTime: 'PT1H10M',
  recipeIngredient: INGREDIENTS,
  recipeInstructions: STEPS.map((text) => ({ '@type': 'HowToStep', text })),
};
const LISTS =
  'Ingredients\n\n- 250 g red lentils\n- 1 large onion\n- 1.5 litres of stock\n\nInstructions\n\n1. Chop the onion and fry it.\n2. Add lentils and stock, and simmer.';
const STORY =
  '<p>My grandmother cooked this soup whenever it snowed, and we children sat around the stove and told stories of the harbour until it was ready.</p><p>It keeps for three days in the fridge, and tastes better on the second, as everybody knows who has ever cooked them.</p>';

describe('a recipe that a page gives as data alone is read', () => {
  it('with what it makes and takes', () => {
    expect(read(RECIPE)).toBe(
      `A thick soup for cold days.\n\nMakes: 4 servings\n\nTotal time: 1 hour 10 minutes\n\n${LISTS}`,
    );
  });

  it.each([
    ['in a graph', { '@graph': [{ '@type': 'WebPage', name: 'Soup' }, RECIPE] }],
    ['of two types', [{ ...RECIPE, '@type': ['NewsArticle', 'Recipe'] }]],
    ['with its steps in one text', { ...RECIPE, recipeInstructions: STEPS.join('\n') }],
    ['with steps as HTML', { ...RECIPE, recipeInstructions: `<p>${STEPS.join('</p><p>')}</p>` }],
    ['escaped twice', { ...RECIPE, recipeInstructions: STEPS.map((step) => `${step}&nbsp;`) }],
  ])('%s', (_form, data) => {
    expect(read(data)).toContain(LISTS);
  });

  it('in sections, with the names of steps', () => {
    const recipeInstructions = [
      { '@type': 'HowToSection', name: 'The base', itemListElement: [{ text: STEPS[0] }] },
      {
        '@type': 'HowToSection',
        name: 'The soup',
        itemListElement: [{ '@type': 'HowToStep', name: 'Simmer', text: STEPS[1] }],
      },
    ];
    expect(read({ ...RECIPE, recipeInstructions })).toContain(
      `The base\n\n1. ${STEPS[0]}\n\nThe soup\n\n1. Simmer: ${STEPS[1]}`,
    );
  });

  it('below the story that the page tells, instead of a notice, in its language', () => {
    expect(read(RECIPE, `<main><h1>Lentil soup</h1>${STORY}</main>`)).toMatch(
      /^My grandmother [\s\S]*ever cooked them\.\n\nA thick soup [\s\S]*\n\nIngredients\n\n- 250 g/,
    );
    expect(read(RECIPE, '<p>Loading…</p>')).not.toContain('Loading');
    expect(read(RECIPE, '<p>Lädt…</p>', 'de')).toContain('Gesamtzeit: 1 Stunde 10 Minuten');
  });

  it('and not again if the page shows it', () => {
    const shown = `<main><h1>Lentil soup</h1>${STORY}<h2>You need</h2><ul>${INGREDIENTS.map((item) => `<li>${item.replace(' g', 'g')}</li>`).join('')}</ul><h2>How to</h2><p>${STEPS.join(' ')}</p></main>`;
    const text = read(RECIPE, shown);
    expect(text).not.toContain('Ingredients');
    expect(text.split('red lentils')).toHaveLength(2);
    expect(text.split('simmer')).toHaveLength(2);
  });
});

describe('what else a page gives as data alone is read', () => {
  it.each([
    [
      'a guide',
      {
        '@type': 'HowTo',
        tool: [{ '@type': 'HowToTool', name: 'Radiator key' }],
        supply: 'An old towel',
        step: [
          {
            name: 'Switch off',
            itemListElement: [{ '@type': 'HowToDirection', text: 'Wait half an hour.' }],
          },
          { '@type': 'HowToStep', text: 'Turn the key to the left.' },
        ],
      },
      'What you need\n\n- An old towel\n\nTools\n\n- Radiator key\n\nInstructions\n\n1. Switch off: Wait half an hour.\n2. Turn the key to the left.',
    ],
    [
      'questions',
      {
        '@type': 'FAQPage',
        mainEntity: [
          { '@type': 'Question', name: 'Is there a fee?', acceptedAnswer: { text: 'Two crowns.' } },
        ],
      },
      'Is there a fee?\n\nTwo crowns.',
    ],
    [
      'a question of users',
      {
        '@type': 'QAPage',
        mainEntity: {
          '@type': 'Question',
          name: 'How do I empty the cache?',
          text: 'Pages look old.',
          acceptedAnswer: { '@type': 'Answer', text: 'Run <code>lantern purge</code>.' },
        },
      },
      'Pages look old.\n\nRun lantern purge.',
    ],
    [
      'an article',
      { '@type': 'NewsArticle', articleBody: 'The roof is tight.\n\nIt cost 83,000 crowns.' },
      'The roof is tight.\n\nIt cost 83,000 crowns.',
    ],
    [
      'an article in a page',
      { '@type': 'WebPage', mainEntity: { articleBody: ['The roof is tight.', 'It is new.'] } },
      'The roof is tight.\n\nIt is new.',
    ],
    [
      'an event',
      {
        '@type': 'MusicEvent',
        startDate: '2026-06-12T19:30',
        location: { '@type': 'Place', name: 'Tide Shed', address: { streetAddress: 'Quay 4' } },
      },
      'Begins: 2026-06-12 19:30\n\nWhere: Tide Shed, Quay 4',
    ],
    [
      'a thing for sale',
      {
        '@type': 'Product',
        description: 'A kettle.',
        offers: [{ price: 89, priceCurrency: 'EUR' }],
      },
      'A kettle.\n\nPrice: 89 EUR',
    ],
  ])('%s', (_what, data, text) => {
    expect(read(data)).toBe(text);
  });

  it('but beside a text its lists alone', () => {
    const event = { '@type': 'Event', name: 'Soup day', startDate: '2026-06-12' };
    expect(read(event, `<main><h1>Soup</h1>${STORY}</main>`)).not.toContain('Begins');
  });
});
