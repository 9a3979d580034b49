import { describe, expect, it } from 'vitest';
import { writtenOut } from '../../src/retrieval/written-out.js';
import { wordsOf } from '../../src/text/words.js';

const written = (question: string): string => writtenOut(question, wordsOf(question));

describe('a question that leaves out its verb', () => {
  it.each([
    ['cheques ok?', 'are cheques ok?'],
    ['Autumn Cup substitutes allowed?', 'are Autumn Cup substitutes allowed?'],
    ['breakfast included', 'is breakfast included'],
    ['mods paid?', 'are mods paid?'],
    ['access possible?', 'is access possible?'],
    ['dogs allowed on the bus?', 'are dogs allowed on the bus?'],
    ['parking free on Sundays?', 'is parking free on Sundays?'],
  ])('gets it: %s', (asked, whole) => {
    expect(written(asked)).toBe(whole);
  });

  it.each([
    'are cheques ok?',
    'who is allowed?',
    'can I pay if the desk is closed?',
    'max guests allowed',
    'allowed',
    'free tickets for children',
    'open air cinema',
    'price of the ticket',
    'thanks, all fine',
    'the long list of those that the server of ours has always banned',
  ])('stays as it is if it has one or asks for something else: %s', (asked) => {
    expect(written(asked)).toBe(asked);
  });
});
