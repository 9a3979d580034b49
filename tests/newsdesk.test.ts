import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Newsdesk } from '../src/newsdesk.js';
import { openNewsdesk } from '../src/open.js';
import { scopeOf } from '../src/store/store.js';
import { PACKAGE_DIR } from '../src/version.js';
import { DEFAULT_MODEL_SETTINGS, EMBEDDER_URL } from './support/model.js';
import { openTestNewsdesk, type TestNewsdesk } from './support/newsdesk.js';

const SEED = path.join(PACKAGE_DIR, 'data', 'articles', 'putin-north-korea.txt');
const SHARED = scopeOf();

describe('asking', () => {
  let test: TestNewsdesk;
  let id: string;

  beforeAll(async () => {
    test = await openTestNewsdesk();
    const { articles } = await test.newsdesk.index([SEED]);
    id = articles[0]?.id ?? '';
  });
  afterAll(() => test.end());

  it('answers with a sentence of the article, to the letter, inside its passage', async () => {
    const result = await test.newsdesk.ask("who is in Putin's delegation", { scope: SHARED });
    const { text } = await test.newsdesk.show(id);
    expect(result).toMatchObject({ kind: 'answer', answered: true });
    const answer = result.answer;
    if (answer === null) throw new Error('there is no answer');
    expect(answer.text).toMatch(/Andrei Belousov.*Sergei Lavrov.*Alexander Novak/);
    expect(text.slice(answer.start, answer.end)).toBe(answer.text);
    expect(answer.passageStart).toBeLessThanOrEqual(answer.start);
    expect(answer.passageEnd).toBeGreaterThanOrEqual(answer.end);
  });

  it('offers passages, but no answer, where the article does not say', async () => {
    const result = await test.newsdesk.ask('Who won the 2018 World Cup?', { scope: SHARED });
    expect(result).toMatchObject({ kind: 'unanswered', answered: false, answer: null });
    expect(result.passages).toHaveLength(5);
    const [open] = await test.newsdesk.unanswered();
    expect(open).toMatchObject({ question: 'Who won the 2018 World Cup?', count: 1 });
  });

  it('remembers what was asked for the buttons, and counts a vote once a person', async () => {
    const { recordId = '', answer } = await test.newsdesk.ask('Where will Putin stay?', {
      scope: SHARED,
    });
    expect(await test.newsdesk.asked(recordId)).toMatchObject({
      question: 'Where will Putin stay?',
      answer: { articleId: id, start: answer?.start, end: answer?.end },
    });
    await test.newsdesk.vote(recordId, 'somebody', 'up');
    expect(await test.newsdesk.vote(recordId, 'somebody', 'down')).toEqual({ up: 0, down: 1 });
    expect((await test.newsdesk.stats()).feedback).toEqual({ up: 0, down: 1 });
  });

  it('shows what stands around an answer', async () => {
    const { text } = await test.newsdesk.show(id);
    const at = text.indexOf('Kumsusan');
    const around = await test.newsdesk.context(id, at, at + 8, SHARED);
    expect(around).toHaveLength(3);
    expect(around[1]?.text).toContain('Kumsusan');
    expect(await test.newsdesk.context(id, text.length - 5, text.length, SHARED)).toEqual([]);
  });

  it('says which article it does not know', async () => {
    await expect(
      test.newsdesk.ask('Who?', { scope: SHARED, articleId: 'nope' }),
    ).rejects.toMatchObject({ code: 'article-not-found' });
    await expect(
      test.newsdesk.search('Who?', { scope: SHARED, articleId: 'nope' }),
    ).rejects.toMatchObject({ code: 'article-not-found' });
  });
});

describe('two programs on one data folder', () => {
  let test: TestNewsdesk;
  let other: Newsdesk;

  beforeAll(async () => {
    test = await openTestNewsdesk({ inFolder: true });
    await test.newsdesk.index([SEED]);
    other = await openNewsdesk(
      {
        dataDir: test.dataDir,
        model: DEFAULT_MODEL_SETTINGS,
        minConfidence: undefined,
        allowPrivateUrls: false,
      },
      { log: pino({ level: 'silent' }), embedderUrl: EMBEDDER_URL },
    );
    await other.warm();
  });
  afterAll(async () => {
    await other.close();
    await test.end();
  });

  const question = 'What is the name of the lighthouse keeper?';

  it('answer from what the other has indexed, and no more from what it has removed', async () => {
    const file = path.join(test.files, 'keeper.txt');
    await writeFile(
      file,
      'The lighthouse keeper of Skerry Point is Ingrid Halvorsen. She has lived there since 1989.',
    );
    expect((await other.ask(question, { scope: SHARED })).answered).toBe(false);

    const { articles } = await test.newsdesk.index([file]);
    expect(await other.refresh()).toBe(true);
    expect((await other.ask(question, { scope: SHARED })).answer?.text).toContain('Halvorsen');

    await test.newsdesk.remove([articles[0]?.id ?? '']);
    expect(await other.refresh()).toBe(true);
    expect((await other.ask(question, { scope: SHARED })).answered).toBe(false);
    expect(await other.refresh()).toBe(false);
  });

  it.each([
    ...['谁设计了新的灯塔？', '図書館の館長は誰ですか', 'ใครเป็นผู้ดูแลประภาคาร'],
    ...['¿Cuál es la capital de Francia?', 'Quelle est la capitale de la France ?'],
    'Wie heißt der Bürgermeister von Wexcombe?',
  ])('say of a question in another language that they read English: %s', async (foreign) => {
    expect(await other.ask(foreign, { scope: SHARED })).toMatchObject({
      kind: 'foreign',
      answered: false,
      lookedFor: [],
    });
  });

  it.each(['mic echo fix', 'loot splits', 'oven temp', 'keto snacks'])(
    'take a few rare words for English: %s',
    async (words) => {
      expect((await other.ask(words, { scope: SHARED })).kind).not.toBe('foreign');
    },
  );

  it("keep a server's articles from the others", async () => {
    const file = path.join(test.files, 'own.txt');
    await writeFile(file, 'The password of the guild hall is written under the third step.');
    await test.newsdesk.index([file], { collection: '100000000000000001' });
    await other.refresh();
    const where = 'Where is the password of the guild hall written?';
    const own = await other.ask(where, { scope: scopeOf('100000000000000001') });
    expect(own.answer?.text).toContain('third step');
    const foreign = await other.ask(where, { scope: scopeOf('100000000000000002') });
    expect(foreign.answered).toBe(false);
    expect(JSON.stringify(foreign)).not.toContain('third step');
  });
});
