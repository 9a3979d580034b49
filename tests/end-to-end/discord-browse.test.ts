import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { writeArticles } from '../support/articles.js';
import { copyOf, newsdesk, newsdeskJson, temporaryFolder } from '../support/bot.js';
import type { Reply } from '../support/discord/driver/reply.js';
import { MILL } from '../support/mill.js';
import { sampleData, startStage, type Stage } from '../support/stage.js';

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

/** The lines that a page has below its query. */
const linesOf = ({ embeds }: Pick<Reply, 'embeds'>): string[] =>
  embeds[1]?.description?.split('\n') ?? [];

test('/search shows passages, two lines each, ten a page, and its pages turn', async () => {
  const reply = await stage.member.slash('search', { query: 'the floor of the mill' });
  expect(reply.ephemeral).toBe(true);
  expect(reply.embeds[0]?.description).toBe('Passages for\n> the floor of the mill');
  const lines = linesOf(reply);
  expect(lines).toHaveLength(20);
  for (const [at, line] of lines.entries()) {
    if (at % 2 === 1) expect(line).toMatch(/^> ./u);
    else expect(line).toMatch(/^\*\*The mill of Odderby\*\* · .* of the article$/u);
  }
  expect(lines[1]).toMatch(/^> The \*\*floor\*\* of the \*\*mill\*\* was eaten by beetles/u);
  expect(reply.text).toMatch(/Page 1 of 2/);
  const first = reply.text;

  await stage.member.press(reply, 'Next');
  expect(reply.text).toMatch(/Page 2 of/);
  expect(reply.text).not.toBe(first);
  await stage.member.press(reply, 'Previous');
  expect(reply.text).toBe(first);
});

test('/search keeps its query through a restart, odd characters and all', async () => {
  const query = 'the mill > "the *mill*" `or` [mill](mill) <@mill> ||mill|| \\ mill';
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
  const heads = linesOf(reply).filter((_, at) => at % 2 === 0);
  expect(heads.length).toBeGreaterThan(0);
  for (const head of heads) expect(head).toContain('The last keeper of Skerry Point');
});

test('/search shows its passages to all where it is told to', async () => {
  const query = 'repairs of the Kelvin Bridge';
  const reply = await stage.member.slash('search', { query, private: false });
  expect(reply.ephemeral).toBe(false);
  expect(linesOf(reply)[0]).toContain(
    '[**The Kelvin Bridge opens again**](https://news.example/kelvin-bridge)',
  );
});

test('/search says so where nothing is near', async () => {
  const reply = await stage.member.slash('search', { query: 'quantum chromodynamics' });
  expect(reply.text).toContain('Nothing in the articles is near to that.');
  expect(reply.ephemeral).toBe(true);
});

test('/articles lists what can be asked about', async () => {
  const reply = await stage.member.slash('articles');
  expect(reply.text).toContain(
    '[**The Kelvin Bridge opens again**](https://news.example/kelvin-bridge)',
  );
  expect(reply.text).toContain('The last keeper of Skerry Point');
  expect(reply.text).toMatch(/4 articles · Page 1 of 1/);
});

test('/help says what there is and which version, to who asks alone', async () => {
  const reply = await stage.member.slash('help');
  const { stdout } = await newsdesk(stage.dataDir, '--version');
  expect(reply.ephemeral).toBe(true);
  expect(reply.text).toContain('/ask');
  expect(reply.text).toContain(`Version ${stdout.trim()} · 4 articles`);
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
  expect(stage.discord.presence()).toMatch(/4 articles/);
});
