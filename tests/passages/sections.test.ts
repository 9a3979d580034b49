import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../src/articles/markdown.js';
import { splitPassages } from '../../src/passages/split.js';

async function split(markdown: string, maxTokens = 256) {
  const document = readMarkdown(markdown);
  const passages = await splitPassages('Title', document, {
    maxTokens,
    countTokens: (texts) => Promise.resolve(texts.map((text) => text.split(/\s+/).length)),
  });
  return passages.map(({ start, end, path, sentences }) => ({
    path,
    text: document.text.slice(start, end),
    units: sentences.map((unit) => unit.reading ?? document.text.slice(unit.start, unit.end)),
  }));
}

describe('sections', () => {
  it('have the headings that they stand under, and a passage belongs to one', async () => {
    const passages = await split(
      '# Pool\n\nIt is old.\n\n## Rules\n\n### Diving\n\nNever dive.\n\n## Can I bring a dog?\n\nNo.',
    );
    expect(passages.map(({ path, text }) => [path, text])).toEqual([
      [[], 'It is old.'],
      [['Rules', 'Diving'], 'Never dive.'],
      [['Can I bring a dog?'], 'No.'],
    ]);
  });

  it('read a row with the names of its columns, and keep the place of an empty cell', async () => {
    const [table] = await split(
      '# T\n\nPrices:\n\n| Rank | Price | Note |\n| --- | --- | --- |\n| Gold | 10 € | |\n| Iron | | free |',
    );
    expect(table?.units).toEqual(['Prices:', 'Rank: Gold, Price: 10 €', 'Rank: Iron, Note: free']);
  });

  it('read an item with its number, and with the item that it is nested in', async () => {
    const [list] = await split('# T\n\n1. Be kind.\n2. Keep it short\n   - in voice\n');
    expect(list?.units).toEqual(['1. Be kind.', '2. Keep it short', 'Keep it short in voice']);
    expect(list?.text.startsWith('1. Be kind.')).toBe(true);
  });

  it('are cut between the items of a long list, each part after the line that introduces it', async () => {
    const items = Array.from({ length: 40 }, (_, at) => `- item ${at} has seven words of text`);
    const passages = await split(`# T\n\nBring these things:\n\n${items.join('\n')}`);
    expect(passages.length).toBeGreaterThan(1);
    expect(passages[0]?.path).toEqual([]);
    for (const { path, units } of passages.slice(1)) {
      expect(path).toEqual(['Bring these things:']);
      expect(units.every((unit) => /^item \d+ has/.test(unit))).toBe(true);
    }
  });
});
