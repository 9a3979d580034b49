import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/text/sentences.js';

function sentencesOf(text: string, language?: string): string[] {
  return splitSentences(text, { start: 0, end: text.length }, language).map(({ start, end }) =>
    text.slice(start, end),
  );
}

describe('splitting into sentences', () => {
  it.each([
    ['a title', ['Mr. Smith met Dr. Jones.', 'They talked.']],
    ['an initial', ['John F. Kennedy spoke.', 'J. K. Rowling listened.']],
    ['a month', ['It opened on Jan. 5 and closed on Sept. 9.', 'Nobody came.']],
    ['a company', ['Acme Inc. Chairman Bob Low resigned.', 'Shares fell.']],
    ['a country', ['The U.S. Senate voted.', 'It passed.']],
    ['a number', ['The rate is 3.5 percent.', 'It was 4.1.']],
    ['a reference', ['See No. 7 for more.', 'Or ask.']],
    ['a place', ['He lives in St. Louis.', 'She does not.']],
  ])('does not end one after %s', (_, sentences) => {
    expect(sentencesOf(sentences.join(' '))).toEqual(sentences);
  });

  it.each([
    [
      'with its scheme',
      ['The date was wrong.', 'https://b.example/y It was May.', 'We are sorry.'],
    ],
    ['without it', ['The date was wrong!', 'www.b.example has the right one.']],
    ['after a quotation', ['He said "never."', 'https://b.example/quote She did not.']],
    ['but not after an abbreviation', ['Use e.g. https://b.example/y for it.', 'It works.']],
    ['but not inside a sentence', ['Look at https://b.example/y for it.', 'It has more.']],
  ])('begins one with an address: %s', (_, sentences) => {
    expect(sentencesOf(sentences.join(' '))).toEqual(sentences);
  });

  it('ends one after an abbreviation where an opening word follows', () => {
    expect(
      sentencesOf('He works at Acme Inc. The firm is old. He left at 5 p.m. It rained.'),
    ).toEqual(['He works at Acme Inc.', 'The firm is old.', 'He left at 5 p.m.', 'It rained.']);
  });

  it('keeps a quotation and who said it together', () => {
    expect(sentencesOf('"Are you sure?" asked the judge. "I am!" she said.')).toEqual([
      '"Are you sure?" asked the judge.',
      '"I am!" she said.',
    ]);
  });

  it('lets a sentence flow over the lines of a wrapped paragraph', () => {
    expect(
      sentencesOf('The minister of\nFinance resigned\non Monday. He gave\nno reason.'),
    ).toEqual(['The minister of\nFinance resigned\non Monday.', 'He gave\nno reason.']);
  });

  it('knows the stops of other scripts', () => {
    expect(sentencesOf('彼は来た。彼女は去った。', 'ja')).toEqual(['彼は来た。', '彼女は去った。']);
  });

  it('takes a language tag that is none as English', () => {
    expect(sentencesOf('One. Two.', 'not a tag!')).toEqual(['One.', 'Two.']);
  });

  it('gives trimmed spans that point into the whole text', () => {
    const text = 'Skip this.   First one.   Second one.  ';
    const spans = splitSentences(text, { start: 10, end: text.length });
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual([
      'First one.',
      'Second one.',
    ]);
  });
});

describe('a text of any length', () => {
  const pieces = [
    'a ',
    'Word ',
    'Mr. ',
    'U.S. ',
    '. ',
    '.',
    '! ',
    '…',
    ' ',
    '\n',
    '\r\n',
    ')',
    '”',
  ];
  const odd = [
    ', ',
    '1',
    '2.5',
    '日',
    '。',
    '\u0301',
    '\u200d',
    '\u00ad',
    '😀',
    '\u2028',
    '(',
    ' - ',
  ];

  /** What Unicode's rules give for the whole text at once. */
  function breaks(text: string): number[] {
    const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
    return Array.from(segmenter.segment(text), ({ index }) => index);
  }

  it('is split where it would be if it were looked at as a whole', () => {
    const next = random(11);
    for (let round = 0; round < 10; round++) {
      const all = [...pieces, ...odd];
      let text = '';
      while (text.length < 6_000) text += all[next(all.length)] ?? '';
      const found = splitSentences(text, { start: 0, end: text.length });
      const possible = new Set(breaks(text).map((at) => trimmedFrom(text, at)));
      expect(found.every(({ start }) => possible.has(start))).toBe(true);
      // Wherever one begins to look, what follows is the same.
      for (const [index, { start }] of found.entries()) {
        if (index % 7 !== 0) continue;
        expect(splitSentences(text, { start, end: text.length })).toEqual(found.slice(index));
      }
    }
  });

  it.each([
    ['sentences', 'Hello there, you. '],
    ['words without an end', 'word '],
    ['one word', 'a'],
    ['abbreviations', 'U.S. '],
    ['stops', '. '],
    ['numbers in brackets', '1. ('],
    ['overlong sentences', `${'x'.repeat(3_000)}. A. B. C. `],
  ])('is split in time that grows with its length: %s on one line', (_, unit) => {
    const text = unit.repeat(Math.ceil(400_000 / unit.length));
    const before = performance.now();
    const sentences = splitSentences(text, { start: 0, end: text.length });
    expect(performance.now() - before).toBeLessThan(1_500);
    for (const { start, end } of sentences) expect(end - start).toBeLessThan(40_000);
  });
});

/** Where the text goes on after white space. */
function trimmedFrom(text: string, at: number): number {
  return text.length - text.slice(at).trimStart().length;
}

function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % below;
  };
}
