import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { openDesk, type Desk } from '../../cli/desk.js';
import { startBot, type Bot } from '../../support/bot.js';
import { startDiscord, type Person } from '../../support/discord/discord.js';
import { asSuperuser, newDatabase } from '../../support/postgres/databases.js';

/** Longer by hand, as before a release: NEWSDESK_CHURN_SECONDS=600. */
const SECONDS = Number(process.env['NEWSDESK_CHURN_SECONDS'] ?? 40);
/** A change must be seen by every bot so soon. */
const SEEN_MS = 2_000;
/** A question that takes longer hangs. */
const HANGS_MS = 20_000;
/** What an index run takes about. */
const RUN_MS = 700;
/** Of a bot; an indexer takes 2 more while it writes. */
const CONNECTIONS = 9;

const PLACES = [
  ...['Aldermoor', 'Torvik', 'Penhallow', 'Quisset', 'Brambleford', 'Ostrava'],
  ...['Lindqvist Bay', 'Marchetti', 'Dunwoody', 'Kilronan', 'Zelenika', 'Harrowgate'],
];
/** The first mills stand for ever; the others are built, rebuilt and torn down. */
const LASTING = 4;
const FIRST_NAMES = ['Jonas', 'Ruth', 'Emil', 'Agnes', 'Silas', 'Vera', 'Otto', 'Greta'];
const LAST_NAMES = [
  ...['Reed', 'Halvorsen', 'Pascoe', 'Whitlock', 'Tanner', 'Novak'],
  ...['Sand', 'Bianchi', 'Mercer', 'Doyle', 'Petrov', 'Lund'],
];

/** A file about one mill, and what is known of it. */
interface Mill {
  readonly place: string;
  readonly file: string;
  readonly nameOf: (version: number) => string;
  version: number;
  isThere: boolean;
  /** When an index run that ended well had seen it so; undefined while that is not known. */
  settledAt: number | undefined;
}

function millsIn(folder: string): Mill[] {
  return PLACES.map((place, number) => ({
    place,
    file: join(folder, `mill-${number}.txt`),
    nameOf: (version) =>
      `${FIRST_NAMES[version % FIRST_NAMES.length] ?? ''} ${LAST_NAMES[number] ?? ''}`,
    version: 0,
    isThere: true,
    settledAt: undefined,
  }));
}

function write(desk: Desk, mill: Mill): void {
  desk.write({
    name: mill.file.slice(desk.files.length + 1),
    text: `The old mill of ${mill.place}\n\nThe old mill of ${mill.place} was built by the carpenter ${mill.nameOf(mill.version)}. Its wheel still turns in spring, when the river is high.\n`,
  });
}

/** Something that is killed and comes again. */
interface Victim {
  readonly name: string;
  pid: number | undefined;
  kills: number;
}

function kill(victim: Victim): void {
  if (victim.pid === undefined) return;
  process.kill(victim.pid, 'SIGKILL');
  victim.pid = undefined;
  victim.kills += 1;
}

it(
  'two bots and an indexer that are killed at random lose nothing, and show nothing that is gone',
  { timeout: (SECONDS + 180) * 1000, retry: 0 },
  async () => {
    const url = await newDatabase();
    const name = new URL(url).pathname.slice(1);
    const env = { NEWSDESK_DATABASE_URL: url };
    const desk = openDesk();
    onTestFinished(() => {
      desk.end();
    });
    const mills = millsIn(desk.files);
    mills.forEach((mill) => {
      write(desk, mill);
    });
    const { code } = await desk.run(['index', desk.files], { env });
    expect(code).toBe(0);
    mills.forEach((mill) => (mill.settledAt = performance.now()));

    const wrong: string[] = [];
    const indexer: Victim = { name: 'indexer', pid: undefined, kills: 0 };
    const bots = [1, 2].map((number) => ({ name: `bot ${number}`, pid: undefined, kills: 0 }));
    const end = performance.now() + SECONDS * 1000;
    const isOver = (): boolean => performance.now() > end;
    let questions = 0;
    let runs = 0;

    const index = async (): Promise<void> => {
      while (!isOver()) {
        change(desk, mills);
        const run = desk.start(['index', desk.files, '--prune', '--json'], { env });
        indexer.pid = run.child.pid;
        const { code, signal, stderr } = await run.finished;
        indexer.pid = undefined;
        if (signal !== null) continue;
        if (code !== 0) wrong.push(`an index run ended with ${code ?? ''}: ${stderr}`);
        runs += 1;
        mills.forEach((mill) => (mill.settledAt ??= performance.now()));
        // So that what is settled is asked about for a while.
        await sleep(SEEN_MS + 3_000 * Math.random());
      }
    };

    const ask = async (victim: Victim): Promise<void> => {
      const discord = await startDiscord();
      onTestFinished(() => discord.close());
      const person = discord.person();
      let bot: Bot | undefined;
      while (!isOver()) {
        bot = await startBot(discord, { dataDir: desk.dataDir, env });
        victim.pid = bot.pid;
        const isAlive = (): boolean => victim.pid !== undefined;
        while (!isOver() && isAlive()) {
          const problem = await askOnce(person, pick(mills));
          // What a bot was asked when it died is no concern of the next one.
          if (!isAlive()) break;
          questions += 1;
          if (problem !== undefined) wrong.push(`${victim.name}: ${problem}`);
        }
        if (!isAlive()) await bot.exited;
      }
      const wasKilled = victim.pid === undefined;
      victim.pid = undefined;
      const { code } = (await bot?.stop()) ?? {};
      if (code !== 0 && !wasKilled) wrong.push(`${victim.name} ended with ${code ?? ''}`);
      await discord.close();
    };

    // Between an indexer's runs, or before a bot is up again, there is nothing to kill.
    const whileItRuns = async (victim: Victim): Promise<void> => {
      while (victim.pid === undefined && !isOver()) await sleep(20);
      if (victim === indexer) await sleep(RUN_MS * Math.random());
    };

    let most = 0;
    const killAndCount = async (): Promise<void> => {
      for (let round = 0; !isOver(); round += 1) {
        await sleep(Math.min(1_000 + 4_000 * Math.random(), Math.max(0, end - performance.now())));
        const victim = [bots[0], indexer, bots[1], indexer][round % 4] ?? indexer;
        await whileItRuns(victim);
        if (!isOver()) kill(victim);
        most = Math.max(most, await connections(name));
      }
    };

    await Promise.all([index(), ...bots.map(ask), killAndCount()]);

    expect(wrong).toEqual([]);
    expect(questions).toBeGreaterThan(SECONDS / 4);
    expect(runs).toBeGreaterThan(0);
    for (const { name: who, kills } of [indexer, ...bots]) expect(kills, who).toBeGreaterThan(0);

    // A connection that its process left open would be here still.
    await expect.poll(() => connections(name), { timeout: 10_000 }).toBe(0);
    expect(most).toBeLessThanOrEqual(2 * CONNECTIONS + CONNECTIONS + 2);
    expect(await deadlocks(name)).toBe(0);

    // Whatever was killed when, the next run makes it whole.
    expect((await desk.run(['index', desk.files, '--prune'], { env })).code).toBe(0);
    expect((await desk.json(['verify'], { env })).value).toEqual({ ok: true, problems: [] });
    const list = (await desk.json(['list'], { env })).value as { source: string }[];
    const there = mills.filter(({ isThere }) => isThere).map(({ file }) => file);
    expect(list.map(({ source }) => source).sort()).toEqual(there.sort());
    console.info(
      `${questions} questions, ${runs} index runs, ${[indexer, ...bots].map(({ name: who, kills }) => `${who} killed ${kills} times`).join(', ')}, at most ${most} connections`,
    );
  },
);

/** Builds, rebuilds or tears down one to three of the mills that do not stand for ever. */
function change(desk: Desk, mills: readonly Mill[]): void {
  const some = new Set(Array.from({ length: 3 }, () => pick(mills.slice(LASTING))));
  for (const mill of some) {
    mill.settledAt = undefined;
    mill.version += 1;
    mill.isThere = Math.random() < 0.6;
    if (mill.isThere) write(desk, mill);
    else rmSync(mill.file, { force: true });
  }
}

/** What is wrong with the answer to who built a mill; undefined if nothing is. */
async function askOnce(person: Person, mill: Mill): Promise<string | undefined> {
  const { place, version, settledAt, isThere } = mill;
  const askedAt = performance.now();
  const isSettled = settledAt !== undefined && askedAt - settledAt >= SEEN_MS;
  let text: string;
  try {
    const question = `Who built the old mill of ${place}?`;
    ({ text } = await person.slash('ask', { question }, { timeoutMs: HANGS_MS }));
  } catch (error) {
    return `no answer: ${String(error)}`;
  }
  if (!isSettled || mill.version !== version) return undefined;
  const wanted = mill.nameOf(version);
  const stale = Array.from({ length: version }, (_, old) => mill.nameOf(old)).filter(
    (old) => old !== wanted || !isThere,
  );
  const shown = stale.find((old) => text.includes(old));
  if (shown !== undefined) return `${shown} of ${place} is gone, and was the answer: ${text}`;
  if (isThere && !text.includes(wanted)) return `${wanted} of ${place} is lost: ${text}`;
  return undefined;
}

function pick<T>(of: readonly T[]): T {
  const one = of[Math.floor(Math.random() * of.length)];
  if (one === undefined) throw new Error('There is nothing to pick from.');
  return one;
}

async function connections(name: string): Promise<number> {
  const { rows } = await asSuperuser(
    `SELECT count(*)::integer AS count FROM pg_stat_activity WHERE datname = '${name}'`,
  );
  return (rows as { count: number }[])[0]?.count ?? 0;
}

async function deadlocks(name: string): Promise<number> {
  const { rows } = await asSuperuser(
    `SELECT deadlocks::integer AS count FROM pg_stat_database WHERE datname = '${name}'`,
  );
  return (rows as { count: number }[])[0]?.count ?? 0;
}
