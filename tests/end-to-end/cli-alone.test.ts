import { expect, it, onTestFinished } from 'vitest';
import questions from '../answering/seed-questions.json' with { type: 'json' };
import { openDesk, type Desk } from '../cli/desk.js';
import { PUTIN } from '../support/articles.js';

it('with nothing said before it a question gets the answer that it gets alone', async () => {
  const desk = openDesk();
  onTestFinished(() => {
    desk.end();
  });
  await desk.run(['index', PUTIN]);
  const asked = [
    ...questions.answerable.map(({ question }) => question),
    ...questions.unanswerable,
  ];
  const alone = await answersTo(desk, '--batch', asked.join('\n'));
  const first = await answersTo(desk, '--conversation', asked.join('\n\n'));
  expect(alone).toHaveLength(asked.length);
  expect(first).toEqual(alone);
});

/** Each answer as it is printed but for its time, and for what a conversation adds. */
async function answersTo(desk: Desk, how: string, text: string): Promise<unknown[]> {
  const file = desk.write({ name: `questions${how}.txt`, text });
  const { code, stdout } = await desk.run(['ask', how, file, '--json']);
  expect(code).toBe(0);
  return stdout
    .trim()
    .split('\n')
    .map((line) => {
      const { ms, context, ...answer } = JSON.parse(line) as Record<string, unknown>;
      expect(ms).toBeGreaterThan(0);
      expect(context ?? null).toBeNull();
      return answer;
    });
}
