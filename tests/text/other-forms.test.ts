import { describe, expect, it } from 'vitest';
import { clockStems, joinedStems } from '../../src/text/other-forms.js';
import { stemOf, wordsOf } from '../../src/text/words.js';

describe('the other form', () => {
  it.each([
    ['Doors open at 17:00.', ['5pm', '5:00pm'], ['5am', '5']],
    ['Doors open at 5 pm.', ['17:00', '5pm', '5:00'], ['5']],
    ['Doors open at 7:30pm.', ['19:30'], ['19:00', '7pm']],
    ['Doors open at 9am.', ['9:00', '09:00'], ['21:00']],
    ['Doors close at 00:15.', ['12:15am'], ['12am']],
    ['They won 3:2, 48 pm of it.', [], ['3pm']],
  ])('of the hour in “%s”', (text, meant, others) => {
    const stems = new Set(clockStems(wordsOf(text)));
    for (const form of meant) expect(stems).toContain(stemOf(form));
    for (const form of others) expect(stems).not.toContain(stemOf(form));
  });

  it('of a word with a hyphen is the word without it', () => {
    const stems = joinedStems(wordsOf('No x-ray packs, check-out by 11, line 4-5, back - end.'));
    expect(stems).toEqual([stemOf('xray'), stemOf('checkout')]);
  });
});
