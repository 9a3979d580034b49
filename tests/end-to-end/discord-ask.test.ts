import { join } from 'node:path';
import { Locale } from 'discord.js';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { writeArticles } from '../support/articles.js';
import { copyOf, newsdeskJson, removeFolder, temporaryFolder } from '../support/bot.js';
import type { Person } from '../support/discord/discord.js';
import { MILL } from '../support/mill.js';
import { sampleData, startStage, type Stage } from '../support/stage.js';

const WHO_LED = 'Who led the repairs of the Kelvin Bridge?';
const WORLD_CUP = 'Who won the 2018 World Cup?';

let stage: Stage;

beforeAll(async () => {
  const dataDir = copyOf(await sampleData());
  await newsdeskJson(dataDir, 'index', writeArticles(temporaryFolder(), [MILL]));
  stage = await startStage({ dataDir });
});

afterEach(() => {
  expect(stage.discord.takeViolations()).toEqual([]);
});

afterAll(async () => {
  await stage.end();
});

describe('/ask', () => {
  test('leads with the short answer, then quotes its sentence under the linked headline', async () => {
    const reply = await stage.member.slash('ask', { question: WHO_LED });

    const [embed] = reply.embeds;
    expect(embed?.title).toBe('The Kelvin Bridge opens again');
    expect(embed?.url).toBe('https://news.example/kelvin-bridge');
    const bold = /\*\*(.+?)\*\*/s.exec(embed?.description ?? '')?.[1]?.replaceAll('_', '');
    expect(bold).toContain('The repairs were led by the engineer Marta Vogel');
    expect(reply.message.body.content).toContain('**Marta Vogel**');
    expect(embed?.description).toContain('She said that the old stone had been kept');
    expect(embed?.description).not.toContain('12.4 million');
    expect(embed?.footer?.text).toContain('March 2, 2026');
    expect(embed?.footer?.text).toMatch(/of the article/);
    expect(reply.text).not.toMatch(/\d ?%/);
    expect(reply.ephemeral).toBe(false);
    expect(reply.acknowledgedInMs).toBeLessThan(1000);
    expect(reply.pings).toEqual([]);
  });

  test('names all three of the delegation', async () => {
    const reply = await stage.member.slash('ask', { question: "Who is in Putin's delegation?" });
    for (const name of ['Andrei Belousov', 'Sergei Lavrov', 'Alexander Novak']) {
      expect(reply.text.replaceAll('_', '')).toContain(name);
    }
  });

  test('says that the articles don’t say, with the nearest passages behind a button', async () => {
    const reply = await stage.member.slash('ask', { question: WORLD_CUP });
    expect(reply.text).toContain('The articles don’t say');
    expect(reply.text).toContain('I looked for *2018* and *World Cup*.');
    expect(reply.text).not.toContain('**The repairs');

    expect((await stage.member.press(reply, 'Nearest passages')).text).toBe(
      'Nothing in the articles is near to that.',
    );

    const question = 'Who painted the Kelvin Bridge?';
    const refused = await stage.member.slash('ask', { question });
    const nearest = await stage.member.press(refused, 'Nearest passages');
    expect(nearest.ephemeral).toBe(true);
    expect(nearest.text).toContain('may not answer the question');
    expect(nearest.embeds).toHaveLength(2);
    expect(nearest.embeds[1]?.description).toMatch(/^\[\*\*The Kelvin Bridge .*\n> .*\*\*/u);
  });

  test('is private on request, and its buttons keep it so', async () => {
    const reply = await stage.member.slash('ask', { question: WHO_LED, private: true });
    expect(reply.ephemeral).toBe(true);
    expect((await stage.member.press(reply, 'More context')).ephemeral).toBe(true);
    expect((await stage.member.press(reply, 'Other passages')).ephemeral).toBe(true);
    expect((await stage.member.press(reply, '👍')).ephemeral).toBe(true);
  });

  test('looks into one article where one is chosen', async () => {
    const { choices } = await stage.member.autocomplete('ask', 'article', 'skerry');
    expect(choices.map(({ name }) => name)).toEqual(['The last keeper of Skerry Point']);
    const article = String(choices[0]?.value);

    const elsewhere = await stage.member.slash('ask', { question: WHO_LED, article });
    expect(elsewhere.text).toContain('The articles don’t say');
    const there = await stage.member.slash('ask', {
      question: 'Until when was the lamp lit with paraffin?',
      article,
    });
    expect(there.text).toContain('1994');
  });

  test('suggests articles from memory, even before anything is typed', async () => {
    const times: number[] = [];
    for (const typed of ['', 'k', 'ke', 'bridge', 'nothing like it', '*'.repeat(100)]) {
      const { choices, ms } = await stage.member.autocomplete('ask', 'article', typed);
      expect(choices.length).toBeLessThanOrEqual(4);
      times.push(ms);
    }
    expect(times.sort((a, b) => a - b)[3]).toBeLessThanOrEqual(100);
  });

  test('says privately what is wrong with an unknown article or a short question', async () => {
    const unknown = await stage.member.slash('ask', { question: WHO_LED, article: 'no such' });
    expect(unknown.text).toMatch(
      /There is no article “no such” here.*Code: discord-article-unknown/s,
    );
    expect(unknown.ephemeral).toBe(true);

    const short = await stage.member.slash('ask', { question: '?' }, { unchecked: true });
    expect(short.text).toMatch(/3 to 300 characters/);
    expect(short.text).not.toContain('Code:');
    expect(short.ephemeral).toBe(true);
    const code = /Code: \S+ · (\S+)/.exec(unknown.text)?.[1] ?? 'missing';
    expect(stage.bot().output()).toContain(code);
  });

  test('speaks the language of the person', async () => {
    const { discord, guild } = stage;
    for (const [locale, expected] of [
      [Locale.German, 'Dazu sagen die Artikel nichts'],
      [Locale.French, 'Les articles n’en disent rien'],
      [Locale.SpanishES, /art[ií]culos no/],
      [Locale.Russian, /[а-я]/],
    ] as const) {
      const reply = await discord.person({ guild, locale }).slash('ask', { question: WORLD_CUP });
      expect(reply.text).toMatch(expected);
    }
  });

  test('is answered in a direct message from shared articles', async () => {
    const reply = await stage.discord.person().slash('ask', { question: WHO_LED });
    expect(reply.text).toContain('Marta Vogel');
  });

  test('logs no question and no token', async () => {
    await stage.member.slash('ask', { question: 'Which xylophone did the zebra play?' });
    expect(stage.bot().output()).not.toMatch(/xylophone/);
    expect(stage.bot().output()).not.toContain(stage.discord.token.slice(0, 10));
  });
});

describe('the buttons under an answer', () => {
  test('More context shows the neighbouring passages to who asks for them', async () => {
    const { member, discord, guild } = stage;
    const reply = await member.slash('ask', { question: WHO_LED });
    const other = discord.person({ guild });
    const context = await other.press(reply, 'More context');
    expect(context.ephemeral).toBe(true);
    expect(context.message.onlyFor).toBe(other.user.id);
    expect(context.text).toContain('opened again on Monday');
    expect(context.text).toContain('12.4 million pounds');
    expect(context.acknowledgedInMs).toBeLessThan(1000);
  });

  test('Other passages are paged, and turn in place', async () => {
    const question = 'How many boards of the floor of the mill were laid anew?';
    const reply = await stage.member.slash('ask', { question });
    const first = await stage.member.press(reply, 'Other passages');
    expect(first.text).toMatch(/Page 1 of [2-9]/);
    const before = first.text;
    const second = await stage.member.press(first, 'Next');
    expect(second.message).toBe(first.message);
    expect(second.text).toMatch(/Page 2 of/);
    await stage.member.press(second, 'Previous');
    expect(first.text).toBe(before);
  });

  test('👍 and 👎 count one vote a person, changed and taken back', async () => {
    const { member, discord, guild, dataDir } = stage;
    const votes = async () => {
      const { feedback } = (await newsdeskJson(dataDir, 'stats')) as {
        feedback: { up: number; down: number };
      };
      return feedback;
    };
    const before = await votes();
    const reply = await member.slash('ask', {
      question: 'How much did the work on the Kelvin Bridge cost?',
    });
    const other = discord.person({ guild });
    const pressed = async (person: Person, which: string) => {
      await person.press(reply, which);
      return reply.buttons.slice(-2).map(({ label }) => label);
    };

    expect(await pressed(member, '👍')).toEqual(['👍 1', '👎']);
    expect(await pressed(other, '👍')).toEqual(['👍 2', '👎']);
    expect(await pressed(other, '👎')).toEqual(['👍 1', '👎 1']);
    expect(await pressed(other, '👎')).toEqual(['👍 1', '👎']);
    expect(await votes()).toEqual({ up: before.up + 1, down: before.down });
  });

  test('say so when the article has changed, and when it is gone', async () => {
    const { member, dataDir } = stage;
    const folder = join(temporaryFolder(), 'moving');
    const text =
      'Brackley has a windmill. It stands on a hill. The windmill of Brackley was painted green by Oswald Finch in 1911. It can be seen from afar. Nobody grinds corn there.';
    writeArticles(folder, [{ name: 'windmill.txt', text }]);
    await newsdeskJson(dataDir, 'index', folder);
    const question = 'Who painted the windmill of Brackley?';
    await expect
      .poll(async () => (await member.slash('ask', { question })).text, { timeout: 10_000 })
      .toContain('Oswald Finch');
    const reply = await member.slash('ask', { question });

    writeArticles(folder, [{ name: 'windmill.txt', text: `${text} It was sold in 1950.` }]);
    await newsdeskJson(dataDir, 'index', folder);
    const press = async () => (await member.press(reply, 'More context')).text;
    await expect.poll(press, { timeout: 10_000 }).toContain('has changed since this answer');

    const articles = (await newsdeskJson(dataDir, 'list')) as { id: string; source: string }[];
    const windmill = articles.find(({ source }) => source.includes('windmill'));
    await newsdeskJson(dataDir, 'remove', windmill?.id ?? '');
    await expect.poll(press, { timeout: 10_000 }).toContain('has been removed');
    removeFolder(folder);
  });

  test.each([' ', 'n1:c', 'n1:c:../../etc:0:9:00000000', 'n0:u:abc', 'other bot', 'n1:u:unknown'])(
    'a forged id %j is refused in private',
    async (customId) => {
      const reply = await stage.member.forge(customId);
      expect(reply.ephemeral).toBe(true);
      expect(reply.text).toMatch(/Code: discord-/);
    },
  );

  test('go on working after a restart', async () => {
    const reply = await stage.member.slash('ask', { question: WHO_LED });
    await stage.restart();
    expect((await stage.member.press(reply, 'More context')).text).toContain('12.4 million');
    expect((await stage.member.press(reply, 'Other passages')).text).toMatch(/Page 1/);
    expect((await stage.member.press(reply, '👎')).changed).toBe(true);
  });
});
