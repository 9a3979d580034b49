import { describe, expect, it } from 'vitest';
import { paraphrases, saysOtherwise } from '../../src/conversation/paraphrase.js';
import { stemOf } from '../../src/text/words.js';
import { passageOf } from '../answering/made.js';

function waysOf(question: string, ...texts: readonly string[]): string[] {
  const passages = [passageOf('The Old Mill', texts)];
  return paraphrases({ text: question, carried: new Set() }, passages).map(({ text }) => text);
}

describe('a question in the words of its article', () => {
  it('has the word that the article has for the same thing', () => {
    expect(waysOf('do I have to reserve?', 'You need not book.')).toEqual(['do I have to book?']);
    expect(waysOf('how do I quit?', 'Leave with a click.')).toEqual(['how do I leave?']);
    expect(waysOf('any kids?', 'She had one daughter.')).toEqual(['any daughter?']);
  });

  it('has no pupils in place of somebody’s own kids', () => {
    const texts = ['Her pupil wrote a book.', 'She had a daughter.'];
    expect(waysOf('did she have kids?', ...texts)).toEqual(['did she have daughter?']);
    expect(waysOf('has she got any kids', ...texts)).toEqual(['has she got any daughter']);
    expect(waysOf('what do the kids learn?', 'Each pupil learns to swim.')).toEqual([
      'what do the pupil learn?',
    ]);
  });

  it('has it in place of a verb and its particle, which may stand apart', () => {
    expect(waysOf('and check out?', 'Leave your room by ten.')).toEqual(['and leave?']);
    expect(waysOf('who can throw me out?', 'Admins may kick anyone.')).toEqual([
      'who can kick me?',
    ]);
  });

  it('is put in two ways at most, likelier first', () => {
    const ways = waysOf('how do I quit?', 'Resign, unsubscribe or cancel.');
    expect(ways).toEqual(['how do I cancel?', 'how do I resign?']);
  });

  it('stays as it is if the article has its word, or no other', () => {
    expect(waysOf('do I have to reserve?', 'Reserve or book early.')).toEqual([]);
    expect(waysOf('do I have to reserve?', 'The mill turns by itself.')).toEqual([]);
  });

  it('asks whether something is free, where it asks when nobody has to pay for it', () => {
    const free = 'Big orders travel for free.';
    expect(waysOf("when don't I have to pay the postage?", free)).toEqual(['is the postage free?']);
    expect(waysOf('and when do we not need to pay for parking?', free)).toEqual([
      'is parking free?',
    ]);
    expect(waysOf('when do I have to pay?', free)).toEqual([]);
    expect(waysOf("when don't I have to pay the postage?", 'Postage is 4 €.')).toEqual([]);
  });

  it('asks how to cancel for who can not come', () => {
    expect(waysOf("what if I can't make it?", 'Cancel a day before.')).toEqual([
      'what if I cancel?',
    ]);
    expect(waysOf('and if we cannot come?', 'Cancel a day before.')).toEqual(['and if we cancel?']);
    expect(waysOf("what if I can't make it?", 'The mill is open.')).toEqual([]);
  });

  it('asks what becomes of who does not come, where the article speaks of that', () => {
    expect(waysOf("what if I can't make it?", 'Sign off in the absence list.')).toEqual([
      'what if I am absent?',
    ]);
    expect(waysOf("and if we can't make it?", "Write if you can't come.")).toEqual([
      "and if we can't come?",
    ]);
    expect(waysOf("what if I can't make it?", 'The mill is open.')).toEqual([]);
  });

  it('asks when a thing was built for how old it is, but not so of somebody', () => {
    const built = 'It was built in 1894.';
    expect(waysOf('how old is the bridge?', built)).toEqual(['when is the bridge built?']);
    expect(waysOf('how old was the old engine?', built)).toEqual([
      'when was the old engine built?',
    ]);
    expect(waysOf('how old is Ines Lind?', built)).toEqual([]);
  });

  it('takes over what was taken over', () => {
    const passages = [passageOf('The Old Mill', ['Children play here.'])];
    const [way] = paraphrases({ text: 'where? kids', carried: new Set(['kid']) }, passages);
    expect(way?.text).toBe('where? children');
    expect(way?.carried.has(stemOf('children'))).toBe(true);
  });
});

describe('what an article lacks a word for', () => {
  it('it may still say in another', () => {
    const passages = [passageOf('The Old Mill', ['Cash only, please.'])];
    expect(saysOtherwise('card', passages)).toBe(true);
    expect(saysOtherwise('barn', passages)).toBe(false);
  });
});
