import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startStage, type Stage } from '../support/stage.js';

const RTL = '\u202e';
const NUL = '\u0000';
const PINGS = '@everyone @here <@123456789012345678> <@&123456789012345679>';
const MARKDOWN = '**bold** __under__ ~~gone~~ ||spoiler|| `code` ```block``` > quote # head';
const MASKED = '[click](https://evil.example/x) <https://evil.example> https://evil.example/y';

let stage: Stage;

beforeAll(async () => {
  stage = await startStage({ env: { NEWSDESK_SERVER_ADDS_PER_HOUR: '1000' } });
});

afterEach(() => {
  expect(stage.discord.takeViolations()).toEqual([]);
  expect(stage.bot().output()).not.toMatch(/unhandled|uncaught/i);
});

afterAll(async () => {
  await stage.end();
});

async function add(name: string, bytes: string, title?: string): Promise<string> {
  const reply = await stage.manager.slash('article add', { file: { name, bytes }, title });
  await reply.until(/Added|Updated|Code: /, 60_000);
  expect(reply.pings).toEqual([]);
  return reply.text;
}

describe('what articles say cannot break out', () => {
  test.each([
    ['mentions', `${PINGS} the ferryman of Ulm was called Bertold Zink ${PINGS}.`],
    ['markdown', `${MARKDOWN} the ferryman of Ulm was called Bertold Zink ${MARKDOWN}.`],
    ['masked links', `${MASKED} the ferryman of Ulm was called Bertold Zink ${MASKED}.`],
    ['right-to-left marks', `${RTL}The ferryman of Ulm was called Bertold Zink.${RTL}`],
    ['null characters', `The ferryman${NUL} of Ulm was called Bertold Zink.${NUL}`],
    ['a code fence', '```\nThe ferryman of Ulm was called Bertold Zink.\n``` ```'],
    ['a quote and a heading', '> # The ferryman of Ulm was called Bertold Zink.\n>>> all'],
    ['backslashes', `The ferryman of Ulm was called Bertold Zink${'\\'.repeat(999)}*.`],
  ])('%s', async (name, sentence) => {
    await add(
      'ferry.txt',
      `${sentence}\n\nHe crossed the Danube for forty years. His boat was green. ${'Nobody rows there now. '.repeat(9)}`,
      `${name} ${PINGS}`,
    );
    const reply = await stage.member.slash('ask', { question: 'Who was the ferryman of Ulm?' });
    const description = reply.embeds[0]?.description ?? '';
    expect(description).toContain('Zink');
    expect(reply.pings).toEqual([]);
    expect(reply.message.body.content).toMatch(/^(?:\*\*[\p{L} ]+\*\*)?$/u);
    // Every line stays in the quote, and nothing in it is a link, a mention or a fence.
    for (const line of description.split('\n')) expect(line).toMatch(/^> |^>$/);
    expect(description).not.toMatch(/(?<!\\)\[[^\]]*\]\(/);
    expect(description).not.toMatch(/<@!?\d|<@&\d/);
    expect(description).not.toMatch(/(?<!\\)```/);
    expect(description).not.toContain(RTL);
    expect(description).not.toContain(NUL);
    for (const button of ['More context', 'Other passages']) {
      const shown = await stage.member.press(reply, button);
      expect(shown.pings).toEqual([]);
    }
  });

  test('a sentence of 5,000 characters', async () => {
    const long = `The archive of Solna holds ${'letters, maps and drawings, '.repeat(180)}and a map by Ebba Kron.`;
    await add('archive.txt', long);
    const reply = await stage.member.slash('ask', {
      question: 'What does the archive of Solna hold?',
    });
    expect(reply.embeds[0]?.description).toContain('letters, maps');
    await stage.member.press(reply, 'More context');
  });

  test('a long one of a single word, and one of nothing but markup', async () => {
    await add('word.txt', `Zyx ${'a'.repeat(6000)} is a word.`);
    await add('stars.txt', '*_~|`>#'.repeat(900));
    await stage.member.slash('ask', { question: 'What is a word? zyx' });
    await stage.member.slash('search', { query: '*_~|`>#' });
    await stage.member.slash('articles');
  });
});

describe('titles, file names and questions', () => {
  test.each([
    `${PINGS} ${MASKED}`,
    MARKDOWN,
    `${RTL}${NUL}`,
    'x'.repeat(200),
    ']('.repeat(60),
    '\ud800 half a pair \udc00',
    '👩‍👩‍👧‍👦'.repeat(8),
    'e\u0301\u0302\u0303'.repeat(40),
  ])('a title like %j', async (title) => {
    const text = await add(
      `t${title.length}.txt`,
      `The clock of Brno has ${title.length} wheels.`,
      title,
    );
    expect(text).toMatch(/Added|Updated|Unchanged|Code: /);
    const list = await stage.member.slash('articles');
    expect(list.pings).toEqual([]);
    expect(list.text).not.toMatch(/(?<!\\)<@\d/);
    const { choices } = await stage.member.autocomplete('ask', 'article', '');
    expect(choices.length).toBeGreaterThan(0);
    await stage.member.slash('search', { query: 'the clock of Brno' });
  });

  test.each([
    `${PINGS} who was the ferryman of Ulm?`,
    `${MARKDOWN} who was the ferryman of Ulm?`,
    `${MASKED} who was the ferryman of Ulm?`,
    `${RTL}who was the ferryman of Ulm?${NUL}`,
    '"; DROP TABLE articles; --',
    'NEAR(a b) OR * AND "',
    '\ud800\ud800\ud800',
    '     .     ',
    '?'.repeat(300),
    'é'.repeat(300),
    '漢字とかなで質問します',
  ])('a question like %j', async (question) => {
    for (const command of ['ask', 'search']) {
      const key = command === 'ask' ? 'question' : 'query';
      const reply = await stage.member.slash(command, { [key]: question });
      expect(reply.pings).toEqual([]);
      expect(reply.text).not.toBe('');
      expect(reply.text).not.toMatch(/Something went wrong/);
    }
    const mentioned = await stage.discord.person().ask(question);
    expect(mentioned.pings).toEqual([]);
    await stage.member.autocomplete('ask', 'article', question.slice(0, 100));
  });

  test.each(['../../etc/passwd.txt', 'a'.repeat(250) + '.txt', '.txt', 'CON', 'x.txt.exe'])(
    'a file called %j',
    async (name) => {
      const text = await add(name, `The key of ${name.length} doors hangs in the hall of Oslo.`);
      expect(text).not.toMatch(/Something went wrong/);
    },
  );
});
