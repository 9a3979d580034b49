import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MODELS } from '../../../src/answering/coefficients.js';
import { marks } from '../../../src/answering/marks/highlight.js';
import { askedFor } from '../../../src/answering/asked/question.js';
import { sentenceFeatures } from '../../../src/answering/sentence-features.js';
import { spanCandidates } from '../../../src/answering/marks/span-candidates.js';
import { indexText } from '../../../src/retrieval/text-index.js';
import { SHARED } from '../../../src/store/store.js';
import { passageOf, queryOf } from '../made.js';
import { openTestNewsdesk, type TestNewsdesk } from '../../support/newsdesk.js';

const ARTICLE = `The harbour of Aldermoor

The new harbour of Aldermoor was opened on 12 May 1998 by the mayor, Rosa Vidal. It cost 14 million pounds and took six years to build.

Fishing boats had used the old quay since 1820. Three captains, Tom Becker, Jonas Lind and Priya Nair, sailed out first.

Most residents welcomed the work, although some complained about noise for months.
`;

const ALL = ['Ada Wynn', 'Foreign Minister Ole Brandt', 'Mayor Ines Paz'];

let desk: TestNewsdesk;
beforeAll(async () => {
  desk = await openTestNewsdesk();
  const file = path.join(desk.files, 'harbour.txt');
  await writeFile(file, ARTICLE);
  await desk.newsdesk.index([file]);
});
afterAll(() => desk.end());

async function marked(question: string): Promise<string[]> {
  const { answer } = await desk.newsdesk.ask(question, { scope: [SHARED] });
  expect(answer).not.toBeNull();
  const [article] = await desk.newsdesk.list();
  const shown = await desk.newsdesk.show(article?.id ?? '');
  return (answer?.highlights ?? []).map(({ start, end }) => shown.text.slice(start, end));
}

describe('the words that answer', () => {
  it.each([
    ['Who opened the harbour of Aldermoor?', ['Rosa Vidal']],
    ['When was the harbour of Aldermoor opened?', ['12 May 1998']],
    ['How many years did the harbour take to build?', ['six']],
    ['Since when had fishing boats used the old quay?', ['1820']],
  ])('are marked for "%s"', async (question, expected) => {
    expect(await marked(question)).toEqual(expected);
  });

  it('are not marked where a reason is asked for', async () => {
    expect(await marked('Why did some residents complain?')).toEqual([]);
  });

  it('lie inside the bold sentences', async () => {
    const { answer } = await desk.newsdesk.ask('Who opened the harbour?', { scope: [SHARED] });
    for (const { start, end } of answer?.highlights ?? []) {
      expect(answer?.sentences.some((bold) => bold.start <= start && end <= bold.end)).toBe(true);
    }
  });
});

describe('words that were read', () => {
  const COUNCIL =
    'It was joined by its treasurer, Ada Wynn, Foreign Minister Ole Brandt, and Mayor Ines Paz.';
  const passage = passageOf('The council', [COUNCIL]);

  /** What is marked of the sentence once a reader has found these words in it. */
  function markedOnce(question: string, words: string): string[] {
    const query = queryOf(question);
    const asked = askedFor(query.words);
    const [sentence] = passage.sentences;
    const [features] = sentenceFeatures(query, asked, passage);
    if (sentence === undefined || features === undefined) throw new Error('no sentence');
    const best = { passage, at: 0, sentence, features, strength: 1, share: 1 };
    const start = COUNCIL.indexOf(words);
    const read = { start, end: start + words.length, odds: 9, share: 0.9 };
    const model = {
      ...MODELS.highlight,
      read: { clear: { intercept: 9, weights: {} }, least: 0.5 },
    };
    const bold = { bold: { best, sentences: [best], share: 1 }, confidence: 0.9 };
    return marks(query, asked, bold, model, new Map([[passage, [read]]])).map((span) =>
      COUNCIL.slice(span.start, span.end),
    );
  }

  it.each([
    ['all names of their list', 'Who joined the council?', 'Ada Wynn', ALL],
    [
      'the one beside which the question’s words stand',
      'Who is treasurer?',
      'Ada Wynn',
      ['Ada Wynn'],
    ],
    ['that one, if another was read', 'Who is foreign minister?', 'Ada Wynn', [ALL[1]]],
    ['as they were read outside a list', 'What was joined?', 'It was', ['It was']],
  ])('are marked as %s', (_how, question, words, expected) => {
    expect(markedOnce(question, words)).toEqual(expected);
  });
});

describe('candidates for them', () => {
  const texts = (sentence: string, question = ''): string[][] => {
    const index = indexText(sentence);
    const stems = new Set(indexText(question).positions.keys());
    return spanCandidates(index, stems).map(({ stretches }) =>
      stretches.map(({ first, last }) =>
        sentence.slice(index.words[first]?.start, index.words[last]?.end),
      ),
    );
  };

  it('are names, dates, numbers and what is left of other words', () => {
    expect(texts('In 1998 Rosa Vidal finally inspected two leaking harbours.')).toEqual([
      ['1998'],
      ['Rosa Vidal'],
      ['two'],
      ['finally inspected'],
      ['leaking harbours'],
    ]);
  });

  it('take the names of a list together', () => {
    expect(texts('He met Tom Becker, Jonas Lind and Priya Nair.')).toContainEqual([
      'Tom Becker',
      'Jonas Lind',
      'Priya Nair',
    ]);
  });

  it('end a name at a bracket, and keep its initials', () => {
    expect(texts('It was Michael E. Mann (Yale) who came.')).toContainEqual([
      'Michael E. Mann',
      'Yale',
    ]);
  });

  it('leave out what the question says', () => {
    const found = texts('Rosa Vidal opened the harbour in 1998.', 'What did Rosa Vidal open?');
    expect(found).not.toContainEqual(['Rosa Vidal']);
    expect(found).toContainEqual(['1998']);
  });
});
