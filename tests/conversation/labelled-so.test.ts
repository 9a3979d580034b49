import { describe, expect, it } from 'vitest';
import { isLabelledSo } from '../../src/conversation/labelled-so.js';
import { readFollowUp } from '../../src/conversation/reading.js';
import { answerOf } from './made.js';

describe('an answer that the article labels with the words asked for', () => {
  const item = answerOf('Ferry: runs every hour until dusk.', 'item');

  it('is an item of that label', () => {
    expect(isLabelledSo(item, readFollowUp('and ferries?'))).toBe(true);
    expect(isLabelledSo(item, readFollowUp('and the night ferry?'))).toBe(false);
  });

  it('is no sentence that a colon parts', () => {
    const sentence = { ...item, units: [{ start: 0, end: item.end, kind: 'sentence' as const }] };
    expect(isLabelledSo(sentence, readFollowUp('and ferries?'))).toBe(false);
  });

  it('is nothing that a whole question asks for', () => {
    expect(isLabelledSo(item, readFollowUp('Who owns the ferry?'))).toBe(false);
  });
});
