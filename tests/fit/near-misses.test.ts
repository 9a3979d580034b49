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
  ferry: 'The ferry of Tern sank in 1950; Ada Broome steered it.',
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

  it('are not made of a question in which nothing can be changed', () => {
    expect(misses(question('Who was it?', 'mill'))).toEqual([]);
  });
});
