import { describe, expect, it } from 'vitest';
import {
  bestOf,
  oddsOf,
  readAnswer,
  readPassages,
  readSentence,
  rerank,
  type Readings,
} from '../../src/answering/reading.js';
import type { PassageReader, ReadSpan } from '../../src/embedding/passage-reader.js';
import type { Query } from '../../src/retrieval/query.js';
import type { RankedPassage } from '../../src/retrieval/rank.js';
import type { PassageRecord } from '../../src/store/store.js';

const record = (id: number, sentences: [number, number][], start = 0) =>
  ({
    id,
    title: 'Mills',
    context: id === 1 ? 'Mills. Dornach' : 'Mills',
    text: `passage ${id}`,
    start,
    sentences: sentences.map(([from, to]) => ({ start: from, end: to })),
  }) as unknown as PassageRecord;

const span = (odds: number, share = 0.5): ReadSpan => ({ start: 0, end: 1, odds, share });
const ranked = (passage: PassageRecord, strength: number, share: number) =>
  ({ record: passage, strength, share }) as RankedPassage;

const [first, second, third] = [
  record(1, [[100, 110]], 100),
  record(2, [
    [0, 5],
    [6, 9],
  ]),
  record(3, []),
];

describe('what is read', () => {
  it('is read once a question, also if it is the best of another article', async () => {
    const asked: string[] = [];
    const reader: PassageReader = {
      read: (_, passages) => {
        asked.push(...passages.map(({ text }) => text));
        return Promise.resolve(passages.map(({ text }) => [span(text.length)]));
      },
    };
    const query = { text: 'Who?', words: [] as Query['words'] } as Query;
    const both = await readPassages(reader, query, [ranked(first, 1, 0.6), ranked(second, 0, 0.4)]);
    const others = await readPassages(reader, query, [
      ranked(second, 0, 0.6),
      ranked(third, 0, 0.4),
    ]);
    expect(asked).toEqual(['Dornach. passage 1', 'passage 2', 'passage 3']);
    expect(others.get(second)).toEqual(both.get(second));
    expect([...others.keys()]).toEqual([second, third]);
  });

  it('is the best passages below their headings', async () => {
    const asked: unknown[] = [];
    const reader: PassageReader = {
      read: (question, passages) => {
        asked.push(question, ...passages);
        return Promise.resolve(passages.map(() => [{ ...span(1), start: 9, end: 16 }]));
      },
    };
    const readings = await readPassages(reader, { text: 'Who?', words: [] as Query['words'] }, [
      ranked(first, 1, 0.6),
      ranked(second, 0, 0.4),
    ]);
    expect(asked).toEqual([
      'Who?',
      { text: 'Dornach. passage 1', stretches: [{ start: 9, end: 19 }] },
      {
        text: 'passage 2',
        stretches: [
          { start: 0, end: 5 },
          { start: 6, end: 9 },
        ],
      },
    ]);
    expect([...readings]).toEqual([
      [first, [{ ...span(1), start: 0, end: 7 }]],
      [second, [{ ...span(1), start: 9, end: 16 }]],
    ]);
  });

  it('has the likeliest span of any sentence as its best, within bounds', () => {
    expect(bestOf([span(-3), undefined, span(2), span(1)])).toEqual(span(2));
    expect(bestOf([undefined])).toBeUndefined();
    expect(bestOf(undefined)).toBeUndefined();
    expect(oddsOf(span(400))).toBe(12);
    expect(oddsOf(undefined)).toBe(-12);
  });
});

describe('passages that were read', () => {
  const readings: Readings = new Map([
    [first, [span(-5, 0.01)]],
    [second, [span(6, 0.7), undefined]],
  ]);
  const model = { intercept: 0, weights: { strength: 1, odds: 1 } };

  it('change places if the lower one says what is asked; others stay behind them', () => {
    const before = [ranked(first, 2, 0.5), ranked(second, 1, 0.3), ranked(third, 0, 0.2)];
    const after = rerank(before, readings, model);
    expect(after.map(({ record: { id } }) => id)).toEqual([2, 1, 3]);
    expect(after.map(({ share }) => share)).toEqual(
      after.map(({ share }) => share).toSorted((a, b) => b - a),
    );
  });

  it('tell how far the shown sentences are ahead of the rest, and of other passages', () => {
    expect(readAnswer(readings, second, [0])).toEqual({
      readSaid: 6,
      readElsewhere: -5,
      readBold: 6,
      readBoldShare: 0.7,
      readAhead: 18,
    });
    expect(readAnswer(readings, second, [1])).toMatchObject({ readBold: -12, readAhead: -18 });
  });

  it('say nothing of what was not read', () => {
    expect(readAnswer(undefined, second, [0]).readSaid).toBe(0);
    expect(readAnswer(readings, third, [0]).readSaid).toBe(0);
    expect(readSentence(undefined, 0)).toEqual({ readOdds: 0, readShare: 0, readBest: 0 });
    expect(readSentence([span(1), span(3)], 1)).toEqual({
      readOdds: 3,
      readShare: 0.5,
      readBest: 1,
    });
  });
});
