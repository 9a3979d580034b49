import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.js';
import { NewsdeskError } from '../../src/errors.js';
import { runChecks } from '../../src/health/checks.js';
import { Figures } from '../../src/health/figures.js';
import { startHealth } from '../../src/health/index.js';
import { serveHealth } from '../../src/health/server.js';
import { SHARED } from '../../src/store/store.js';
import { PUTIN } from '../support/articles.js';
import { realEmbedder } from '../support/model.js';
import { openTestNewsdesk, type TestNewsdesk } from '../support/newsdesk.js';

const ANYWHERE = { host: '127.0.0.1', port: 0 };
const log = pino({ level: 'silent' });

describe('a running Newsdesk', () => {
  let desk: TestNewsdesk;
  let watched: Awaited<ReturnType<typeof startHealth>>;
  let base: string;

  beforeAll(async () => {
    watched = await startHealth(
      ANYWHERE,
      realEmbedder(),
      async (embedder) => {
        desk = await openTestNewsdesk({ embedder });
        return desk.newsdesk;
      },
      log,
    );
    base = `http://127.0.0.1:${watched.port}`;
    await watched.newsdesk.index([PUTIN]);
  });

  afterAll(async () => {
    await watched.close();
    await desk.end();
  });

  it('is unwell until it is connected, and says in which part', async () => {
    const before = await fetch(`${base}/healthz`);
    expect(before.status).toBe(503);
    expect(await before.json()).toEqual({
      ok: false,
      checks: { gateway: 'not connected', store: 'ok', embedder: 'ok' },
    });
    let isUp = true;
    watched.onConnection(() => isUp);
    expect((await fetch(`${base}/healthz`)).status).toBe(200);
    isUp = false;
    expect((await fetch(`${base}/healthz`)).status).toBe(503);
  });

  it('counts its questions by outcome, and times its steps', async () => {
    const { newsdesk } = watched;
    await newsdesk.ask("Who is in Putin's delegation?", { scope: [SHARED] });
    await newsdesk.ask('hello', { scope: [SHARED] });
    await newsdesk.search('defense minister', { scope: [SHARED] });
    const text = await (await fetch(`${base}/metrics`)).text();
    expect(text).toMatch(/^newsdesk_questions_total\{outcome="answer"\} 1$/m);
    expect(text).toMatch(/^newsdesk_questions_total\{outcome="greeting"\} 1$/m);
    expect(text).toMatch(/^newsdesk_step_seconds_count\{step="search"\} 1$/m);
    expect(text).toMatch(/^newsdesk_step_seconds_count\{step="index"\} 1$/m);
    expect(text).toMatch(/^newsdesk_embedding_queue\{priority="question"\} 0$/m);
    expect(text).toMatch(/^newsdesk_stored\{kind="articles"\} 1$/m);
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
  });

  it('tells how many questions wait, and how many were refused', async () => {
    const { newsdesk } = watched;
    const ask = () =>
      newsdesk
        .ask("Who is in Putin's delegation?", { scope: [SHARED], askedBy: 'a server' })
        .catch((error: unknown) => error);
    const asked = Promise.all(Array.from({ length: 1_500 }, ask));
    const during = await (await fetch(`${base}/metrics`)).text();
    const waiting = Number(/^newsdesk_questions_waiting (\d+)$/m.exec(during)?.[1]);
    expect(waiting).toBeGreaterThan(0);
    expect(waiting).toBeLessThanOrEqual(1_000);
    const refused = (await asked).filter((answer) => answer instanceof NewsdeskError).length;
    expect(refused).toBeGreaterThan(0);
    const after = await (await fetch(`${base}/metrics`)).text();
    expect(after).toMatch(/^newsdesk_questions_waiting 0$/m);
    expect(after).toMatch(new RegExp(`^newsdesk_busy_total\\{step="ask"\\} ${refused}$`, 'm'));
    expect(after).not.toMatch(/^newsdesk_step_failures_total\{step="ask"\}/m);
  });

  it('is a Newsdesk like another, also in what is not measured', async () => {
    expect(await watched.newsdesk.list()).toHaveLength(1);
    expect(watched.newsdesk.version).toMatch(/^\d/);
    await expect(watched.newsdesk.show('none')).rejects.toMatchObject({
      code: 'article-not-found',
    });
  });

  it('answers nothing else', async () => {
    expect((await fetch(base)).status).toBe(404);
    expect((await fetch(`${base}/healthz`, { method: 'POST' })).status).toBe(405);
  });

  it('says so if its address is taken', async () => {
    const taken = { ...ANYWHERE, port: watched.port };
    await expect(serveHealth(taken, {}, new Figures())).rejects.toMatchObject({
      code: 'http-unusable',
    });
  });
});

describe('a check', () => {
  it('that hangs is over in time, and one that fails is no failure of the others', async () => {
    const found = await runChecks(
      {
        hangs: () => new Promise(() => undefined),
        fails: () => Promise.reject(new Error('with a secret')),
        fine: () => Promise.resolve(undefined),
      },
      20,
    );
    expect(found).toEqual({
      ok: false,
      checks: { hangs: 'no answer within 20 ms', fails: 'failed', fine: 'ok' },
    });
  });
});

describe('NEWSDESK_HTTP', () => {
  const http = (value: string) => readConfig({ NEWSDESK_HTTP: value }).http;

  it('is off by default, and a port alone is for this machine alone', () => {
    expect(http('')).toBeUndefined();
    expect(http('9090')).toEqual({ host: '127.0.0.1', port: 9090 });
    expect(http('0.0.0.0:80')).toEqual({ host: '0.0.0.0', port: 80 });
    expect(http('[::1]:9090')).toEqual({ host: '::1', port: 9090 });
  });

  it.each(['yes', '127.0.0.1', '127.0.0.1:99999', 'http://localhost:9090'])(
    'is not %s',
    (value) => {
      expect(() => http(value)).toThrow(/NEWSDESK_HTTP/);
    },
  );
});
