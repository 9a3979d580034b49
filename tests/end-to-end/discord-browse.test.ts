import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { newsdesk } from '../support/bot.js';
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

test('/search shows passages, five a page, and its pages turn', async () => {
  const reply = await stage.member.slash('search', { query: 'a bridge that was repaired' });
  expect(reply.ephemeral).toBe(false);
  expect(reply.embeds).toHaveLength(6);
  expect(reply.embeds[1]?.title).toBe('The Kelvin Bridge opens again');
  expect(reply.text).toMatch(/Page 1 of/);
  const first = reply.text;

  await stage.member.press(reply, 'Next');
  expect(reply.text).toMatch(/Page 2 of/);
  expect(reply.text).not.toBe(first);
  await stage.member.press(reply, 'Previous');
  expect(reply.text).toBe(first);
});

test('/search keeps its query through a restart, odd characters and all', async () => {
  const query = 'Putin > "the *bridge*" `or` [a](https://x.example) <@1> ||spoiler|| \\ end';
  const reply = await stage.member.slash('search', { query });
  expect(reply.text).toMatch(/Page 1 of/);
  await stage.restart();
  await stage.member.press(reply, 'Next');
  const second = reply.text;
  await stage.member.press(reply, 'Previous');
  await stage.member.press(reply, 'Next');
  expect(reply.text).toBe(second);
});

test('/search looks into one article, and privately, on request', async () => {
  const { choices } = await stage.member.autocomplete('search', 'article', 'keeper', {
    query: 'storm',
  });
  const reply = await stage.member.slash('search', {
    query: 'a storm at night',
    article: String(choices[0]?.value),
    private: true,
  });
  expect(reply.ephemeral).toBe(true);
  const titles = new Set(reply.embeds.slice(1).map(({ title }) => title));
  expect([...titles]).toEqual(['The last keeper of Skerry Point']);
});

test('/articles lists what can be asked about', async () => {
  const reply = await stage.member.slash('articles');
  expect(reply.text).toContain(
    '[**The Kelvin Bridge opens again**](https://news.example/kelvin-bridge)',
  );
  expect(reply.text).toContain('The last keeper of Skerry Point');
  expect(reply.text).toMatch(/3 articles · Page 1 of 1/);
});

test('/help says what there is and which version, to who asks alone', async () => {
  const reply = await stage.member.slash('help');
  const { stdout } = await newsdesk(stage.dataDir, '--version');
  expect(reply.ephemeral).toBe(true);
  expect(reply.text).toContain('/ask');
  expect(reply.text).toContain(`Version ${stdout.trim()} · 3 articles`);
});

test('/unanswered tells managers, in private, what found no answer', async () => {
  const question = 'What is the capital of Atlantis?';
  await stage.member.slash('ask', { question });
  await stage.discord.person({ guild: stage.discord.addGuild() }).slash('ask', {
    question: 'Who painted the moon purple?',
  });
  const reply = await stage.manager.slash('unanswered');
  expect(reply.ephemeral).toBe(true);
  expect(reply.text).toContain(question);
  expect(reply.text).toContain('asked 1 time');
  expect(reply.text).not.toContain('moon');
});

test('the presence says how many articles there are', () => {
  expect(stage.discord.presence()).toMatch(/3 articles/);
});
