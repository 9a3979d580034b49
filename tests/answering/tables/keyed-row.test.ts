import { describe, expect, it } from 'vitest';
import type { Bold, WeighedSentence } from '../../../src/answering/bold.js';
import {
  asksForColumn,
  isKeyed,
  isNumberedAs,
  keyedAlike,
  keyedEntry,
} from '../../../src/answering/tables/keyed-row.js';
import { hasPrice } from '../../../src/answering/asked/price.js';
import { askedFor } from '../../../src/answering/asked/question.js';
import { isNamedCell } from '../../../src/answering/tables/named-cell.js';
import { isNamedEntry } from '../../../src/answering/tables/rows.js';
import type { SentenceFeature } from '../../../src/answering/sentence-features.js';
import type { PassageRecord } from '../../../src/store/store.js';
import { passageOf, queryOf } from '../made.js';

/** A table, its first line the names of its columns. */
function table(title: string, [names = '', ...rows]: readonly string[]): PassageRecord {
  const columns = names.split(' | ');
  const passage = passageOf(title, rows);
  const sentences = passage.sentences.map((sentence) => ({
    ...sentence,
    kind: 'row' as const,
    reading: sentence.text
      .split(' | ')
      .map((cell, at) => `${columns[at] ?? ''}: ${cell}`)
      .join(', '),
  }));
  return { ...passage, sentences };
}

function weighed(passage: PassageRecord): WeighedSentence[] {
  const features = {} as Record<SentenceFeature, number>;
  return passage.sentences.map((sentence, at) => {
    return { passage, at, sentence, features, strength: 0, share: 0.5 };
  });
}

function boldAt(passage: PassageRecord, at = 0): Bold {
  const best = weighed(passage)[at];
  if (best === undefined) throw new Error('no such unit');
  return { best, sentences: [best], share: best.share };
}

const pool = table('Opening hours of the pool', [
  'Day | Lanes | Sauna',
  'Mon–Wed | 7:00–21:00 | closed',
  'Thursday | 7:00–22:00 | 16:00–22:00',
  'Sunday | closed | closed',
]);
const ferry = table('Ferry', ['To | Price', 'Holm, Sandvik | 4 €', 'Outer skerries | 9 €']);
const lessons = table('Timetable', [
  'Lesson | Monday | Tuesday',
  '1 | Maths | Art',
  '2 | Latin | PE',
]);
const where = passageOf('Opening hours of the pool', [
  'The pool is open in the old brewery by the canal.',
]);

describe('a row', () => {
  it.each([
    ['is the pool open on sundays', pool, 2],
    ['when does the pool close on tuesday', pool, 0],
    ['how much is it to sandvik', ferry, 0],
    ['fare to the outer skerries?', ferry, 1],
  ])('is headed by what the question names: %s', (question, passage, at) => {
    const query = queryOf(question);
    expect(passage.sentences.map((row) => isKeyed(query, row))).toEqual(
      passage.sentences.map((_, index) => index === at),
    );
  });

  it.each([
    ['what do we have in lesson 2 on tuesday', 1],
    ['what is the first lesson on monday', 0],
    ['whats the 2nd lesson', 1],
    ['how many lessons are there in 2 weeks', undefined],
  ])('is the one with the number that the question has beside its name: %s', (question, at) => {
    const query = queryOf(question);
    const found = lessons.sentences.findIndex((row) => isNumberedAs(query, row));
    expect(found === -1 ? undefined : found).toBe(at);
  });

  const rowFor = (question: string, bold: Bold): string | undefined => {
    const query = queryOf(question);
    return keyedEntry(query, askedFor(query.words), pool, bold)?.text;
  };

  it('comes before a sentence that does not name what heads it', () => {
    expect(rowFor('is the pool open on sundays', boldAt(where))).toMatch(/^Sunday/);
    expect(rowFor('when does the pool open on thursday', boldAt(where))).toMatch(/^Thursday/);
  });

  it('does not come before what has more of the question, nor tell what it has no cell for', () => {
    const brewery = 'in which old brewery by the canal is the pool open on thursday';
    expect(rowFor(brewery, boldAt(where))).toBeUndefined();
    expect(rowFor('how much is the pool on thursday', boldAt(where))).toBeUndefined();
    expect(rowFor('why is the pool closed on sunday', boldAt(where))).toBeUndefined();
  });

  it('comes before another of its table if it is of the kind that is asked about', () => {
    const baths = table('Baths', [
      'Ticket | Price',
      'Adult swim | 6.20 €',
      'Child (3–15) | 3.40 €',
      'Family sauna | 9 €',
    ]);
    const priceOf = (question: string): string | undefined => {
      const query = queryOf(question);
      return keyedEntry(query, askedFor(query.words), baths, boldAt(baths))?.text;
    };
    expect(priceOf('how much for a kid to swim')).toBe('Child (3–15) | 3.40 €');
    expect(priceOf('how much for a grown-up to swim')).toBeUndefined();
    expect(priceOf('how much for an adult to swim')).toBeUndefined();
  });

  it('with the role as its label comes before a sentence that only mentions it', () => {
    const roster = passageOf('Guild', ['Raid lead: Dunmorrow', 'The council is the raid lead.']);
    const best = weighed(roster)[1];
    if (best === undefined) throw new Error('no such unit');
    const bold = { best, sentences: [best], share: 0.5 };
    const whoFor = (question: string): string | undefined => {
      const query = queryOf(question);
      return keyedEntry(query, askedFor(query.words), roster, bold)?.text;
    };
    expect(whoFor('Who is the raid lead?')).toBe('Raid lead: Dunmorrow');
    expect(whoFor('Who is on the council with the raid lead?')).toBeUndefined();
    expect(whoFor('Why is the raid lead there?')).toBeUndefined();
  });

  it('is shown with the others of the same day', () => {
    const fair = table('Fair', ['Day | Talk', 'Friday | Glue', 'Friday | Paint', 'Sunday | Wax']);
    const bold = keyedAlike(queryOf('what is on on friday'), weighed(fair), boldAt(fair));
    expect(bold?.sentences.map(({ sentence }) => sentence.text)).toEqual([
      'Friday | Glue',
      'Friday | Paint',
    ]);
  });

  it('is none of a day that only the beginning of its article names', () => {
    const opening = 'The pool is open from Thursday to Sunday.';
    const friday = queryOf('when does the pool open for lanes on sunday');
    expect(isNamedEntry(friday, pool, boldAt(pool, 1), opening)).toBe(false);
  });

  it('is surely meant if its hours are asked for, though it does not say so', () => {
    const isNamed = (question: string, at: number): boolean =>
      isNamedEntry(queryOf(question), pool, boldAt(pool, at));
    expect(isNamed('when does the pool close on thursdays', 1)).toBe(true);
    expect(isNamed('is the pool open on sunday', 2)).toBe(true);
    expect(isNamed('when does the cafe of the pool close on thursdays', 1)).toBe(false);
  });
});

describe('an item or a short sentence with a label', () => {
  const parts = passageOf('Printer', [
    'A lamp may break when it is dropped.',
    'Weekend: £68.',
    'Saturday only: £35.',
    'Lamp and cable: 95 €.',
  ]);
  const entryFor = (question: string): string | undefined => {
    const query = queryOf(question);
    return keyedEntry(query, askedFor(query.words), parts, boldAt(parts))?.text;
  };

  it.each([
    ['how much is a new lamp', 'Lamp and cable: 95 €.'],
    ['how much is a ticket for saturday', 'Saturday only: £35.'],
    ['how much does the weekend cost', 'Weekend: £68.'],
  ])('has the price of what it is headed by: %s', (question, text) => {
    expect(entryFor(question)).toBe(text);
  });

  it.each(['how long does a lamp last', 'why did the lamp break', 'how much is a fan'])(
    'does not come before others otherwise: %s',
    (question) => {
      expect(entryFor(question)).toBeUndefined();
    },
  );

  it('is surely meant if its headings have the rest of the question', () => {
    const isNamed = (question: string): boolean =>
      isNamedEntry(queryOf(question), parts, boldAt(parts, 1));
    expect(isNamed('how much is the printer at the weekend')).toBe(true);
    expect(isNamed('how much is the printer on monday')).toBe(false);
  });
});

describe('a line of opening hours', () => {
  const hall = passageOf('Granite Hall. Opening hours', [
    'Mon: 14:00 - 22:00',
    'Tue-Fri: 10:00 - 23:00',
    'Sun: 9:00 - 18:00',
  ]);
  const items = hall.sentences.map((sentence) => ({ ...sentence, kind: 'item' as const }));
  const hours: PassageRecord = { ...hall, sentences: items };

  it.each([
    ['when does granite hall close on mondays', 0],
    ['what time do you open on wednesday', 1],
    ['is the hall open on sunday', 2],
  ])('is named by its day, whatever is asked of its hours: %s', (question, at) => {
    const query = queryOf(question);
    expect(items.map((item) => isKeyed(query, item)).indexOf(true)).toBe(at);
    expect(isNamedEntry(query, hours, boldAt(hours, at))).toBe(true);
    expect(isNamedEntry(query, hours, boldAt(hours, (at + 1) % 3))).toBe(false);
  });

  it('is none if it tells something else first', () => {
    const camping = passageOf('Fair', ['Camping: £15 a tent, from Friday noon to Monday 11:00.']);
    expect(isNamedEntry(queryOf("what's on on monday"), camping, boldAt(camping))).toBe(false);
  });

  it('is not named by a question for something else', () => {
    const query = queryOf('when does the cafe of granite hall close on mondays');
    expect(isNamedEntry(query, hours, boldAt(hours))).toBe(false);
  });
});

describe('a price', () => {
  it.each(['Ship: Skiff, Price: 300', 'Rank: Gold, Price (embers): 40', '1 € a day', '5 coins'])(
    'is told: %s',
    (reading) => {
      expect(hasPrice(reading)).toBe(true);
    },
  );

  it.each(['Ship: Skiff, Seats: 2', 'Price: on request, Seats: two', 'prices rise'])(
    'is not: %s',
    (reading) => {
      expect(hasPrice(reading)).toBe(false);
    },
  );
});

describe('a column', () => {
  const ranks = table('Ranks', [
    'Perk | Settler | Warden',
    'Homes | 1 | 6',
    'Colours | no | yes',
    'Slots | 2 | 10',
  ]);
  const asks = (question: string): boolean => {
    const query = queryOf(question);
    return asksForColumn(query, askedFor(query.words), weighed(ranks), boldAt(ranks));
  };

  it('is asked for as a whole if nothing else of its table is named', () => {
    expect(asks('what does a warden get')).toBe(true);
    expect(asks('which perks do settlers have')).toBe(false);
    expect(asks('how many homes does a warden get')).toBe(false);
  });

  it('names no row by itself', () => {
    expect(isNamedEntry(queryOf('warden'), ranks, boldAt(ranks))).toBe(false);
  });
});

describe('where the row and the column meet that a question names', () => {
  const prices = table('Barber', [
    'Service | Junior barber | Senior barber | Students',
    'Beard trim | £10 | £13 | £9',
    'Grey blending | – | £38 | –',
  ]);
  const teachers = table('Class 7b', [
    'Teachers | Maths | German',
    'Name | Mr Dacosta | Mrs Wirth',
    'Office hour | Tue 13:00 | Mon 11:40',
  ]);
  const named = (question: string, passage: PassageRecord, at = 0): boolean => {
    const query = queryOf(question);
    return isNamedCell(query, askedFor(query.words), passage, boldAt(passage, at));
  };

  it.each([
    ['how much for a beard trim with a senior barber, asking for a friend', prices, 0],
    ['when is mrs wirths office hour', teachers, 1],
    ['who teaches german', teachers, 0],
  ])('is the answer of “%s”', (question, passage, at) => {
    expect(named(question, passage, at)).toBe(true);
  });

  it.each([
    ['the cell is empty', 'how much is grey blending for students', prices, 1],
    [
      'two columns are named',
      'how much is a beard trim for students with a senior barber',
      prices,
      0,
    ],
    ['no column is named', 'how much is a beard trim', prices, 0],
    ['no row is named', 'how much is it for students', prices, 0],
    ['nobody is named there', 'who teaches chemistry', teachers, 0],
    ['the row tells something else', 'who has an office hour for german', teachers, 1],
  ])('is no answer if %s', (_why, question, passage, at) => {
    expect(named(question, passage, at)).toBe(false);
  });
});
