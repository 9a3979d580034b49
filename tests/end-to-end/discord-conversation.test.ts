import { join } from 'node:path';
import { Locale } from 'discord.js';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { BRIDGE, LIGHTHOUSE, PUTIN, writeArticles } from '../support/articles.js';
import { newsdeskJson, temporaryFolder } from '../support/bot.js';
import type { Person } from '../support/discord/discord.js';
import { startStage, type Stage } from '../support/stage.js';

const MAYORS = [
  {
    name: 'lisbon.md',
    text: `# Lisbon's mayor opens the river baths

The mayor of Lisbon, Carlos Moedas, opened the new river baths at Belém on Thursday. About four hundred people came to the first swim of the season, although the water had only 16 degrees.

The baths cost the city 3.4 million euros. They are open every day from nine in the morning until eight in the evening, and children swim for free.

Moedas said that he would swim there himself before the summer is over. The water is tested twice a week by a laboratory in Oeiras.
`,
  },
  {
    name: 'chess.md',
    text: `# A boy from Reykjavik wins the northern open

The chess player Jonas Eldjarn won the northern open in Tromsø on Sunday. He is 14 years old and the youngest winner that the tournament has ever had.

He beat the grandmaster Pavel Orlov in the last round with a sacrifice of his queen. His trainer, Runa Halldor, said that he had seen the move in a game from 1963.
`,
  },
];

const BEGAN = 'Who is the mayor of Lisbon?';
const LED = 'Who led the repairs of the Kelvin Bridge?';
const COST = 'How much did it cost?';

let dataDir: string;
let stage: Stage;

beforeAll(async () => {
  dataDir = temporaryFolder();
  const folder = writeArticles(join(temporaryFolder(), 'articles'), [
    BRIDGE,
    LIGHTHOUSE,
    ...MAYORS,
  ]);
  await newsdeskJson(dataDir, 'index', PUTIN, folder);
  stage = await startStage({ dataDir });
});

afterEach(() => {
  expect(stage.discord.takeViolations()).toEqual([]);
});

afterAll(async () => {
  await stage.end();
});

/** Without the marks of the words that answer. */
const plain = ({ text }: { readonly text: string }): string => text.replaceAll('_', '');
const newcomer = (): Person => stage.discord.person({ guild: stage.guild });
const counts = async () =>
  (await newsdeskJson(stage.dataDir, 'stats')) as { asked: number; unanswered: number };

describe('a conversation', () => {
  test('of a newcomer goes the way a person would want', async () => {
    const person = newcomer();
    const { asked } = await counts();
    expect((await person.mention('hi')).text).toMatch(/^Hello!/);
    expect(plain(await person.mention(BEGAN))).toContain('Carlos Moedas');

    const age = await person.mention('How old is he?');
    expect(age.text).toContain('That article doesn’t say.');
    expect(age.text).toContain('about Carlos Moedas');
    expect(age.text).not.toContain('14');

    const stay = await person.mention('Where will he stay?');
    expect(stay.text).toContain('That article doesn’t say.');
    expect(stay.text).not.toContain('guesthouse');

    const putin = await person.mention('Where will Putin stay in Pyongyang?');
    expect(putin.text).toContain('Kumsusan guesthouse');
    expect((await person.mention('Thank you so much!')).text).toBe('You’re welcome!');
    expect((await counts()).asked).toBe(asked + 4);
  });

  test('is one, whichever way it goes on', async () => {
    const person = newcomer();
    await person.slash('ask', { question: LED });
    expect(plain(await person.mention(COST))).toContain('12.4 million');
    expect(plain(await person.slash('ask', { question: 'who paid?' }))).toContain(
      'railway company',
    );
  });

  test('in direct messages too', async () => {
    const person = stage.discord.person();
    await person.slash('ask', { question: LED });
    expect(plain(await person.ask(COST))).toContain('12.4 million');
  });

  test('of two people in one channel are two', async () => {
    const [anna, ben] = [newcomer(), newcomer()];
    await anna.mention(LED);
    await ben.mention('Who kept the lighthouse at Skerry Point?');
    const hers = await anna.mention('When did it crack?');
    const his = await ben.mention('When did she move in?');
    expect(hers.text).toContain('2021');
    expect(his.text).toContain('1989');
  });

  test('takes up the message that is replied to, after a restart too', async () => {
    const person = newcomer();
    const bridge = await person.mention(LED);
    await person.mention('Who kept the lighthouse at Skerry Point?');
    await stage.restart();
    const bot = `<@${stage.discord.world.bot.id}>`;
    const reply = await person.ask(`${bot} ${COST}`, { repliesTo: bridge.message });
    expect(plain(reply)).toContain('12.4 million');
    const other = newcomer();
    const joined = await other.ask(`${bot} who paid?`, { repliesTo: reply.message });
    expect(joined.text).toContain('railway company');
  });

  test('never hears in public of what was asked in private', async () => {
    const person = newcomer();
    await person.slash('ask', { question: LED, private: true });
    const kept = await person.slash('ask', { question: COST, private: true });
    expect(plain(kept)).toContain('12.4 million');
    const open = await person.mention('And who is she?');
    expect(open.text).not.toMatch(/Vogel|Kelvin/);
  });

  test('asks all articles on request where one does not say', async () => {
    const person = newcomer();
    await person.mention(LED);
    const refused = await person.mention('How tall is it?');
    expect(refused.text).toContain('That article doesn’t say.');
    const all = await person.press(refused, 'Ask all articles');
    expect(all.ephemeral).toBe(true);
    expect(all.text).toContain('How tall is Kelvin Bridge?');
  });

  test('a question that names its own subject is a new one', async () => {
    const person = newcomer();
    await person.mention(LED);
    const reply = await person.mention('Who beat Pavel Orlov?');
    expect(plain(reply)).toContain('He beat the grandmaster');
    // "He" is no answer by itself.
    expect(reply.message.body.content).toBe('');
  });

  test('goes on, and stands by what it said', async () => {
    const person = newcomer();
    await person.mention('How much did the work on the Kelvin Bridge cost?');
    expect(plain(await person.mention('are you sure?'))).toContain('12.4 million');
    expect(plain(await person.mention('tell me more'))).toContain('railway company');
  });
});

describe('small talk', () => {
  test('is answered in place, without a code, and counts as nothing', async () => {
    const person = newcomer();
    const before = await counts();
    for (const message of ['ok', '👍', 'bye', 'help', 'who are you?', 'are you a bot?', 'lol']) {
      const reply = await person.mention(message);
      expect(reply.text).not.toBe('');
      expect(reply.text).not.toContain('Code:');
    }
    expect(plain(await person.mention('What articles do you have?'))).toContain('Kelvin Bridge');
    expect((await person.slash('ask', { question: 'Do you store my questions?' })).text).toMatch(
      /without who asked/,
    );
    expect(await counts()).toEqual(before);
  });

  test('is answered in the language that it is in', async () => {
    const person = newcomer();
    for (const [said, expected] of [
      ['Danke!', 'Gern geschehen'],
      ['merci beaucoup', 'Avec plaisir'],
      ['muchas gracias', 'De nada'],
      ['спасибо', 'Пожалуйста'],
    ] as const) {
      expect(plain(await person.mention(said))).toContain(expected);
    }
    const german = stage.discord.person({ guild: stage.guild, locale: Locale.German });
    const reply = await german.slash('ask', { question: 'what can you do?' });
    expect(reply.text).toContain('Ich beantworte Fragen');
  });

  test('in another language than English gets the truth in that language', async () => {
    const person = newcomer();
    for (const [said, expected] of [
      ['Wer ist der Bürgermeister von Lissabon?', 'Ich kann nur englische Fragen lesen'],
      ['Qui est le maire de Lisbonne ?', 'Je ne lis que les questions en anglais'],
      ['¿Quién es el alcalde de Lisboa?', 'Solo sé leer preguntas en inglés'],
      ['Кто мэр Лиссабона?', 'Я читаю вопросы только по-английски'],
      ['Chi è il sindaco di Lisbona?', 'I can read English questions only'],
    ] as const) {
      expect(plain(await person.mention(said))).toContain(expected);
    }
  });

  test('too short and too long are said where it was asked', async () => {
    const person = newcomer();
    const short = await person.mention('q?');
    expect(short.text).toMatch(/3 to 300 characters/);
    expect(short.text).not.toContain('Code:');
    const long = await person.mention(
      'I walked over the bridge and liked it very much. '.repeat(9),
    );
    expect(long.text).toMatch(/3 to 300 characters/);
  });
});

describe('one message', () => {
  test('may ask several questions, and each is answered', async () => {
    const person = newcomer();
    const reply = await person.mention(`${LED} ${COST} Who kept the lighthouse at Skerry Point?`);
    expect(reply.embeds).toHaveLength(3);
    const answers = reply.embeds.map(({ description = '' }) => plain({ text: description }));
    expect(answers[0]).toContain('Marta Vogel');
    expect(answers[1]).toContain('12.4 million');
    expect(answers[2]).toContain('Ingrid Halvorsen');
    expect((await person.press(reply, '2 · More context')).ephemeral).toBe(true);
  });

  test('of one word is a search', async () => {
    const reply = await newcomer().mention('Kumsusan');
    expect(reply.text).toContain('Passages for');
    expect(reply.text).toContain('Kumsusan');
  });
});
