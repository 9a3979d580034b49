import { describe, expect, it } from 'vitest';
import { embeddedPassage } from '../../src/passages/reading.js';
import type { PassageSpan, UnitSpan } from '../../src/passages/passage.js';

const TEXT = 'By bus. The ferry is slower.';

function unit(start: number, end: number): UnitSpan {
  return { start, end, kind: 'sentence', block: 0 };
}

function under(...path: string[]): PassageSpan {
  return { start: 0, end: TEXT.length, path, sentences: [unit(0, 7), unit(8, TEXT.length)] };
}

describe('what a passage is embedded as', () => {
  it('has its title, its headings and all that it is read as', () => {
    expect(embeddedPassage('Tern Bay', TEXT, under('Getting here'))).toBe(
      `Tern Bay. Getting here. ${TEXT}`,
    );
  });

  it('is the question and the beginning of its answer, if a question heads it', () => {
    expect(embeddedPassage('Tern Bay', TEXT, under('Guests', 'How do I get there?'))).toBe(
      'How do I get there? By bus.',
    );
  });

  it('has the title again under a heading below a question', () => {
    expect(embeddedPassage('Tern Bay', TEXT, under('How do I get there?', 'By day'))).toBe(
      `Tern Bay. How do I get there? By day. ${TEXT}`,
    );
  });
});
