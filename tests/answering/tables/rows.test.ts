import { describe, expect, it } from 'vitest';
import { isNamedEntry, entryAsAsked } from '../../../src/answering/tables/rows.js';
import type { Bold, WeighedSentence } from '../../../src/answering/bold.js';
import type { SentenceFeature } from '../../../src/answering/sentence-features.js';
import type { PassageRecord } from '../../../src/store/store.js';
import { passageOf, queryOf } from '../made.js';

function unitsOf(heading: string, kind: 'row' | 'item', texts: readonly string[]): PassageRecord {
  const passage = passageOf('Marlpit', texts);
  const sentences = passage.sentences.map((sentence) => ({ ...sentence, kind }));
  return { ...passage, context: `Marlpit. ${heading}`, sentences };
}

function weighed(passage: PassageRecord): WeighedSentence[] {
  const features = {} as Record<SentenceFeature, number>;
  return passage.sentences.map((sentence, at) => ({
    passage,
    at,
    sentence,
    features,
    strength: 0,
    share: 0.5,
  }));
}

function boldAt(passage: PassageRecord, at: number): Bold {
  const best = weighed(passage)[at];
  if (best === undefined) throw new Error('no such unit');
  return { best, sentences: [best], share: best.share };
}

const lunch = unitsOf('Lunch menu', 'row', [
  'Tuesday | Chicken curry | Yoghurt',
  'Wednesday | Roast gammon | Crumble',
]);
const errors = unitsOf('Error codes', 'item', ['E1: the sensor is wet', 'no code at all']);

describe('the row that is asked for', () => {
  it('is the one whose cells the question names', () => {
    const query = queryOf('What is for lunch on Wednesday?');
    const row = entryAsAsked(query, weighed(lunch), boldAt(lunch, 0));
    expect(row?.sentence.text).toContain('Roast gammon');
  });

  it('stays the likeliest if none has more of the question', () => {
    const query = queryOf('What is for lunch on Tuesday?');
    expect(entryAsAsked(query, weighed(lunch), boldAt(lunch, 0))?.at ?? 0).toBe(0);
    expect(entryAsAsked(query, weighed(errors), boldAt(errors, 0))).toBeUndefined();
  });
});

describe('the line of opening hours that is asked for', () => {
  const hours = passageOf('Marlpit', ['Mon-Fri 9am-5pm', 'Sat 10am-2pm', 'Sun closed', 'Sundries']);
  const line = (question: string): string | undefined =>
    entryAsAsked(queryOf(question), weighed(hours), boldAt(hours, 0))?.sentence.text;

  it('is the one of the day that is named, alone', () => {
    expect(line('When does it close on Sunday?')).toBe('Sun closed');
    expect(line('What time do you open on Tuesdays?')).toBe('Mon-Fri 9am-5pm');
    expect(line('When do you open?')).toBeUndefined();
  });
});

describe('the item that is asked for', () => {
  const shopping = unitsOf('For the chili', 'item', [
    '2 tins of tomatoes',
    '3 tins of kidney beans',
    'a jar of beans',
  ]);

  it('has all that the likeliest has of the question, and more', () => {
    const query = queryOf('How many tins of beans go into the chili?');
    const item = entryAsAsked(query, weighed(shopping), boldAt(shopping, 0));
    expect(item?.sentence.text).toBe('3 tins of kidney beans');
  });

  it('has what goes in, whatever the likeliest is', () => {
    const knots = unitsOf('Sugar knots: dough', 'item', ['25 g fresh yeast', '90 g butter']);
    const query = queryOf('How much butter goes in the knots?');
    const item = entryAsAsked(query, weighed(knots), boldAt(knots, 0));
    expect(item?.sentence.text).toBe('90 g butter');
    const other = queryOf('How much milk goes in the knots?');
    expect(entryAsAsked(other, weighed(knots), boldAt(knots, 0))).toBeUndefined();
  });

  it('has all of it that its headings lack, if the likeliest has nothing', () => {
    const crew = unitsOf('Night ferry', 'item', ['Master: Palewick', 'Raid lead: Dunmore']);
    const query = queryOf('Who leads the raids of the night ferry?');
    expect(entryAsAsked(query, weighed(crew), boldAt(crew, 0))?.sentence.text).toContain('Dunmore');
    const other = queryOf('Who leads the crew of the night ferry?');
    expect(entryAsAsked(other, weighed(crew), boldAt(crew, 0))).toBeUndefined();
  });

  it('stays the likeliest if the others have something else of it', () => {
    const query = queryOf('How many tins of tomatoes, or a jar?');
    expect(entryAsAsked(query, weighed(shopping), boldAt(shopping, 0))?.at ?? 0).toBe(0);
  });
});

describe('a row that its own cells tell from others', () => {
  const prices = unitsOf('Prices for students', 'row', [
    'Ten visits | 115 € | 88 €',
    'Month | 69 € | 52 €',
  ]);

  it('is told by the words that the headings lack', () => {
    const query = queryOf('How much is a month in Marlpit for students?');
    const row = entryAsAsked(query, weighed(prices), boldAt(prices, 0));
    expect(row?.sentence.text).toContain('Month');
  });
});

describe('an entry that is named', () => {
  const isNamed = (question: string, passage: PassageRecord, at: number): boolean =>
    isNamedEntry(queryOf(question), passage, boldAt(passage, at));

  it('has with its headings all words of the question', () => {
    expect(isNamed('What is for lunch on Wednesday?', lunch, 1)).toBe(true);
    expect(isNamed('What does E1 mean?', errors, 0)).toBe(true);
  });

  it('may be an amount of what is asked for', () => {
    const knots = unitsOf('Sugar knots: dough', 'item', ['25 g fresh yeast', '90 g butter']);
    expect(isNamed('How much butter goes in the knots?', knots, 1)).toBe(true);
    expect(isNamed('How much butter goes in the icing?', knots, 1)).toBe(false);
    expect(isNamed('How much melted butter goes in?', knots, 1)).toBe(false);
    expect(isNamed('Why is there butter in the knots?', knots, 1)).toBe(false);
  });

  it('may be asked what it gets or has', () => {
    const ranks = unitsOf('Ranks with homes', 'row', ['Oak | 4', 'Elder | 8']);
    expect(isNamed('How many homes does an Oak get?', ranks, 0)).toBe(true);
    expect(isNamed('How many homes does an Oak get?', ranks, 1)).toBe(false);
  });

  it('lacks none of them, and says some that its headings do not', () => {
    expect(isNamed('What is for lunch on Wednesday?', lunch, 0)).toBe(false);
    expect(isNamed('Who cooks lunch on Wednesday?', lunch, 1)).toBe(false);
    expect(isNamed('What is on the lunch menu?', lunch, 1)).toBe(false);
    expect(isNamed('What does E1 mean?', errors, 1)).toBe(false);
  });
});
