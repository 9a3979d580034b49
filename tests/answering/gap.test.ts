import { describe, expect, it } from 'vitest';
import { gapOf } from '../../src/answering/gap.js';
import { passageOf, queryOf } from './made.js';

const LISBON = passageOf('The mayors', [
  'Carlos Moedas has been mayor of Lisbon since 2021.',
  'He was born in Beja, like the bridge builder of Porto.',
]);

describe('a refusal', () => {
  it('says what is mentioned and what is not', () => {
    expect(gapOf(queryOf('Which football club plays in Porto?'), LISBON)).toEqual({
      mentioned: ['Porto'],
      missing: ['football', 'club', 'plays'],
    });
  });

  it('keeps the words of a name together', () => {
    expect(gapOf(queryOf('How tall is Carlos Moedas?'), LISBON)?.mentioned).toEqual([
      'Carlos Moedas',
    ]);
  });

  it('says no more if all of the question is there, or nothing of it', () => {
    expect(gapOf(queryOf('Who is mayor of Porto?'), LISBON)).toBeUndefined();
    expect(gapOf(queryOf('Who won the cup in Ottawa?'), LISBON)).toBeUndefined();
  });
});
