import { describe, expect, it } from 'vitest';
import type { AnswerText } from '../../src/answering/answer.js';
import { shownAnswer } from '../../src/answering/shown-answer.js';

function answerOf(passage: string, given: Partial<AnswerText>): AnswerText {
  return {
    text: passage,
    articleId: 'a',
    start: 100,
    end: 100 + passage.length,
    passageStart: 100,
    passageEnd: 100 + passage.length,
    passage,
    path: [],
    sentences: [],
    units: [],
    highlights: [],
    ...given,
  };
}

describe('an answer as it is shown', () => {
  it('is a row with the names of its columns, its asked-for cell marked', () => {
    const passage = 'Rank | Price\nGold | 10 €';
    const cells = [
      { start: 113, end: 117, column: 'Rank' },
      { start: 120, end: 124, column: 'Price' },
    ];
    const { text, bold, marked, heading } = shownAnswer(
      answerOf(passage, {
        path: ['Ranks', 'Prices'],
        units: [{ start: 113, end: 124, kind: 'row', cells }],
        highlights: [{ start: 120, end: 124 }],
      }),
    );
    expect(heading).toBe('Ranks › Prices');
    expect(text).toBe('Rank: Gold · Price: 10 €');
    expect(bold).toEqual([{ start: 0, end: text.length }]);
    expect(marked.map(({ start, end }) => text.slice(start, end))).toEqual(['10 €']);
  });

  it('is a list with its markers outside what is bold, nested items indented', () => {
    const { text, bold } = shownAnswer(
      answerOf('1. One\n  - in it', {
        sentences: [
          { start: 103, end: 106 },
          { start: 111, end: 116 },
        ],
      }),
    );
    expect(text).toBe('1. One\n\u2002\u2002- in it');
    expect(bold.map(({ start, end }) => text.slice(start, end))).toEqual(['One', 'in it']);
  });
});
