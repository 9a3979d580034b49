import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newsdeskJson } from '../support/bot.js';
import type { Person, Reply } from '../support/discord/discord.js';
import { startStage, type Stage } from '../support/stage.js';

const QUESTION = 'Who led the repairs of the Kelvin Bridge?';
const ANSWER = 'Marta Vogel';
const BUSY = 'I’m answering many questions just now. Please ask again in a moment.';
/** All in one moment: more than are answered in the ten seconds that they may have to wait. */
const QUESTIONS = 600;
/** What is expected to take ten seconds may take twice as long, and what is then under way. */
const LONGEST_MS = 25_000;

let stage: Stage;

beforeAll(async () => {
  stage = await startStage({ env: { NEWSDESK_HTTP: '127.0.0.1:0' } });
});

afterAll(async () => {
  await stage.end();
});

/** Each in words of its own, so that nothing is remembered from one for another. */
function ask(person: Person, at: number): Promise<Reply> {
  return person.slash('ask', { question: `${QUESTION} I ask for the ${at}th time.` });
}

async function metric(name: string): Promise<number> {
  const port = /"port":(\d+)/.exec(stage.bot().output())?.[1] ?? '';
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
}

describe('more questions than can be answered', () => {
  test('are answered or told at once that it is busy, none too late; later ones are answered', async () => {
    const { discord, bot, member, dataDir } = stage;
    const people = Array.from({ length: 6 }, () => discord.person({ guild: discord.addGuild() }));
    const asked = people.flatMap((person, first) =>
      Array.from({ length: QUESTIONS / people.length }, (_, at) =>
        ask(person, at * people.length + first),
      ),
    );
    // Fails if one is not acknowledged within the three seconds that Discord gives.
    const all = Promise.all(asked);
    await Promise.race(asked);
    const waiting = await metric('newsdesk_questions_waiting');
    const replies = await all;

    const busy = replies.filter(({ text }) => text.includes(BUSY));
    const answered = replies.filter(({ text }) => text.includes(ANSWER));
    expect(busy.length).toBeGreaterThan(0);
    expect(answered.length).toBeGreaterThan(0);
    expect(busy.length + answered.length).toBe(QUESTIONS);
    for (const { text, ephemeral } of busy) {
      expect(text).toBe(BUSY);
      expect(ephemeral).toBe(true);
    }
    for (const { visibleInMs } of replies) expect(visibleInMs).toBeLessThan(LONGEST_MS);
    expect(waiting).toBeGreaterThan(0);

    const calm = await member.slash('ask', { question: QUESTION });
    expect(calm.text).toContain(ANSWER);
    expect(calm.acknowledgedInMs ?? Infinity).toBeLessThan(1_000);
    expect(await metric('newsdesk_questions_waiting')).toBe(0);
    expect(await metric('newsdesk_busy_total\\{step="ask"\\}')).toBe(busy.length);
    // What was refused was not looked for, and is no gap in the articles.
    expect(await newsdeskJson(dataDir, 'stats')).toMatchObject({
      asked: answered.length + 1,
      unanswered: 0,
    });

    expect(discord.takeViolations()).toEqual([]);
    expect(bot().output()).not.toMatch(/unhandled|uncaught|Something went wrong/i);
  });
});
