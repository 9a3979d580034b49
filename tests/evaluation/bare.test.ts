import { describe, expect, it } from 'vitest';
import { readBytes } from '../../src/articles/read.js';
import { isBare } from '../../src/evaluation/bare.js';

describe('what is shown by itself', () => {
  const source = [
    '# Rowing club',
    '## When do you row?',
    'On Sundays. Bring a hat.',
    '1. Rinse the boat.',
    '2. Sign the log.',
    '## Our fleet',
    '| Boat | Seats |',
    '| --- | --- |',
    '| Heron | 4 |',
  ].join('\n');

  async function bare(words: string): Promise<boolean> {
    const { text, blocks } = await readBytes(Buffer.from(source), {
      name: 'club.md',
      source: 'club.md',
    });
    const start = text.indexOf(words);
    expect(start).toBeGreaterThanOrEqual(0);
    return isBare(text, blocks, { start, end: start + words.length });
  }

  it.each(['Our fleet', 'When do you row?', 'Boat | Seats', '1.', '2', '|'])(
    'says nothing: %s',
    async (words) => {
      expect(await bare(words)).toBe(true);
    },
  );

  it.each(['On Sundays.', 'Rinse the boat.', '1. Rinse the boat.', 'Heron | 4', 'Heron'])(
    'says something: %s',
    async (words) => {
      expect(await bare(words)).toBe(false);
    },
  );
});
