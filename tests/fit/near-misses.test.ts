import { describe, expect, it } from 'vitest';
import type { SetQuestion } from '../../src/evaluation/evaluation-set.js';
import { nearMissesOf } from '../../tools/fit/near-misses.js';

const question = (text: string, group: string): SetQuestion => ({
  id: text,
  question: text,
  group,
  gold: { articles: [group], answers: [{ text: 'x' }], shown: 'any' },
});

const TEXTS: Readonly<Record<string, string>> = {
  mill: 'Otto Brand bought the mill in 1902 for 300 crowns.',
  ferry: 'The ferry sank in 1950; Ada Broome steered it.',
};

const misses = (...questions: SetQuestion[]): string[] =>
  nearMissesOf(questions, ({ group }) => TEXTS[group] ?? '').map(({ question: text }) => text);

describe('near misses', () => {
  it('have a name of another group in place of their own', () => {
    expect(
      misses(question('When did Otto Brand go?', 'mill'), question('Did Ada Broome?', 'ferry')),
    ).toEqual(['When did Ada Broome go?', 'Did Otto Brand?']);
  });

  it('have a year that their article has not', () => {
    const [changed] = misses(question('Who was it in 1902?', 'mill'));
    expect(changed).toMatch(/^Who was it in 190[13]\?$/);
  });

  it('have a name that the article next door is about, too', () => {
    const asked = (text: string, article: string): SetQuestion => ({
      ...question(text, 'town'),
      gold: { articles: [article], answers: [{ text: 'x' }], shown: 'any' },
    });
    const changed = nearMissesOf(
      [asked('When did Otto Brand go?', 'mill'), asked('Did Ada Broome?', 'ferry')],
      ({ gold }) => TEXTS[gold?.articles[0] ?? ''] ?? '',
    );
    expect(changed.map(({ question: text }) => text)).toEqual([
      'When did Ada Broome go?',
      'Did Otto Brand?',
    ]);
  });

  it('have another name of their own article, neither asked about nor the answer', () => {
    const asked = { ...question('When did Otto Brand sell it?', 'mill') };
    const text = 'Otto Brand sold the mill to Ada Broome in Tern Bay.';
    const changed = nearMissesOf(
      [{ ...asked, gold: { articles: ['mill'], answers: [{ text: 'Tern Bay' }], shown: 'any' } }],
      () => text,
    );
    expect(changed.map(({ question: one }) => one)).toEqual(['When did Ada Broome sell it?']);
  });

  it('are not made of a question in which nothing can be changed', () => {
    expect(misses(question('Who was it?', 'mill'))).toEqual([]);
  });
});
