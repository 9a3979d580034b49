import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk, type Desk } from '../../cli/desk.js';
import { BRIDGE, PUTIN } from '../../support/articles.js';
import { newDatabase } from '../../support/postgres/databases.js';

const QUESTIONS = [
  "Who is in Putin's delegation?",
  'Who led the repairs of the Kelvin Bridge?',
  'How much did the work cost?',
  'What will lorries pay?',
  'Where did the two leaders meet?',
  'Who won the world cup?',
];

const MANUAL = `# Handbook

## How do I reset my password?

Open the settings and press Reset. A link is sent to your address within a minute.

## Opening hours

| Day      | From  | To    |
| -------- | ----- | ----- |
| Monday   | 09:00 | 17:00 |
| Saturday | 10:00 | 14:00 |
`;

describe('copying articles to a database and back', { timeout: 120_000 }, () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = openDesk();
    const manual = path.join(desk.files, 'manual.md');
    mkdirSync(desk.files, { recursive: true });
    writeFileSync(manual, MANUAL);
    await desk.run(['index', PUTIN, desk.write(BRIDGE), manual]);
  }, 120_000);
  afterAll(() => {
    desk.end();
  });

  it('gives the same articles and the same answers, and copies nothing twice', async () => {
    const url = await newDatabase();
    const inDatabase = { env: { NEWSDESK_DATABASE_URL: url } };
    const back = path.join(desk.files, '..', 'back');
    const inBack = { env: { NEWSDESK_DATA_DIR: back } };

    const there = await desk.json(['copy', '--to', url]);
    expect(there).toMatchObject({
      code: 0,
      value: { copied: 3, unchanged: 0, incomplete: [], problems: [] },
    });
    expect((await desk.json(['copy', '--to', url])).value).toMatchObject({
      copied: 0,
      unchanged: 3,
    });
    expect((await desk.json(['copy', '--to', back], inDatabase)).value).toMatchObject({
      copied: 3,
      problems: [],
    });

    const places = [undefined, inDatabase, inBack];
    const lists = await Promise.all(places.map((place) => desk.json(['list'], place)));
    const [first, ...others] = lists.map(({ value }) =>
      (value as Record<string, unknown>[]).map((article) => ({ ...article, indexedAt: '' })),
    );
    for (const other of others) expect(other).toEqual(first);

    const batch = path.join(desk.files, 'questions');
    writeFileSync(batch, QUESTIONS.join('\n'));
    const answers: unknown[] = [];
    for (const place of places) {
      const { stdout } = await desk.run(['ask', '--batch', batch, '--json'], place);
      answers.push(rounded(JSON.parse(`[${stdout.trim().split('\n').join(',')}]`)));
    }
    expect(answers[0]).toHaveLength(QUESTIONS.length);
    for (const other of answers.slice(1)) expect(other).toEqual(answers[0]);
  });

  it('is done from the database alone: what is added there is found there', async () => {
    const inDatabase = { env: { NEWSDESK_DATABASE_URL: await newDatabase() } };
    const { code } = await desk.run(['index', PUTIN], inDatabase);
    expect(code).toBe(0);
    expect((await desk.json(['ask', QUESTIONS[0] ?? ''], inDatabase)).value).toMatchObject({
      answered: true,
    });
    expect((await desk.json(['verify'], inDatabase)).value).toEqual({ ok: true, problems: [] });
    expect(await desk.json(['backup', path.join(desk.files, 'copy')], inDatabase)).toMatchObject({
      code: 2,
      value: { error: { code: 'database-backup' } },
    });
  });
});

/** Figures to the third decimal, without how long it took. */
function rounded(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, part: unknown) =>
      /^(?:ms|took|elapsed)/i.test(key)
        ? undefined
        : typeof part === 'number'
          ? Math.round(part * 1000) / 1000
          : part,
    ),
  );
}
