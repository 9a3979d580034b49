import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AskResult } from '../../src/answering/answer.js';
import type { Passage } from '../../src/retrieval/passage.js';
import type { StoredArticle } from '../../src/store/store.js';
import { openDesk, type Desk } from '../cli/desk.js';
import { BRIDGE, LIGHTHOUSE, PUTIN } from '../support/articles.js';

const QUESTION = "Who is in Putin's delegation?";
const NAMES = ['Andrei Belousov', 'Sergei Lavrov', 'Alexander Novak'];

describe('questions on the command line', { timeout: 60_000 }, () => {
  let desk: Desk;
  let putin: string;

  beforeAll(async () => {
    desk = openDesk();
    await desk.run(['index', PUTIN, desk.write(BRIDGE)]);
    await desk.run(['index', desk.write(LIGHTHOUSE), '--guild', '42']);
    const { value } = await desk.json(['list']);
    const articles = value as { id: string; source: string }[];
    putin = articles.find(({ source }) => source === PUTIN)?.id ?? '';
  });
  afterAll(() => {
    desk.end();
  });

  const ask = async (...args: string[]): Promise<AskResult> =>
    (await desk.json(['ask', ...args])).value as AskResult;

  it('are answered in the article’s own words, to the letter, also with typing errors', async () => {
    const result = await ask('who is in putins delegaton');
    const { value } = await desk.json(['show', putin]);
    const { text } = value as StoredArticle;
    const { answer, passages } = result;
    for (const name of NAMES) expect(answer?.text).toContain(name);
    expect(text.slice(answer?.start, answer?.end)).toBe(answer?.text);
    expect(answer?.articleId).toBe(putin);
    expect(answer?.passageStart).toBeLessThanOrEqual(answer?.start ?? -1);
    expect(answer?.passageEnd).toBeGreaterThanOrEqual(answer?.end ?? Infinity);
    expect(passages.length).toBeGreaterThanOrEqual(5);
    for (const passage of passages.filter(({ articleId }) => articleId === putin)) {
      expect(text.slice(passage.start, passage.end)).toBe(passage.text);
    }
  });

  it('come back as the promised object', async () => {
    const result = await ask(QUESTION);
    expect(Object.keys(result)).toEqual(
      'question answered confidence answer passages ms kind lookedFor'.split(' '),
    );
    expect(result).toMatchObject({ question: QUESTION, answered: true, kind: 'answer' });
    expect(Object.keys(result.passages[0] ?? {})).toEqual(
      expect.arrayContaining('articleId title source text start end score'.split(' ')),
    );
  });

  it('that the articles do not answer are refused, kept, and counted', async () => {
    const { code, value } = await desk.json(['ask', 'Who won the 2018 World Cup?']);
    expect(code).toBe(0);
    expect(value).toMatchObject({ answered: false, answer: null });
    const told = await desk.run(['ask', 'Who won the 2018 World Cup?']);
    expect(told.stdout).toContain("The articles don't say.");
    expect(told.stdout).toContain('Putin North Korea: ');
    const unanswered = await desk.json(['unanswered']);
    expect(unanswered.value).toMatchObject([{ question: 'Who won the 2018 World Cup?', count: 2 }]);
  });

  it('see the articles of the server they are asked in, and of no other', async () => {
    const question = 'Who kept the lighthouse at Skerry Point?';
    expect(await ask(question)).toMatchObject({ answered: false });
    expect(await ask(question, '--guild', '7')).toMatchObject({ answered: false });
    const inServer = await ask(question, '--guild', '42');
    expect(inServer.answer?.text).toContain('Ingrid Halvorsen');
  });

  it('show a person the passage with the answering sentence marked, and where it is from', async () => {
    const { stdout, stderr } = await desk.run(['ask', 'Where', 'will', 'Putin', 'stay?']);
    expect(stdout).toContain('**Putin will stay at the Kumsusan guesthouse');
    expect(stdout).toContain(`${PUTIN} (article ${putin})`);
    expect(stdout).toMatch(/sure \(\d+ %\)/);
    expect(stdout).not.toContain('\u001b');
    expect(stderr).toBe('');
  });

  it('are answered a line each and in order with --batch', async () => {
    const questions = [
      QUESTION,
      'Who won the 2018 World Cup?',
      'Who led the repairs of the bridge?',
    ];
    const input = `${questions[0] ?? ''}\r\n\n  ${questions[1] ?? ''}\n${questions[2] ?? ''}`;
    const { code, stdout } = await desk.run(['ask', '--batch', '--json'], { input });
    const results = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as AskResult);
    expect(code).toBe(0);
    expect(results.map(({ question }) => question)).toEqual(questions);
    expect(results.map(({ answered }) => answered)).toEqual([true, false, true]);
    expect(results[2]?.answer?.text).toContain('Marta Vogel');
    const file = desk.write({ name: 'questions.list', text: `${QUESTION}\n` });
    const fromFile = await desk.run(['ask', '--batch', file, '--json']);
    expect(JSON.parse(fromFile.stdout)).toMatchObject({ question: QUESTION, answered: true });
  });

  it('are answered with --batch as they come, before the input ends', async () => {
    const { child, finished } = desk.start(['ask', '--batch', '--json'], { input: null });
    let told = '';
    const answered = new Promise<void>((resolve) => {
      child.stdout?.setEncoding('utf8').on('data', (text: string) => {
        told += text;
        if (told.includes('\n')) resolve();
      });
    });
    child.stdin?.write(`${QUESTION}\n`);
    await answered;
    expect(JSON.parse(told)).toMatchObject({ question: QUESTION, answered: true });
    child.stdin?.end();
    expect((await finished).code).toBe(0);
  });

  describe('of one conversation', () => {
    const QUESTIONS = ['Where will Putin stay?', 'Which countries does he visit?'];
    const ALONE = 'Who else?';
    const input = `${QUESTIONS.join('\n')}\n\n${ALONE}\n`;

    it('go on from one another, until a blank line begins another', async () => {
      const file = desk.write({ name: 'conversation.list', text: input });
      const { code, stdout } = await desk.run(['ask', '--conversation', file]);
      expect(code).toBe(0);
      const [, stay = '', visit = '', alone = ''] = stdout.split(/^> /mu);
      expect(stay).toContain('Kumsusan guesthouse');
      expect(stay).not.toMatch(/^about/mu);
      expect(visit).toContain('North Korea');
      expect(visit).toMatch(/^about .*Putin$/mu);
      expect(alone).toContain('Ask a whole question');
    });

    it('are an answer a line with --json, each with what was taken over', async () => {
      const { code, stdout } = await desk.run(['ask', '--conversation', '--json'], { input });
      const results = stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as AskResult);
      expect(code).toBe(0);
      expect(results.map(({ question }) => question)).toEqual([...QUESTIONS, ALONE]);
      expect(results.map(({ context }) => context)).toEqual([
        null,
        { articleId: putin, about: expect.stringContaining('Putin') as string },
        null,
      ]);
      expect(results.map(({ answered }) => answered)).toEqual([true, true, false]);
    });

    it('take over nothing from a summary', async () => {
      const text = 'Summarise the Putin article\nWho led the repairs of the bridge?\n';
      const { stdout } = await desk.run(['ask', '--conversation', '--json'], { input: text });
      const [summary, bridge] = stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as AskResult);
      expect(summary).toMatchObject({ kind: 'gist', answer: { articleId: putin } });
      expect(bridge?.answer?.text).toContain('Marta Vogel');
      expect(bridge?.lookedFor.join(' ')).not.toMatch(/summar|article/iu);
    });
  });

  it('become passages with search, as many as wanted', async () => {
    const { code, value } = await desk.json(['search', 'orthodox church', '--limit', '2']);
    const { query, passages } = value as { query: string; passages: Passage[] };
    expect(code).toBe(0);
    expect(query).toBe('orthodox church');
    expect(passages).toHaveLength(2);
    expect(passages[0]?.text).toContain('Life-Giving Trinity');
    const inOne = await desk.json(['search', 'bridge', '--article', putin]);
    const found = (inOne.value as { passages: Passage[] }).passages;
    expect(found.every(({ articleId }) => articleId === putin)).toBe(true);
  });

  it('end the program quietly where the reader has seen enough', async () => {
    const { child, finished } = desk.start(['show', putin]);
    child.stdout?.destroy();
    const { stderr } = await finished;
    expect(stderr).toBe('');
  });
});

describe('newsdesk start without a token', { timeout: 60_000 }, () => {
  let desk: Desk;
  beforeAll(() => {
    desk = openDesk();
  });
  afterAll(() => {
    desk.end();
  });

  it('indexes what comes with it and answers the sample question where nothing is asked', async () => {
    const { code, stdout, stderr } = await desk.run(['start']);
    expect(code).toBe(0);
    for (const name of NAMES) expect(stdout).toContain(name);
    expect(stderr).toContain('DISCORD_TOKEN is not set');
    const piped = await desk.run(['start'], { input: 'Where will Putin stay?\nhello\n' });
    expect(piped.code).toBe(0);
    expect(piped.stdout).toContain('> Where will Putin stay?');
    expect(piped.stdout).toContain('Kumsusan guesthouse');
    expect(piped.stdout).not.toContain(QUESTION);
  });

  it('ends at exit, and reads nothing after it', async () => {
    const input = `Where will Putin stay?\nexit\n${QUESTION}\n`;
    const { code, stdout } = await desk.run(['start'], { input });
    expect(code).toBe(0);
    expect(stdout.match(/^> .*$/gmu)).toEqual(['> Where will Putin stay?']);
    const atOnce = await desk.run(['start'], { input: 'exit\n' });
    expect(atOnce).toMatchObject({ code: 0, stdout: '' });
  });

  it('ends at exit while its input stays open', async () => {
    const { child, finished } = desk.start(['start'], { input: null });
    child.stdin?.write('exit\n');
    expect((await finished).code).toBe(0);
  });
});
