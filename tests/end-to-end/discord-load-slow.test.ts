import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateArticles, type GeneratedFact } from '../support/articles.js';
import { copyOf, newsdeskJson, removeFolder, runProgram, temporaryFolder } from '../support/bot.js';
import type { Guild, Person, Reply } from '../support/discord/discord.js';
import { sampleData, startStage, type Stage } from '../support/stage.js';

const MINUTES = 60_000;

let dataDir: string;
let facts: readonly GeneratedFact[];

beforeAll(async () => {
  dataDir = copyOf(await sampleData());
  const folder = join(temporaryFolder(), 'generated');
  ({ facts } = generateArticles(folder, 60_000));
  await newsdeskJson(dataDir, 'index', folder);
}, 2 * MINUTES);

afterAll(() => {
  removeFolder(dataDir);
});

/** The same numbers in every run (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe('2,000 random interactions in a row', () => {
  test(
    'no refused request, no unhandled rejection, less than 60 MB more memory',
    { timeout: 4 * MINUTES },
    async () => {
      const stage = await startStage({ dataDir });
      const { discord, bot } = stage;
      const people = [
        ...Array.from({ length: 8 }, () => discord.addGuild()).map((guild: Guild) =>
          discord.person({ guild }),
        ),
        discord.person(),
      ];
      const act = actor(randomNumbers(1), people, stage);
      for (let done = 0; done < 200; done++) await act();
      const before = bot().residentMb();
      for (let done = 0; done < 2000; done++) await act();
      const grown = bot().residentMb() - before;

      expect(discord.takeViolations()).toEqual([]);
      expect(bot().output()).not.toMatch(/unhandled|uncaught|Something went wrong/i);
      expect(grown).toBeLessThan(60);
      expect((await bot().stop()).code).toBe(0);
      await stage.end();
    },
  );
});

/** Somebody does something, likely things more often. */
function actor(random: () => number, people: readonly Person[], stage: Stage): () => Promise<void> {
  const pick = <T>(list: readonly T[]): T => {
    const found = list[Math.floor(random() * list.length)];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  };
  const seen: { readonly person: Person; readonly reply: Reply }[] = [];
  const words = 'who founded harbour storm bridge Putin apples 1931 ** @everyone of the Ulm'.split(
    ' ',
  );
  const phrase = () =>
    Array.from({ length: 2 + Math.floor(random() * 8) }, () => pick(words)).join(' ');
  const question = () => (random() < 0.5 ? pick(facts).question : phrase());
  const keep = (person: Person, reply: Reply): void => {
    seen.push({ person, reply });
    if (seen.length > 50) seen.shift();
  };
  const actions: (() => Promise<unknown>)[] = [
    async () => {
      const person = pick(people);
      keep(person, await person.slash('ask', { question: question(), private: random() < 0.3 }));
    },
    async () => {
      const person = pick(people);
      keep(person, await person.slash('search', { query: phrase() }));
    },
    async () => {
      const last = seen[Math.floor(random() * seen.length)];
      const buttons = last?.reply.buttons ?? [];
      if (last && buttons.length > 0) {
        keep(last.person, await last.person.press(last.reply, pick(buttons).customId ?? ''));
      }
    },
    () => pick(people).autocomplete('ask', 'article', phrase().slice(0, 20)),
    () => pick(people).slash(pick(['articles', 'help'])),
    () => pick(people).forge(phrase().slice(0, 90)),
    () => pick(people).slash('unanswered', {}, { unchecked: true }),
    async () => {
      keep(stage.manager, await stage.manager.slash('unanswered'));
    },
    () => pick(people).slash('ask', { question: '?' }, { unchecked: true }),
    () => discordMessage(pick(people), question()),
  ];
  // A channel takes five messages in five seconds, so mentions are the rarest.
  const weights = [30, 15, 25, 15, 6, 3, 2, 2, 1, 1];
  return async () => {
    let at = random() * weights.reduce((sum, weight) => sum + weight, 0);
    const index = weights.findIndex((weight) => (at -= weight) < 0);
    await actions[index]?.();
  };
}

function discordMessage(person: Person, question: string): Promise<Reply> {
  return person.mention(question.replaceAll('@everyone', ''));
}

describe('300 questions from many people, 20 at a time', () => {
  test(
    'each acknowledged within a second and answered, at half the pace of ask --batch or better',
    { timeout: 4 * MINUTES },
    async () => {
      const stage = await startStage({ dataDir });
      const { discord, bot } = stage;
      const guilds = Array.from({ length: 5 }, () => discord.addGuild());
      const replies: { readonly fact: GeneratedFact; readonly reply: Reply }[] = [];
      const shares: number[] = [];
      // In turns, so that whatever else the machine does meets both.
      for (let round = 0; round < 3; round++) {
        const questions = Array.from({ length: 100 }, (_, index) => factNumber(round + index));
        const batch = await batchPerSecond(questions.map(({ question }) => question));
        const waiting = questions.map((fact, index) => {
          const guild = guilds[index % guilds.length];
          return { fact, person: discord.person(guild ? { guild } : {}) };
        });
        const worker = async (): Promise<void> => {
          for (let next = waiting.shift(); next; next = waiting.shift()) {
            const { fact, person } = next;
            replies.push({ fact, reply: await person.slash('ask', { question: fact.question }) });
          }
        };
        const started = performance.now();
        await Promise.all(Array.from({ length: 20 }, worker));
        shares.push(questions.length / ((performance.now() - started) / 1000) / batch);
      }

      expect(replies).toHaveLength(300);
      const slowest = Math.max(...replies.map(({ reply }) => reply.acknowledgedInMs ?? Infinity));
      expect(slowest).toBeLessThanOrEqual(1000);
      for (const { fact, reply } of replies) {
        expect(reply.text.replaceAll('_', '')).toContain(fact.answer);
      }
      expect(shares.sort((a, b) => a - b)[1]).toBeGreaterThanOrEqual(0.5);
      expect(discord.takeViolations()).toEqual([]);
      expect(bot().output()).not.toMatch(/unhandled|uncaught/i);
      await stage.end();
    },
  );
});

function factNumber(index: number): GeneratedFact {
  const fact = facts[index % facts.length];
  if (fact === undefined) throw new Error('no facts');
  return fact;
}

/** From the first answer to the last, so that starting up isn't counted. */
async function batchPerSecond(questions: readonly string[]): Promise<number> {
  const { child, finished } = runProgram(['ask', '--batch', '--json'], {
    dataDir,
    input: `${questions.join('\n')}\n`,
  });
  let first = 0;
  let last = 0;
  child.stdout?.on('data', () => {
    last = performance.now();
    first ||= last;
  });
  const { code, stdout, stderr } = await finished;
  expect(code, stderr).toBe(0);
  const answered = stdout.trim().split('\n').length;
  expect(answered).toBe(questions.length);
  return answered / ((last - first) / 1000);
}
