import { describe, expect, test } from 'vitest';
import { messagesFor } from '../../../src/discord/messages/index.js';
import { render } from '../../../src/discord/replies/render.js';
import type { AnswerReply, Reply } from '../../../src/discord/replies/reply.js';
import { articleOf } from './samples.js';

function answerAt(start: number, recordId: string): AnswerReply {
  const span = { start, end: start + 9 };
  return {
    kind: 'answer',
    gist: false,
    question: 'Who came?',
    answer: {
      ...span,
      text: 'Ann came.',
      articleId: 'acec8c',
      passageStart: start,
      passageEnd: start + 9,
      passage: 'Ann came.',
      path: [],
      units: [],
      sentences: [span],
      highlights: [],
    },
    article: articleOf('A visit'),
    confidence: 0.9,
    recordId,
  };
}

function buttonsOf(...replies: Reply[]) {
  const { components } = render({ kind: 'several', replies }, messagesFor('en-US'));
  return components.map((row) => row.components);
}

describe('several answers in one message', () => {
  test('that are the same one have its button once', () => {
    const rows = buttonsOf(answerAt(50, 'one'), answerAt(50, 'two'));
    const ids = rows.flat().map((button) => button.custom_id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(rows.map((row) => row[0]?.label)).toEqual(['1 · More context', '2 · Other passages']);
  });

  test('to one question asked twice have one row of buttons', () => {
    expect(buttonsOf(answerAt(50, 'one'), answerAt(50, 'one'))).toHaveLength(1);
  });

  test('that are different ones have a row of buttons each', () => {
    const rows = buttonsOf(answerAt(50, 'one'), answerAt(90, 'two'));
    expect(rows.map((row) => row.length)).toEqual([4, 4]);
  });
});
