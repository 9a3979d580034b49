import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AskResult } from '../../src/answering/answer.js';
import { SHARED } from '../../src/store/store.js';
import { PACKAGE_DIR } from '../../src/version.js';
import { openTestNewsdesk, type TestNewsdesk } from '../support/newsdesk.js';
import questions from './seed-questions.json' with { type: 'json' };

const ARTICLE = path.join(PACKAGE_DIR, 'data', 'articles', 'putin-north-korea.txt');
let desk: TestNewsdesk;
let article: string;

beforeAll(async () => {
  desk = await openTestNewsdesk();
  await desk.newsdesk.index([ARTICLE]);
  article = await readFile(ARTICLE, 'utf8');
});
afterAll(() => desk.end());

const ask = (question: string): Promise<AskResult> =>
  desk.newsdesk.ask(question, { scope: [SHARED] });

describe('the article that comes with Newsdesk', () => {
  it('answers at least 24 of 25 questions, each of them by the right sentence', async () => {
    const refused: string[] = [];
    for (const { question, expected } of questions.answerable) {
      const { answer, passages } = await ask(question);
      if (answer === null) {
        refused.push(question);
        continue;
      }
      expect(answer.text, question).toContain(expected);
      expect(article.slice(answer.start, answer.end)).toBe(answer.text);
      expect(answer.sentences.length).toBeLessThanOrEqual(2);
      expect(answer.text).not.toMatch(/target terrorism|Post a Comment/u);
      expect(passages[0]?.start).toBe(answer.passageStart);
    }
    expect(questions.answerable).toHaveLength(25);
    expect(refused.length, refused.join('\n')).toBeLessThanOrEqual(1);
  });

  it('refuses at least 18 of 20 plausible questions that it does not answer', async () => {
    const refused: string[] = [];
    for (const question of questions.unanswerable) {
      const { answer, kind } = await ask(question);
      if (answer === null && kind === 'unanswered') refused.push(question);
    }
    expect(questions.unanswerable).toHaveLength(20);
    expect(refused.length).toBeGreaterThanOrEqual(18);
    expect(refused).toContain('Who won the 2018 World Cup?');
    expect(refused).toContain('What did Trump say about the economy?');
  });

  it('quotes its lead and its most central sentences where its gist is asked for', async () => {
    const { kind, answer, passages } = await ask('what is this article about?');
    expect(kind).toBe('gist');
    expect(answer?.start).toBe(0);
    expect(passages).toHaveLength(5);
    for (const { text, start, end } of passages) expect(article.slice(start, end)).toBe(text);
  });

  it('offers what is nearest to one word, and answers no greeting', async () => {
    const one = await ask('Lavrov');
    expect(one).toMatchObject({ kind: 'search', answer: null });
    expect(one.passages[0]?.text).toContain('Lavrov');
    expect(await ask('hello')).toMatchObject({ kind: 'greeting', answer: null });
  });
});
