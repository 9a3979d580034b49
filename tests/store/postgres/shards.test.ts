import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDesk } from '../../cli/desk.js';
import { BRIDGE } from '../../support/articles.js';
import { launchBot, type RunningProgram } from '../../support/bot.js';
import { startDiscord, type Discord } from '../../support/discord/discord.js';
import { newDatabase } from '../../support/postgres/databases.js';
import { lineTo } from '../../support/postgres/line.js';

interface Scene {
  readonly url: string;
  /** A machine that shares the two shards with the others. */
  readonly start: (url: string) => RunningProgram;
  readonly bothUp: (timeout: number) => Promise<void>;
  readonly everybodyIsAnswered: () => Promise<void>;
  readonly discord: Discord;
  /** What was connected when one shard was more than once. */
  readonly twice: readonly (readonly number[])[];
}

async function openScene(): Promise<Scene> {
  const discord = await startDiscord();
  onTestFinished(() => discord.close());
  const guilds = Array.from({ length: 6 }, () => discord.addGuild());
  const desk = openDesk();
  onTestFinished(() => {
    desk.end();
  });
  const url = await newDatabase();
  const env = { NEWSDESK_DATABASE_URL: url, NEWSDESK_SHARDS: '2' };
  expect((await desk.run(['index', desk.write(BRIDGE)], { env })).code).toBe(0);
  const twice: number[][] = [];
  const watch = setInterval(() => {
    const now = connected(discord);
    if (new Set(now).size < now.length) twice.push(now);
  }, 20);
  onTestFinished(() => {
    clearInterval(watch);
  });
  return {
    url,
    discord,
    twice,
    start: (at) => {
      const machine = launchBot(discord, {
        dataDir: desk.dataDir,
        env: { ...env, NEWSDESK_DATABASE_URL: at },
      });
      onTestFinished(() => {
        machine.child.kill('SIGKILL');
      });
      return machine;
    },
    bothUp: async (timeout) => {
      await expect.poll(() => connected(discord), { timeout }).toEqual([0, 1]);
      // Connected is not yet ready.
      await sleep(1_000);
    },
    everybodyIsAnswered: async () => {
      const people = [discord.person(), ...guilds.map((guild) => discord.person({ guild }))];
      for (const person of people) {
        const reply = await person.slash('ask', { question: 'How much did the repairs cost?' });
        expect(reply.text).toContain('12.4');
      }
      expect(discord.takeViolations()).toEqual([]);
    },
  };
}

/** The shards that are connected now, one for each of their connections. */
function connected({ gateway }: Discord): number[] {
  return [...gateway.sessions.values()]
    .filter(({ socket }) => socket !== undefined)
    .map(({ shard: [index] }) => index)
    .sort();
}

const beginnings = (machine: RunningProgram): number =>
  machine.output().split('"Starting a shard"').length - 1;

describe('two machines that share a bot', { timeout: 240_000 }, () => {
  it('take over from each other within a minute, and no shard ever runs twice', async () => {
    const { url, start, bothUp, everybodyIsAnswered, discord, twice } = await openScene();
    const [lost, other] = [start(url), start(url)];
    await bothUp(90_000);
    await everybodyIsAnswered();
    expect([lost, other].map(beginnings)).toEqual([1, 1]);

    const lostAt = performance.now();
    lost.child.kill('SIGKILL');
    await expect.poll(() => connected(discord), { timeout: 20_000 }).toHaveLength(1);
    await bothUp(60_000);
    const seconds = (performance.now() - lostAt) / 1000;
    expect(seconds).toBeLessThan(60);
    console.info(`taken over after ${seconds.toFixed(1)} s`);
    await everybodyIsAnswered();

    // A third comes, and the second ends one for it.
    const third = start(url);
    await expect.poll(() => beginnings(third), { timeout: 90_000 }).toBe(1);
    await bothUp(60_000);
    await everybodyIsAnswered();
    third.child.kill('SIGTERM');
    expect((await third.finished).code).toBe(0);
    await bothUp(15_000);
    await everybodyIsAnswered();
    other.child.kill('SIGTERM');
    expect((await other.finished).code).toBe(0);
    expect(twice).toEqual([]);
  });

  it('end a shard that they can not be sure of, before another begins it', async () => {
    const { url, start, bothUp, everybodyIsAnswered, twice } = await openScene();
    const line = await lineTo(url);
    onTestFinished(() => {
      line.end();
    });
    const [cutOff, other] = [start(line.url), start(url)];
    await bothUp(90_000);
    expect([cutOff, other].map(beginnings)).toEqual([1, 1]);

    line.cut();
    await expect.poll(() => beginnings(other), { timeout: 60_000 }).toBe(2);
    expect(cutOff.output()).toContain('No word from the database');
    await bothUp(20_000);
    await everybodyIsAnswered();

    line.mend();
    await expect.poll(() => beginnings(cutOff), { timeout: 60_000 }).toBe(2);
    await bothUp(20_000);
    await everybodyIsAnswered();
    expect(twice).toEqual([]);
  });
});
