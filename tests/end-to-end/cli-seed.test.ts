import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AskResult } from '../../src/answering/answer.js';
import questions from '../answering/seed-questions.json' with { type: 'json' };
import { openDesk, type Desk } from '../cli/desk.js';
import { PUTIN } from '../support/articles.js';

let desk: Desk;
beforeAll(async () => {
  desk = openDesk();
  await desk.run(['index', PUTIN]);
});
afterAll(() => {
  desk.end();
});

it.each([
  { reader: 'off', fewest: 18 },
  // The reader finds more answers, and is taken in by four questions of the twenty.
  { reader: '', fewest: 16 },
])(
  'the command line with NEWSDESK_READER=$reader answers 24 of 25 questions about the first article, and refuses $fewest of 20',
  { timeout: 120_000 },
  async ({ reader, fewest }) => {
    const { answerable, unanswerable } = questions;
    const asked = [...answerable.map(({ question }) => question), ...unanswerable];
    const file = desk.write({ name: 'questions.txt', text: asked.join('\n') });
    const { code, stdout } = await desk.run(['ask', '--batch', file, '--json'], {
      env: { NEWSDESK_READER: reader },
    });
    expect(code).toBe(0);
    const results = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as AskResult);
    expect(results.map(({ question }) => question)).toEqual(asked);
    const right = answerable.filter(({ expected }, index) =>
      results[index]?.answer?.text.includes(expected),
    );
    const refused = results.slice(answerable.length).filter(({ answered }) => !answered);
    expect(right.length).toBeGreaterThanOrEqual(24);
    expect(refused.length).toBeGreaterThanOrEqual(fewest);
  },
);
