import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startStage, type Stage } from '../support/stage.js';

const WHO_LED = 'Who led the repairs of the Kelvin Bridge?';

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
});

afterEach(() => {
  expect(stage.discord.takeViolations()).toEqual([]);
  expect(stage.bot().output()).not.toMatch(/unhandled|uncaught/i);
  stage.discord.faults.clear();
});

afterAll(async () => {
  await stage.end();
});

const answers = async () => (await stage.member.slash('ask', { question: WHO_LED })).text;

/** Takes longer than a response may wait, so that it is deferred and edited. */
const longFile = (street: string) => ({
  name: `${street}.txt`,
  bytes: Array.from(
    { length: 200 },
    (_, index) => `House number ${index} in ${street} Street belongs to the ${index}th tailor.`,
  ).join('\n\n'),
});

describe('REST in trouble', () => {
  test.each([429, 500] as const)('a %i on the edit is tried again', async (status) => {
    const { discord } = stage;
    discord.faults.add({ method: 'PATCH', path: /@original/, times: 2, status });
    const file = longFile(`Street${status}`);
    const hits = discord.faults.hits();
    const reply = await stage.manager.slash('article add', { file });
    await reply.until(/Added/);
    expect(discord.faults.hits() - hits).toBe(2);
    expect(await answers()).toContain('Marta Vogel');
  });

  test.each([429, 500] as const)('so is a %i on the first response', async (status) => {
    const { discord } = stage;
    const hits = discord.faults.hits();
    discord.faults.add({ method: 'POST', path: /callback/, times: 1, status });
    expect(await answers()).toContain('Marta Vogel');
    expect(discord.faults.hits() - hits).toBe(1);
  });

  test('an edit that never succeeds ends in a log line, and the next question is answered', async () => {
    const { discord, manager, bot } = stage;
    const hits = discord.faults.hits();
    discord.faults.add({ method: 'PATCH', path: /@original/, times: 1000, status: 500 });
    manager.send('article add', { file: longFile('Lost') });
    await expect.poll(() => discord.faults.hits() - hits, { timeout: 20_000 }).toBeGreaterThan(3);
    discord.faults.clear();
    await expect.poll(() => bot().output()).toContain('failed');
    expect(await answers()).toContain('Marta Vogel');
  });

  test('a slow acknowledgement delays one question and no other', async () => {
    const { discord, member } = stage;
    discord.faults.add({ method: 'POST', path: /callback/, times: 1, delayMs: 2000 });
    const slow = member.slash('ask', { question: WHO_LED });
    const quick = await member.slash('ask', { question: WHO_LED });
    expect(quick.visibleInMs).toBeLessThan(2000);
    expect((await slow).text).toContain('Marta Vogel');
  });

  test('an answer that comes too late for its token is dropped with a log line', async () => {
    const { discord, manager, bot } = stage;
    const dropped = () => bot().output().split('Editing the response failed').length;
    const before = dropped();
    const interaction = manager.send('article add', { file: longFile('Late') });
    await expect.poll(() => interaction.acknowledged, { timeout: 3000 }).toBeDefined();
    discord.age(interaction, 16 * 60_000);
    await expect.poll(dropped, { timeout: 20_000 }).toBeGreaterThan(before);
    for (const { what } of discord.takeViolations()) expect(what).toContain('50027');
    expect(await answers()).toContain('Marta Vogel');
    // The work itself is done: only its reply came to nothing.
    await expect
      .poll(async () => (await manager.slash('articles')).text, { timeout: 20_000 })
      .toContain('Late');
  });

  test('an interaction that Discord has given up on is no crash', async () => {
    const { discord, member } = stage;
    const interaction = member.send('ask', { question: WHO_LED });
    discord.age(interaction, 4000);
    await expect.poll(() => discord.world.violations.length, { timeout: 10_000 }).toBe(1);
    expect(discord.takeViolations()[0]?.what).toContain('10062');
    expect(await answers()).toContain('Marta Vogel');
  });
});

describe('the gateway in trouble', () => {
  test('a drop is resumed in the same process, and what came meanwhile is answered', async () => {
    const { discord, bot } = stage;
    const { pid } = bot();
    discord.gateway.drop();
    expect(await answers()).toContain('Marta Vogel');
    expect(discord.gateway.counts).toMatchObject({ identified: 1, resumed: 1 });
    expect(bot().pid).toBe(pid);
  });

  test('so are a reconnect that Discord asks for and a close with 4000', async () => {
    const { discord } = stage;
    discord.gateway.askToReconnect();
    await expect.poll(() => discord.gateway.counts.resumed, { timeout: 10_000 }).toBe(2);
    discord.gateway.drop(4000);
    await expect.poll(() => discord.gateway.counts.resumed, { timeout: 10_000 }).toBe(3);
    expect(await answers()).toContain('Marta Vogel');
  });

  test('an invalid session is identified anew, while it runs and where a resume is refused', async () => {
    const { discord } = stage;
    discord.gateway.invalidate();
    await expect.poll(() => discord.gateway.counts.identified, { timeout: 15_000 }).toBe(2);
    discord.gateway.refuseNext(1);
    discord.gateway.drop();
    await expect.poll(() => discord.gateway.counts.identified, { timeout: 15_000 }).toBe(3);
    expect(await answers()).toContain('Marta Vogel');
  });
});

describe('the end', () => {
  test('SIGTERM in the middle of answers: they are finished, then it exits with 0', async () => {
    const { discord, member, bot } = stage;
    const callbacks = () =>
      discord.requests.filter(({ path }) => path.endsWith('/callback')).length;
    const before = callbacks();
    const questions = Array.from({ length: 8 }, () => member.slash('ask', { question: WHO_LED }));
    await expect.poll(callbacks, { interval: 5 }).toBeGreaterThan(before);
    const started = performance.now();
    const { code, signal } = await bot().stop('SIGTERM');
    expect([code, signal]).toEqual([0, null]);
    expect(performance.now() - started).toBeLessThan(6000);
    const replies = await Promise.allSettled(questions);
    for (const reply of replies) {
      // One that was never acknowledged is Discord's to explain; an acknowledged one is answered.
      if (reply.status === 'fulfilled') expect(reply.value.text).toContain('Marta Vogel');
      else expect(String(reply.reason)).toContain('did not respond');
    }
    expect(replies.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect([...discord.gateway.sessions.values()].every(({ socket }) => !socket)).toBe(true);
  });

  test('SIGTERM while a file is embedded: its reply is there before the process ends', async () => {
    await stage.restart();
    const reply = await stage.manager.slash('article add', { file: longFile('Last') });
    const { code } = await stage.bot().stop('SIGTERM');
    expect(code).toBe(0);
    expect(reply.text).not.toMatch(/Embedding|Reading|Saving/);
  });

  test('SIGINT ends it as well', async () => {
    await stage.restart();
    const { code } = await stage.bot().stop('SIGINT');
    expect(code).toBe(0);
  });

  test('kill -9 loses nothing: it starts again and answers', async () => {
    await stage.restart();
    await stage.restart('SIGKILL');
    expect(await answers()).toContain('Marta Vogel');
  });
});
