import { describe, expect, it } from 'vitest';
import { isAnnounced } from '../../../src/answering/sections/below-heading.js';
import { queryOf } from '../made.js';

const announced = (question: string, heading: string, opening: readonly string[] = []): boolean =>
  isAnnounced(queryOf(question), { path: opening }, { path: ['Guide', heading] });

describe('a section that the opening of its document announces', () => {
  it('is meant by a question that has all words of its heading', () => {
    expect(announced('what do I do on my first visit to the gym', 'Your first visit')).toBe(true);
    expect(announced('how do the opening hours change in summer', 'Opening hours')).toBe(true);
  });

  it('is not meant by one that lacks some, or by a heading of one word', () => {
    expect(announced('what do I do on my visit to the gym', 'Your first visit')).toBe(false);
    expect(announced('what does a visit cost', 'Visit')).toBe(false);
  });

  it('does not take the place of another section', () => {
    expect(announced('what about my first visit', 'Your first visit', ['Prices'])).toBe(false);
  });
});
