import { describe, expect, it } from 'vitest';
import { hasCodeAsked, hasRivalCode } from '../../../src/answering/confidence/codes.js';

describe('a code in a question', () => {
  it.each([
    ['What is valve VX-205 made of?', 'Valve VX-206 is made of steel.'],
    ['What does F.28 mean?', 'F.75: the pump has stopped.'],
    ['Where is lamp D9?', 'Lamp D7 is above the door.'],
    ['What is bolt MB 7733?', 'Bolts MB 7731 and MB 7732 are of brass.'],
  ])('has a rival in another of its kind: %s', (question, text) => {
    expect(hasRivalCode(question, text)).toBe(true);
    expect(hasCodeAsked(question, text)).toBe(false);
  });

  it.each([
    ['What is valve VX-205 made of?', 'VX-205 and VX-206 are made of steel.'],
    ['What is valve VX-205 made of?', 'It is made of steel.'],
    ['What is valve VX-205 made of?', 'The lid LD-7 is made of steel.'],
    ['What did the G20 say in May 2026?', 'In May 2025 it said nothing.'],
    ['What is the valve made of?', 'Valve VX-206 is made of steel.'],
  ])('has none if it is there, or nothing of its kind: %s of %j', (question, text) => {
    expect(hasRivalCode(question, text)).toBe(false);
  });

  it('may stand in a heading above', () => {
    expect(hasRivalCode('How do I fix E-17?', 'See E-18 as well.', 'Errors: E-17')).toBe(false);
  });

  it('is met to the letter', () => {
    expect(hasCodeAsked('What is VX-20?', 'VX-205 is a valve.')).toBe(false);
    expect(hasCodeAsked('What is VX-205?', 'VX-205 is a valve.')).toBe(true);
  });
});
