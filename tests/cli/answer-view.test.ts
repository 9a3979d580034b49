import { describe, expect, it } from 'vitest';
import type { AskResult } from '../../src/answering/answer.js';
import { styleFor, type Style } from '../../src/cli/style.js';
import { answerView } from '../../src/cli/views/answer.js';

const TEXT = 'It rained. The gull stole a chip on Monday. Nobody saw it.';
const OFFSET = 100;
const sentence = { start: OFFSET + 11, end: OFFSET + 43 };
const monday = { start: OFFSET + 36, end: OFFSET + 42 };

const ANSWERED: AskResult = {
  question: 'When did the gull steal a chip?',
  answered: true,
  kind: 'answer',
  confidence: 0.93,
  answer: {
    ...sentence,
    text: TEXT.slice(11, 43),
    articleId: 'a1',
    passageStart: OFFSET,
    passage: TEXT,
    path: [],
    units: [],
    passageEnd: OFFSET + TEXT.length,
    sentences: [sentence],
    highlights: [monday],
  },
  passages: [
    {
      articleId: 'a1',
      title: 'The gull',
      source: '/articles/gull.txt',
      text: TEXT,
      start: OFFSET,
      end: OFFSET + TEXT.length,
      score: 1,
    },
  ],
  lookedFor: ['gull', 'chip'],
  ms: 3,
};

const view = (result: AskResult, style: Style): string =>
  answerView(result, { style, columns: undefined });

const colour = styleFor(true, {});
const none = styleFor(false, {});

describe('the reply to a question', () => {
  it('marks the answering sentence in its passage, and the words that answer', () => {
    expect(view(ANSWERED, colour)).toContain(
      'It rained. \u001b[1mThe gull stole a chip on \u001b[4mMonday\u001b[24m.\u001b[22m Nobody',
    );
  });

  it('has no escape sequences without a terminal, or where no colours are wanted', () => {
    const expected =
      'Monday\n\nIt rained. **The gull stole a chip on Monday.** Nobody saw it.\n\nThe gull\n/articles/gull.txt (article a1)\nVery sure (93 %)';
    expect(view(ANSWERED, none)).toBe(expected);
    expect(view(ANSWERED, styleFor(true, { NO_COLOR: '1' }))).toBe(expected);
    expect(view(ANSWERED, styleFor(true, { TERM: 'dumb' }))).toBe(expected);
  });

  it('leads with the words that answer where they cannot be underlined', () => {
    expect(view(ANSWERED, none).split('\n')[0]).toBe('Monday');
    expect(view(ANSWERED, colour)).not.toMatch(/^Monday/u);
    const unmarked = ANSWERED.answer && { ...ANSWERED.answer, highlights: [] };
    expect(view({ ...ANSWERED, answer: unmarked }, none)).toMatch(/^It rained\./u);
  });

  it('says what was looked for where nothing answers, and what is nearest', () => {
    const refused = view({ ...ANSWERED, answered: false, kind: 'unanswered', answer: null }, none);
    expect(refused).toContain("The articles don't say.\nI looked for gull, chip.");
    expect(refused).toContain('1. The gull: It rained.');
    expect(refused).not.toContain('**');
  });

  it('says what to do where there is nothing to ask yet', () => {
    const empty = { ...ANSWERED, answered: false, answer: null, passages: [], lookedFor: [] };
    expect(view({ ...empty, kind: 'empty' }, none)).toContain('newsdesk index FILE');
    expect(view({ ...empty, kind: 'greeting' }, none)).toContain('Hello');
  });
});
