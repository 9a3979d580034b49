import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../src/articles/markdown.js';

function told(markdown: string): string[] {
  const { text, blocks } = readMarkdown(markdown);
  return blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

describe('details in Markdown', () => {
  it.each([
    [
      'around Markdown',
      '<details>\n<summary>Is it free?</summary>\n\nYes, all year.\n\n</details>',
    ],
    [
      'in HTML alone',
      '<DETAILS><SUMMARY class="q"><b>Is it free?</b></SUMMARY>Yes, all year.</DETAILS>',
    ],
  ])('stand under their summary, %s', (_how, details) => {
    expect(told(`# Help\n\n${details}\n`)).toEqual([
      'question: Is it free?',
      'paragraph: Yes, all year.',
    ]);
  });

  it('may be without an end', () => {
    expect(told('# Help\n\n<details><summary>Is it free?')).toEqual(['paragraph: Is it free?']);
  });
});

describe('a callout in Markdown', () => {
  it.each([
    ['> [!NOTE]\n> The gate is shut.', ['quote: Note: The gate is shut.']],
    ['> [!WARNING] The gate is shut.', ['quote: Warning: The gate is shut.']],
    ['> [!caution]\n>\n> The gate is shut.', ['quote: Caution: The gate is shut.']],
    ['> [!TIP]\n> - Take a rope.', ['quote: Tip:', 'item: Take a rope.']],
    [
      '!!! warning "Mind the dog"\n    It bites.\n',
      ['quote: Warning: Mind the dog', 'quote: It bites.'],
    ],
    [
      '!!! note\n    It bites.\n\nIt is small.',
      ['quote: Note: It bites.', 'paragraph: It is small.'],
    ],
    [
      ':::tip\nTake a rope.\n:::\nIt is long.',
      ['quote: Tip: Take a rope.', 'paragraph: It is long.'],
    ],
    [':::details More\nIt is long.\n:::', ['quote: More', 'quote: It is long.']],
    ['```\n:::tip\n```', ['code: :::tip']],
    ['> [!FAQ]- Is the gate shut?', ['quote: Is the gate shut?']],
  ])('says what it is: %s', (callout, blocks) => {
    expect(told(`# Help\n\n${callout}`)).toEqual(blocks);
  });
});

describe('lines in Markdown that pipes part', () => {
  it.each([
    ['alike', 'Espresso | 2.20\nTea | 3.80', ['row: Espresso | 2.20', 'row: Tea | 3.80']],
    [
      'below a line about them',
      'What we sell:\nEspresso | 2.20  \n**Tea** | 3.80',
      ['paragraph: What we sell:', 'row: Espresso | 2.20', 'row: Tea | 3.80'],
    ],
    [
      'at their ends too',
      '| Dish | Price |\n| Soup | 4.20 |\n| Bread | 1.10 |',
      ['row: Dish | Price', 'row: Soup | 4.20', 'row: Bread | 1.10'],
    ],
  ])('are a table if they are parted %s', (_how, lines, blocks) => {
    expect(told(`# Menu\n\n${lines}`)).toEqual(blocks);
  });

  it.each([
    ['in one line alone', 'Home | About | Contact'],
    ['each in its own way', 'Soup | 4.20\nBread | 1.10 | sold out'],
    ['in code', 'Run `a | b` here.\nThen `c | d` there.'],
  ])('are none if they are parted %s', (_how, lines) => {
    expect(told(`# Menu\n\n${lines}`).some((block) => block.startsWith('row'))).toBe(false);
  });
});

describe('lines in Markdown that each begin with a label in bold', () => {
  it.each([
    '**When:** on Friday\n**Where:** in the barn\n**Fee**: none',
    '**When:** on Friday  \n**Where:** in the barn  \n**Fee:** none',
  ])('are items of a list', (lines) => {
    expect(told(`# Fair\n\n${lines}`)).toEqual([
      'item: When: on Friday',
      'item: Where: in the barn',
      'item: Fee: none',
    ]);
  });

  it('are prose if other words are in bold', () => {
    const prose = '**When:** on **Friday**\n**Where:** in the barn\nCome early.';
    expect(told(`# Fair\n\n${prose}`).some((block) => block.startsWith('item'))).toBe(false);
  });
});

describe('a definition list in Markdown', () => {
  it('is terms with what they mean, in bold, code or neither', () => {
    const list =
      '`port`\n: Where it *listens*. Default: 80.\n\n**Zerg**\n: Many\nof them.\n: Or all.';
    expect(told(`# Words\n\n${list}\n\nBoth are\nused: often.`)).toEqual([
      'item: port: Where it listens. Default: 80.',
      'item: Zerg: Many of them. Or all.',
      'paragraph: Both are used: often.',
    ]);
  });
});

describe('numbered headings in Markdown', () => {
  it('are the items of a list if nothing stands below them', () => {
    expect(told('# Lake\n\n## Rule 1: No fires\n## Rule 2: No dogs\n## Rule 3: No cars')).toEqual([
      'item: No fires',
      'item: No dogs',
      'item: No cars',
    ]);
  });

  it('stay headings of what stands below them', () => {
    const rules = ['## 1. No fires', 'Nor candles.', '## 2. No dogs', 'Nor cats.', '## 3. No cars'];
    expect(told(`# Lake\n\n${[...rules, 'Nor bikes.'].join('\n\n')}`)).toEqual([
      'heading: 1. No fires',
      'paragraph: Nor candles.',
      'heading: 2. No dogs',
      'paragraph: Nor cats.',
      'heading: 3. No cars',
      'paragraph: Nor bikes.',
    ]);
  });

  it('stay headings if they do not count', () => {
    expect(told('# Lake\n\n## 2024. A dry year\n## 2025. A wet year\n## 2026. Ice')).toEqual([
      'heading: 2024. A dry year',
      'heading: 2025. A wet year',
      'heading: 2026. Ice',
    ]);
  });
});

describe('paragraphs that count themselves', () => {
  it('are the items of a list where each line begins with a number in bold', () => {
    const rules = '**1. Be kind.** Always.\n**2. No politics.**\n**3. Credit** the *sculptor*.';
    expect(told(`# Rules\n\nRead them.\n\n${rules}\n`)).toEqual([
      'paragraph: Read them.',
      'item: Be kind. Always.',
      'item: No politics.',
      'item: Credit the sculptor.',
    ]);
  });

  it('are clauses, two of which suffice in brackets', () => {
    expect(told('# Statutes\n\n(1) It is called Oar.\n\n(2) It has its seat here.\n')).toEqual([
      'item: It is called Oar.',
      'item: It has its seat here.',
    ]);
  });

  it('stay paragraphs where they do not count from one', () => {
    const apart = '# Notes\n\n(2) As said.\n\n(1) And so on.\n\n1984 was wet.\n';
    expect(told(apart)).toEqual([
      'paragraph: (2) As said.',
      'paragraph: (1) And so on.',
      'paragraph: 1984 was wet.',
    ]);
  });
});
