import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runProgram, temporaryFolder } from '../support/bot.js';
import type { Person } from '../support/discord/discord.js';
import { managerOf, startStage, type Stage } from '../support/stage.js';

const QUESTION = 'Who led the repairs of the Kelvin Bridge?';
const DONE = /Added|Updated|Unchanged|Code: /;
const GLACIER = 'The glacier of Hvitdal was first measured by the surveyor Sigrun Lund in 1931.';

/** Lists in lists, in what a page says of itself. */
const NESTED = `<!doctype html><html><head><title>Nested</title><script type="application/ld+json">${'['.repeat(
  4_000,
)}${']'.repeat(4_000)}</script></head><body><article><p>${GLACIER} She walked its whole length in six days with two mules.</p></article></body></html>`;

const ATTACKS: readonly (readonly [string, string, string])[] = [
  ['a share bar that can be read in many ways', 'share.txt', `${'x '.repeat(45)}!`],
  ['lists in lists in what a page says of itself', 'nested.html', NESTED],
  ['joiners', 'joiners.txt', `The word is नम${'\u200d'.repeat(9_600)}स्ते. ${GLACIER}`],
  ['a single line', 'line.txt', `${GLACIER} `.repeat(20_000)],
  ['spaces', 'spaces.txt', `${GLACIER}${' '.repeat(1_000_000)}.`],
  ['quotes in quotes', 'quotes.md', `${'>'.repeat(20_000)} ${GLACIER}`],
];

let stage: Stage;
/** Accepts connections, and says nothing. */
let silent: Server;

beforeAll(async () => {
  silent = createServer(() => undefined).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  stage = await startStage({
    env: { NEWSDESK_ALLOW_PRIVATE_URLS: 'true', NEWSDESK_SERVER_ADDS_PER_HOUR: '1000' },
  });
  // The indexing process is there for whoever comes after the first.
  await add(stage.manager, 'first.txt', 'The first file of all is about a mill.');
});

afterAll(async () => {
  await stage.end();
  silent.closeAllConnections();
  silent.close();
});

async function add(manager: Person, name: string, bytes: string, shown = DONE): Promise<string> {
  const reply = await manager.slash('article add', { file: { name, bytes } });
  await reply.until(shown, 20_000);
  return reply.text;
}

/** Has a member of another server ask until the work is done; how long replies took to begin. */
async function askMeanwhile(work: Promise<unknown>): Promise<number[]> {
  const member = stage.discord.person({ guild: stage.discord.addGuild() });
  const acknowledged: number[] = [];
  const state = { running: true };
  const done = work.finally(() => (state.running = false));
  do {
    const reply = await member.slash('ask', { question: QUESTION });
    acknowledged.push(reply.acknowledgedInMs ?? Infinity);
    await new Promise((resolve) => setTimeout(resolve, 100));
  } while (state.running);
  await done;
  return acknowledged;
}

describe('a file that is made to take for ever', () => {
  test.each(ATTACKS)(
    'of %s is read or refused, and others are answered',
    async (_, name, bytes) => {
      const started = performance.now();
      const manager = managerOf(stage.discord, stage.discord.addGuild());
      const acknowledged = await askMeanwhile(add(manager, name, bytes));
      expect(performance.now() - started).toBeLessThan(5_000);
      expect(Math.max(...acknowledged)).toBeLessThan(1_000);
    },
  );
});

describe('six slow links of one server', () => {
  test('keep neither another server nor the owner waiting', async () => {
    const { port } = silent.address() as AddressInfo;
    const slow = managerOf(stage.discord, stage.discord.addGuild());
    for (let index = 0; index < 6; index++) {
      // Nobody waits for these: they take until the last one is given up.
      slow
        .slash('article add', { url: `http://127.0.0.1:${port}/${index}` })
        .catch(() => undefined);
    }
    await new Promise((resolve) => setTimeout(resolve, 500));

    const started = performance.now();
    const other = managerOf(stage.discord, stage.discord.addGuild());
    expect(await add(other, 'glacier.txt', GLACIER)).toMatch(/Added/);
    expect(performance.now() - started).toBeLessThan(5_000);

    const file = join(temporaryFolder(), 'owner.txt');
    writeFileSync(file, 'The owner of the mill of Dornach is called Emil Rast.');
    const owner = runProgram(['index', file, '--json'], { dataDir: stage.dataDir });
    const { code, stderr } = await owner.finished;
    expect(code, stderr).toBe(0);
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});

describe('a line of millions of characters', () => {
  test('is read while others are answered, and the bot ends when it is told to', async () => {
    const line = Array.from(
      { length: 40_000 },
      (_, n) => `The barge ${n} carried ${n} tons of salt.`,
    );
    const started = performance.now();
    const adding = add(stage.manager, 'line.txt', line.join(' '), /Embedding|Code: /);
    const acknowledged = await askMeanwhile(adding);
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(Math.max(...acknowledged)).toBeLessThan(1_000);

    const told = performance.now();
    await stage.restart('SIGTERM');
    expect(performance.now() - told).toBeLessThan(10_000);
  });
});
