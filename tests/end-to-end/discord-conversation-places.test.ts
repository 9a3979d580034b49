import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { BRIDGE, LIGHTHOUSE, writeArticles } from '../support/articles.js';
import { newsdeskJson, temporaryFolder } from '../support/bot.js';
import { startStage, type Stage } from '../support/stage.js';

const LED = 'Who led the repairs of the Kelvin Bridge?';
const COST = 'How much did it cost?';

let dataDir: string;
let stage: Stage;

beforeAll(async () => {
  dataDir = temporaryFolder();
  const folder = writeArticles(join(temporaryFolder(), 'articles'), [BRIDGE, LIGHTHOUSE]);
  await newsdeskJson(dataDir, 'index', folder);
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

describe('what one person said', () => {
  test('in one server is not known in another', async () => {
    const { discord, guild } = stage;
    const here = discord.person({ guild });
    const there = discord.person({ guild: discord.addGuild(), also: here });
    await here.mention(LED);
    expect((await there.mention('are you sure?')).text).not.toMatch(/Vogel|Kelvin/);
    expect((await there.mention('and who paid for it?')).text).not.toContain('about Kelvin');
    // Here it still is.
    expect(plain(await here.mention(COST))).toContain('12.4 million');
  });

  test('in a server is not known in a direct message, nor the other way round', async () => {
    const { discord, guild } = stage;
    const here = discord.person({ guild });
    const direct = discord.person({ also: here });
    await here.mention(LED);
    expect((await direct.ask('are you sure?')).text).not.toMatch(/Vogel|Kelvin/);
    await direct.ask('Who kept the lighthouse at Skerry Point?');
    const sure = await here.mention('are you sure?');
    expect(sure.text).toContain('Vogel');
    expect(sure.text).not.toContain('Halvorsen');
  });

  test('is known wherever the same conversation goes on, one question after another', async () => {
    const person = stage.discord.person({ guild: stage.guild });
    const both = await person.mention(
      'Who kept the lighthouse at Skerry Point? When did she move in?',
    );
    expect(both.embeds).toHaveLength(2);
    expect(plain({ text: both.embeds[1]?.description ?? '' })).toContain('1989');
    const dogs = await person.slash('ask', { question: 'how many dogs did she have?' });
    expect(plain(dogs)).toContain('two dogs');
  });
});

describe('a message', () => {
  test('of five questions has four answers', async () => {
    const person = stage.discord.person({ guild: stage.guild });
    const reply = await person.mention(
      `${LED} ${COST} When did it crack? Who paid most of it? Who kept the lighthouse?`,
    );
    expect(reply.embeds).toHaveLength(4);
    expect(reply.text).not.toContain('Halvorsen');
  });

  test('of more than a question may have is read for the one that it asks', async () => {
    const person = stage.discord.person({ guild: stage.guild });
    const story = 'I drove over the bridge this morning and the view was lovely. '.repeat(6);
    const reply = await person.mention(`${story}${LED} Thanks a lot for your help.`);
    expect(plain(reply)).toContain('Marta Vogel');
  });

  test('that comes too soon is told so where it was asked, without a code', async () => {
    const hasty = await startStage({ dataDir, env: { NEWSDESK_COOLDOWN_SECONDS: '30' } });
    const person = hasty.discord.person({ guild: hasty.guild });
    expect(plain(await person.mention(LED))).toContain('Marta Vogel');
    const soon = await person.mention(COST);
    expect(soon.text).toMatch(/ask again in \d+ s/);
    expect(soon.text).not.toContain('Code:');
    // Small talk is no question.
    expect((await person.mention('thanks!')).text).toBe('You’re welcome!');
    expect(hasty.discord.takeViolations()).toEqual([]);
    await hasty.end();
  });
});

describe('a question about the bot itself', () => {
  test.each([
    ['how do I add an article?', /\/article add|Manage Server/],
    ['what can you do?', /question/],
    ['goodbye', /./],
    ['do you store my messages', /without who asked/],
  ])('“%s” is answered in place', async (said, expected) => {
    const person = stage.discord.person({ guild: stage.guild });
    const reply = await person.mention(said);
    expect(reply.text).toMatch(expected);
    expect(reply.text).not.toContain('Code:');
    expect(reply.ephemeral).toBe(false);
  });
});
