import { describe, expect, it } from 'vitest';
import { withoutGreeting } from '../../src/conversation/opening.js';

describe('a question behind a greeting', () => {
  it('is asked without it', () => {
    for (const before of [
      'hey, ',
      'hi bot! ',
      'yo ',
      'thx! ',
      'Good morning everyone, ',
      'lol ok, ',
    ]) {
      expect(withoutGreeting(`${before}how much is a ticket?`)).toBe('how much is a ticket?');
    }
    expect(withoutGreeting('Hi, Where does the bus stop?')).toBe('Where does the bus stop?');
    expect(withoutGreeting('cool, thanks! and dogs too?')).toBe('and dogs too?');
  });

  it('keeps words that only begin like one', () => {
    for (const question of [
      'Hello Kitty was drawn by whom?',
      'Cool water keeps how long?',
      'Great Britain has how many islands?',
      'high tide is when?',
      "Hey's owner is who?",
      'Question time is on which day?',
    ]) {
      expect(withoutGreeting(question)).toBe(question);
    }
  });

  it('is all that there is if too little follows', () => {
    expect(withoutGreeting('hey bot')).toBe('hey bot');
    expect(withoutGreeting('hi, why?')).toBe('hi, why?');
  });
});
