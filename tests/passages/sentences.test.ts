import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/passages/sentences.js';

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
