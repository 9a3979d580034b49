import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startStage, type Stage } from '../support/stage.js';

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
});

afterEach(() => {
  expect(stage.discord.takeViolations()).toEqual([]);
});

afterAll(async () => {
  await stage.end();
});

/** Long enough for an answer that should not come. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 700));

test('a mention with a question is answered in reply, and pings nobody', async () => {
  const reply = await stage.member.mention('How much did the repairs of the bridge cost?');
  expect(reply.text).toContain('12.4 million pounds');
  expect(reply.pings).toEqual([]);
  expect((await stage.member.press(reply, 'More context')).ephemeral).toBe(true);
});

test('a reply to an answer asks the same article first', async () => {
  const { member } = stage;
  const bridge = await member.mention('Who led the repairs of the Kelvin Bridge?');
  const followUp = await member.ask(`<@${stage.discord.world.bot.id}> How much did it cost?`, {
    repliesTo: bridge.message,
  });
  expect(followUp.text).toContain('12.4 million');
});

test('what is not for the bot is left alone', async () => {
  const { member, discord } = stage;
  const before = discord.world.messages.size;
  member.say('Who led the repairs of the Kelvin Bridge?');
  member.say('@everyone, hello');
  await quiet();
  expect(discord.world.messages.size).toBe(before + 2);
});

test('a mention with nothing else asks for a question', async () => {
  const reply = await stage.member.ask(`<@${stage.discord.world.bot.id}>`);
  expect(reply.text).not.toBe('');
  expect(reply.embeds).toEqual([]);
});

test('in a direct message every message is a question about shared articles', async () => {
  const person = stage.discord.person();
  const reply = await person.ask('Who kept the lighthouse at Skerry Point?');
  expect(reply.text).toContain('Ingrid Halvorsen');
  const again = await person.mention('How many men were on board of the Solveig?');
  expect(again.text).toContain('men on board were brought ashore');
});

test('where the bot may not write, a mention is no crash', async () => {
  const { discord, bot } = stage;
  const guild = discord.addGuild({ botPermissions: 1024n });
  discord.person({ guild }).say(`<@${discord.world.bot.id}> Who led the repairs?`);
  await quiet();
  discord.takeViolations();
  expect(bot().output()).not.toMatch(/unhandled/i);
  expect((await stage.member.slash('help')).text).toContain('Newsdesk');
});
