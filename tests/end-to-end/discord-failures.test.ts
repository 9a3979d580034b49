import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startStage, type Stage } from '../support/stage.js';

const WHO_LED = 'Who led the repairs of the Kelvin Bridge?';

let stage: Stage;

beforeEach(async () => {
  stage = await startStage();
});

afterEach(async () => {
  const { discord, bot } = stage;
  const violations = discord.takeViolations();
  const output = bot().output();
  await stage.end();
  expect(violations).toEqual([]);
  expect(output).not.toMatch(/unhandled|uncaught/i);
});

const answers = async () => (await stage.member.slash('ask', { question: WHO_LED })).text;

describe('REST in trouble', () => {
  test('a 429 on the edit is waited for', async () => {
    const { discord } = stage;
    discord.faults.add({ method: 'PATCH', path: /@original/, times: 2, status: 429 });
    expect(await answers()).toContain('Marta Vogel');
    expect(discord.faults.hits()).toBe(2);
  });

  test('a 500 on the edit is tried again', async () => {
    const { discord } = stage;
    discord.faults.add({ method: 'PATCH', path: /@original/, times: 2, status: 500 });
    expect(await answers()).toContain('Marta Vogel');
  });

  test('an edit that never succeeds ends in a log line, and the next question is answered', async () => {
    const { discord, member } = stage;
    discord.faults.add({ method: 'PATCH', path: /@original/, times: 1000, status: 500 });
    member.send('ask', { question: WHO_LED });
    await expect.poll(() => discord.faults.hits(), { timeout: 15_000 }).toBeGreaterThan(2);
    discord.faults.clear();
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
    const { discord, member, bot } = stage;
    discord.faults.add({
      method: 'PATCH',
      path: /@original/,
      times: 1,
      status: 429,
      retryAfter: 2,
    });
    const interaction = member.send('ask', { question: WHO_LED });
    await expect.poll(() => discord.faults.hits()).toBe(1);
    discord.age(interaction, 16 * 60_000);
    await expect.poll(() => discord.world.violations.length, { timeout: 10_000 }).toBe(1);
    expect(discord.takeViolations()[0]?.what).toContain('50027');
    await expect.poll(() => bot().output()).toMatch(/late|expired|dropped/i);
    expect(await answers()).toContain('Marta Vogel');
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
    expect(discord.gateway.counts).toEqual({ identified: 1, resumed: 1 });
    expect(bot().pid).toBe(pid);
  });

  test('so are a reconnect that Discord asks for and a close with 4000', async () => {
    const { discord } = stage;
    discord.gateway.askToReconnect();
    await expect.poll(() => discord.gateway.counts.resumed, { timeout: 10_000 }).toBe(1);
    discord.gateway.drop(4000);
    await expect.poll(() => discord.gateway.counts.resumed, { timeout: 10_000 }).toBe(2);
    expect(await answers()).toContain('Marta Vogel');
  });

  test('an invalid session is identified anew', async () => {
    const { discord } = stage;
    discord.gateway.invalidate();
    await expect.poll(() => discord.gateway.counts.identified, { timeout: 15_000 }).toBe(2);
    expect(await answers()).toContain('Marta Vogel');
  });
});

describe('the end', () => {
  test('SIGTERM in the middle of answers: they are finished, then it exits with 0', async () => {
    const { discord, member, bot } = stage;
    const questions = Array.from({ length: 8 }, () => member.slash('ask', { question: WHO_LED }));
    await expect
      .poll(() => discord.requests.filter(({ path }) => path.endsWith('/callback')).length)
      .toBeGreaterThan(0);
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

  test('SIGINT ends it as well', async () => {
    const { code } = await stage.bot().stop('SIGINT');
    expect(code).toBe(0);
  });

  test('kill -9 loses nothing: it starts again and answers', async () => {
    await stage.restart('SIGKILL');
    expect(await answers()).toContain('Marta Vogel');
  });
});
