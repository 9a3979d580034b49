import { describe, expect, it } from 'vitest';
import { asksPrice, tellsPrice } from '../../../src/answering/asked/price.js';
import { wordsOf } from '../../../src/text/words.js';
import { passageOf } from '../made.js';

function unit(text: string, kind: 'row' | 'item' | 'sentence'): Parameters<typeof tellsPrice>[0] {
  const [sentence] = passageOf('Café', [text]).sentences;
  if (sentence === undefined) throw new Error('no sentence');
  return { ...sentence, kind };
}

it.each(['Ticket: Evening, Adults: 6', 'Fare: Single, Zone A: 3'])(
  'a row tells a price by the name of its first column: %s',
  (reading) => {
    const row = { ...unit('Evening | 6', 'row'), reading };
    expect(tellsPrice(row, 'The pool of Kelby')).toBe(true);
  },
);

describe('a unit tells a price', () => {
  it.each([
    ['Espresso | 2.20', 'row', 'Café › Prices'],
    ['Pot of tea – 3.80', 'item', 'Café › Menu'],
    ['Single room | 90', 'row', 'Our rooms › Room rates'],
    ['Evening | 6 | 3', 'row', 'Pool prices'],
    ['Espresso costs 2 euros.', 'sentence', 'Café'],
    ['Refills are free.', 'sentence', 'Café'],
    ['We offer a free refill.', 'sentence', 'Café'],
  ] as const)('as a number in an entry below such a heading, or a currency: %s', (...given) => {
    const [text, kind, context] = given;
    expect(tellsPrice(unit(text, kind), context)).toBe(true);
  });

  it.each([
    ['Espresso | 2.20', 'row', 'Café › Volumes'],
    ['We opened with 12 tables.', 'sentence', 'Café › Prices'],
    ['Espresso | sold out', 'row', 'Café › Prices'],
    ['The free plan holds 500 MB, the paid plan 20 GB.', 'sentence', 'Plans'],
  ] as const)('and not as any number: %s', (...given) => {
    const [text, kind, context] = given;
    expect(tellsPrice(unit(text, kind), context)).toBe(false);
  });
});

it.each([
  'How much is a ticket?',
  'how much does it cost',
  'How much money do you charge for it?',
  'how much rent do I pay',
])('asks for a price: %s', (question) => {
  expect(asksPrice({ words: wordsOf(question) })).toBe(true);
});

it.each([
  'How much damage does Cinder Charge do?',
  'How much sugar goes in?',
  'How much is the exam worth?',
  'how much is left',
  'How many tickets did they charge for?',
])('asks for no price: %s', (question) => {
  expect(asksPrice({ words: wordsOf(question) })).toBe(false);
});
