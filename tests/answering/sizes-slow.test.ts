import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeArticles } from '../../bench/corpus.js';
import { SHARED } from '../../src/store/store.js';
import { PACKAGE_DIR } from '../../src/version.js';
import { openTestNewsdesk, type TestNewsdesk } from '../support/newsdesk.js';
import questions from './seed-questions.json' with { type: 'json' };

const ARTICLE = path.join(PACKAGE_DIR, 'data', 'articles', 'putin-north-korea.txt');

let desk: TestNewsdesk;
beforeAll(async () => {
  desk = await openTestNewsdesk();
});
afterAll(() => desk.end());

async function grownTo(count: number): Promise<void> {
  const folder = path.join(desk.files, 'articles');
  await mkdir(folder, { recursive: true });
  for (const { name, text } of makeArticles(count - 1)) {
    await writeFile(path.join(folder, name), text);
  }
  await desk.newsdesk.index([ARTICLE, folder]);
}

describe('one article among others', () => {
  it.each([
    { count: 1, least: 18 },
    { count: 10, least: 17 },
    { count: 100, least: 16 },
    { count: 240, least: 16 },
  ])(
    'among $count answers at least 23 of 25 questions rightly, and refuses $least of 20',
    async ({ count, least }) => {
      await grownTo(count);
      expect((await desk.newsdesk.list()).length).toBe(count);
      const wrong: string[] = [];
      for (const { question, expected } of questions.answerable) {
        const { answer } = await desk.newsdesk.ask(question, { scope: [SHARED] });
        if (answer?.text.includes(expected) !== true) wrong.push(question);
      }
      const answered: string[] = [];
      for (const question of questions.unanswerable) {
        const { answer } = await desk.newsdesk.ask(question, { scope: [SHARED] });
        if (answer !== null) answered.push(question);
      }
      expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(2);
      expect(answered.length, answered.join('\n')).toBeLessThanOrEqual(20 - least);
    },
    120_000,
  );
});
