import { describe, expect, it } from 'vitest';
import { measureOf } from '../../../src/answering/tables/cell-measures.js';
import { headedSections } from '../../../src/answering/sections/headed-sections.js';
import { superlativeRow } from '../../../src/answering/tables/superlative.js';
import { readBytes } from '../../../src/articles/read.js';
import { queryOf } from '../made.js';

const INN = `# Inn at Osk

## Rooms

| Room | Beds | Low season | High season |
| --- | --- | --- | --- |
| Attic | 1 | €48 | €60 |
| Lake | 2 | €90 | €110 |
| Garden | 2 | €48 | €75 |

## Tours

| Tour | Takes | Starts | Price |
| --- | --- | --- | --- |
| Castle | 45 min | 10:00 | €9 |
| Caves | 3 h | 9:15 | free |
| Sunset | 2 h | 19:00 | €20, children €10 |

## Souvenirs

- Postcard: €1.20
- Tea towel: €9
- Map of the lake: €4.50
- Ask at the desk: we have more

## Passes

### Day – €8

Until eight.

### Season – €70

With a locker.
`;

/** The first cells of the rows that answer, and what is marked in them. */
async function answerTo(question: string): Promise<{ rows: string[]; marked: string[] }> {
  const { title, text, blocks } = await readBytes(Buffer.from(INN), {
    name: 'inn.md',
    source: 'inn.md',
  });
  const article = { id: 'a', title, text, blocks };
  const answer = superlativeRow(queryOf(question), article, headedSections(text, blocks));
  return {
    rows:
      answer?.sentences.map(({ start, end }) => text.slice(start, end).split(' | ')[0] ?? '') ?? [],
    marked: answer?.highlights.map(({ start, end }) => text.slice(start, end)) ?? [],
  };
}

describe('the row with the most or the least', () => {
  it.each([
    ['Which is the cheapest tour?', ['Caves']],
    ['What is the most expensive tour?', ['Sunset']],
    ['which tour costs the least', ['Caves']],
    ['what is the longest tour', ['Caves']],
    ['Which tour is the shortest?', ['Castle']],
    ['Which tour starts the earliest?', ['Caves']],
    ['Which room has the most beds?', ['Lake', 'Garden']],
    ['What is the dearest room in the high season?', ['Lake']],
    ['which room is cheapest in low season', ['Attic', 'Garden']],
    ['What is the cheapest thing in the tours section?', ['Caves']],
    ['what is the most expensive souvenir', ['Tea towel: €9']],
    ['cheapest item of the souvenirs?', ['Postcard: €1.20']],
    ['Which pass is the most expensive?', ['Season – €70', 'With a locker.']],
  ])('answers “%s”', async (question, rows) => {
    expect((await answerTo(question)).rows).toEqual(rows);
  });

  it('has what it is called marked, or the number if that is asked for', async () => {
    expect((await answerTo('Which is the most expensive tour?')).marked).toEqual(['Sunset']);
    expect((await answerTo('How long is the longest tour?')).marked).toEqual(['3 h']);
  });

  it.each([
    ['it is not clear which column is compared', 'What is the cheapest room?'],
    ['the table is of something else', 'Which is the cheapest way to the airport?'],
    ['it names something that no table has', 'What was the cheapest tour in 2019?'],
    ['no cells can be compared so', 'Which tour has the most visitors?'],
    ['nothing is compared', 'Can at most five people join the Castle tour?'],
  ])('is none if %s', async (_why, question) => {
    expect((await answerTo(question)).rows).toEqual([]);
  });
});

describe('the number that a cell tells', () => {
  it('is a price, a time or a clock, whichever is compared', () => {
    expect(measureOf('1,200', 'Price in shards', 'price')).toBe(1200);
    expect(measureOf('12', 'Homes', 'price')).toBeUndefined();
    expect(measureOf('2 h', 'Playtime', 'duration')).toBe(120);
    expect(measureOf('35', 'Minutes', 'duration')).toBe(35);
    expect(measureOf('9:30–10:00', 'Time', 'clock')).toBe(570);
    expect(measureOf('–', 'Price', 'price')).toBeUndefined();
  });
});
