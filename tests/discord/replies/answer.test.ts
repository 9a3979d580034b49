import { describe, expect, test } from 'vitest';
import { messagesFor } from '../../../src/discord/messages/index.js';
import { queryOf } from '../../../src/discord/replies/passages.js';
import { render } from '../../../src/discord/replies/render.js';
import { isPublic, type AnswerReply } from '../../../src/discord/replies/reply.js';
import { cleanLine } from '../../../src/discord/text/clean.js';
import { hostileTexts } from '../hostile.js';
import { repliesOf } from './samples.js';

const PASSAGE =
  'It was June. It rained. The delegation includes Ann Lee. They left. Nobody came after them.';

const reply: AnswerReply = {
  kind: 'answer',
  gist: false,
  question: 'Who is in the delegation?',
  answer: {
    text: 'The delegation includes Ann Lee.',
    articleId: 'acec8c',
    start: 1024,
    end: 1056,
    passageStart: 1000,
    passage: PASSAGE,
    path: [],
    units: [],
    passageEnd: 1091,
    sentences: [{ start: 1024, end: 1056 }],
    highlights: [{ start: 1048, end: 1055 }],
  },
  article: {
    id: 'acec8c',
    title: 'A *visit*',
    url: 'https://news.example/visit',
    author: 'Kim Doe',
    site: 'News',
    publishedAt: '2024-06-18',
    characters: 2200,
    contentHash: '99e9b3ad00',
  },
  confidence: 0.93,
  recordId: '1wzgo5gge5',
};

describe('an answer', () => {
  const { content, embeds } = render(reply, messagesFor('en-US'));
  const [embed] = embeds;

  test('leads with the words that answer, each once', () => {
    expect(content).toBe('**Ann Lee**');
    const { answer } = reply;
    const highlights = [...answer.highlights, { start: 1024, end: 1038 }, ...answer.highlights];
    const several = { ...reply, answer: { ...answer, highlights } };
    expect(render(several, messagesFor('en')).content).toBe('**Ann Lee** · **The delegation**');
  });

  test('leads with nothing else where no words are marked, or an address is', () => {
    const { answer } = reply;
    const plain = { ...reply, answer: { ...answer, highlights: [] } };
    expect(render(plain, messagesFor('en')).content).toBe('');
    const passage = PASSAGE.replace('Ann Lee', 'x://y.z');
    const linked = { ...reply, answer: { ...answer, passage } };
    expect(render(linked, messagesFor('en')).content).toBe('');
  });

  test('of several leads inside its own part', () => {
    const several = render({ kind: 'several', replies: [reply, reply] }, messagesFor('en'));
    expect(several.content).toBe('');
    for (const { description } of several.embeds)
      expect(description).toMatch(/^\*\*Ann Lee\*\*\n> /);
  });

  test('is quoted with one sentence on each side, what answers in bold and the names marked', () => {
    expect(embed?.description).toBe(
      '> It rained. **The delegation includes __Ann Lee__.** They left.',
    );
  });

  test('names and links its article, and says who wrote it, when, and where in it this stands', () => {
    expect(embed).toMatchObject({ title: 'A \\*visit\\*', url: 'https://news.example/visit' });
    expect(embed?.footer?.text).toBe(
      'Kim Doe · News · June 18, 2024 · in the middle of the article · Very sure',
    );
  });

  test('says how sure it is in words, never as a number', () => {
    for (const confidence of [0.5, 0.71, 0.98]) {
      const text = JSON.stringify(render({ ...reply, confidence }, messagesFor('de')).embeds);
      expect(text).not.toMatch(/%|0\.\d/);
    }
  });

  test('has the four buttons, whose ids carry all that they need', () => {
    const [row] = render(reply, messagesFor('en-US')).components;
    expect(row?.components.map(({ custom_id: id }) => id)).toEqual([
      'n1:c:acec8c:sg:tc:99e9b3ad',
      'n1:o:1wzgo5gge5',
      'n1:u:1wzgo5gge5',
      'n1:d:1wzgo5gge5',
    ]);
  });

  test('offers more context only where there is more', () => {
    const all = { ...reply, article: { ...reply.article, characters: 60 } };
    expect(JSON.stringify(render(all, messagesFor('en')).components)).not.toContain('n1:c:');
  });

  test('is for everybody, while a refusal is for who asked', () => {
    expect(isPublic(reply)).toBe(true);
    expect(isPublic({ kind: 'unanswered', lookedFor: [] })).toBe(false);
  });

  test.each([
    ['2024', 'en', '2024'],
    ['2024-06', 'fr', 'juin 2024'],
    ['2024-06-18T23:30:00Z', 'de', '18. Juni 2024'],
    ['yesterday', 'en', 'yesterday'],
  ])('dated %s is dated in %s as %s', (publishedAt, locale, shown) => {
    const dated = { ...reply, article: { ...reply.article, publishedAt } };
    expect(render(dated, messagesFor(locale)).embeds[0]?.footer?.text).toContain(shown);
  });
});

test('the query of a page of passages can be read back from the page', () => {
  for (const query of hostileTexts(200, 8)) {
    const line = cleanLine(query).slice(0, 300).trim();
    if (line.length < 3) continue;
    const pages = repliesOf('text').filter((sample) => sample.kind === 'passages');
    for (const sample of pages) {
      const { embeds } = render({ ...sample, query: line }, messagesFor('ru'));
      expect(queryOf(embeds)).toBe(cleanLine(line));
    }
  }
});

test('a message without such a query has none', () => {
  expect(queryOf([])).toBeUndefined();
  expect(queryOf([{ description: 'Some text' }])).toBeUndefined();
});
