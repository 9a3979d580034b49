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
  it.each([1, 10, 100, 240])(
    'is answered from, and refuses, as surely among %d',
    async (count) => {
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
      expect(answered.length, answered.join('\n')).toBeLessThanOrEqual(3);
    },
    120_000,
  );
});
