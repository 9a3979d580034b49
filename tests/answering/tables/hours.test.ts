import { describe, expect, it } from 'vitest';
import type { WeighedSentence } from '../../../src/answering/bold.js';
import type { SentenceFeature } from '../../../src/answering/sentence-features.js';
import { hoursAskedFor, isHoursLine } from '../../../src/answering/tables/hours.js';
import { passageOf, queryOf } from '../made.js';

it.each([
  'Tue–Fri: 10:00–23:00',
  'Mon-Fri 9am-5pm',
  'Sat & Sun 10:00',
  'Tuesdays and Thursdays 18:30–20:00',
  'Sun closed',
])('takes for a line of opening hours: %s', (text) => {
  expect(isHoursLine({ kind: 'sentence', text })).toBe(true);
});

it.each(['Sunrise 6:05', 'Mon ami Pierrot', 'Fri 12 ducks', 'Saturday was the day when 9:00 came'])(
  'takes for no line of opening hours: %s',
  (text) => {
    expect(isHoursLine({ kind: 'sentence', text })).toBe(false);
  },
);

function weighed(kind: 'row' | 'item' | 'sentence', texts: readonly string[]): WeighedSentence[] {
  const passage = passageOf('Marlpit Pool', texts);
  const features = {} as Record<SentenceFeature, number>;
  return passage.sentences.map((sentence, at) => {
    return { passage, at, sentence: { ...sentence, kind }, features, strength: 0, share: 0.5 };
  });
}

/** What is bold if the first line is the likeliest. */
function bold(question: string, lines: readonly WeighedSentence[]): string[] | undefined {
  const [best] = lines;
  if (best === undefined) throw new Error('no line');
  const asked = hoursAskedFor(queryOf(question), lines, { best, sentences: [best], share: 1 });
  return asked?.lines.map(({ sentence }) => sentence.text);
}

describe('the hours of a place', () => {
  const POOL = ['Mon-Fri 9am-5pm', 'Sat 10am-2pm', 'Sun closed', 'Bring a towel.'];
  const pool = weighed('sentence', POOL);

  it('are all lines of them if no day is named', () => {
    expect(bold('When are you open?', pool)).toEqual(POOL.slice(0, 3));
    expect(bold('opening hours of the pool', pool)).toEqual(POOL.slice(0, 3));
    const rows = ['Monday | closed', 'Tuesday | 10:00–18:00'];
    expect(bold('When does the pool close?', weighed('row', rows))).toEqual(rows);
  });

  it('are those of a weekend if one is asked for', () => {
    expect(bold('When do you open on weekends?', pool)).toEqual(POOL.slice(1, 3));
  });

  it('are left to the line of a day, or of a part of the place, that is named', () => {
    expect(bold('When are you open on Saturday?', pool)).toBeUndefined();
    expect(bold('Are you open today?', pool)).toBeUndefined();
    const parts = weighed('item', ['Sauna: 9:00–20:00', 'Café: 8:00–18:00']);
    expect(bold('When is the sauna open?', parts)).toBeUndefined();
    expect(bold('When are you open?', parts)).toHaveLength(2);
  });

  it('are of no interest to other questions', () => {
    expect(bold('Who runs the pool?', pool)).toBeUndefined();
  });
});
