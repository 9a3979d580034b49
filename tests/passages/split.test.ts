import { describe, expect, it } from 'vitest';
import type { DocumentText } from '../../src/documents/block.js';
import { plainBlocks } from '../../src/documents/plain-blocks.js';
import { splitPassages, type SplitOptions } from '../../src/passages/split.js';

/** A word a piece: enough to see how pieces are packed. */
const byWords: SplitOptions = {
  maxTokens: 64,
  countTokens: (texts) => Promise.resolve(texts.map((text) => text.split(/\s+/).length)),
};

function plainDocument(text: string): DocumentText {
  return { text, blocks: plainBlocks(text) };
}

function sentence(words: number, name: string): string {
  return `${name} ${'word '.repeat(words - 2)}end.`;
}

async function passagesOf(text: string, title = 'Title'): Promise<string[]> {
  const passages = await splitPassages(title, plainDocument(text), byWords);
  return passages.map(({ start, end }) => text.slice(start, end));
}

describe('splitting into passages', () => {
  it('keeps short paragraphs together', async () => {
    const text = `${sentence(10, 'One')}\n\n${sentence(10, 'Two')}`;
    expect(await passagesOf(text)).toEqual([text]);
  });

  it('begins a new passage with the paragraph that does not fit', async () => {
    const first = sentence(40, 'One');
    const second = sentence(40, 'Two');
    expect(await passagesOf(`${first}\n\n${second}`)).toEqual([first, second]);
  });

  it('cuts a paragraph that is too long between sentences, overlapping by one', async () => {
    const sentences = ['One', 'Two', 'Three', 'Four'].map((name) => sentence(20, name));
    const passages = await splitPassages('Title', plainDocument(sentences.join(' ')), byWords);
    const text = sentences.join(' ');
    const names = passages.map((passage) =>
      passage.sentences.map(({ start }) => text.slice(start).split(' ')[0]),
    );
    expect(names.flat()).toEqual(expect.arrayContaining(['One', 'Two', 'Three', 'Four']));
    for (let index = 1; index < names.length; index++) {
      expect(names[index]?.[0]).toBe(names[index - 1]?.at(-1));
    }
  });

  it.each([
    ['at the beginning', [50, 8, 10, 10, 50]],
    ['in the middle', [12, 12, 55, 4, 30]],
    ['at the end', [10, 10, 10, 58]],
    ['several of them', [50, 10, 50, 10, 50, 10]],
  ])('repeats no whole passage in the next: a long sentence %s', async (_, lengths) => {
    const text = lengths.map((words, index) => sentence(words, `S${index}`)).join(' ');
    const passages = await splitPassages('Title', plainDocument(text), byWords);
    expect(passages.length).toBeGreaterThan(1);
    passages.slice(1).forEach(({ start, end }, index) => {
      expect(start).toBeGreaterThan(passages[index]?.start ?? 0);
      expect(end).toBeGreaterThan(passages[index]?.end ?? 0);
    });
  });

  it('reads bare addresses between sentences without repeating a passage', async () => {
    const text = [
      'Corrections & Clarifications. https://a.example/council The date of the meeting was wrong.',
      ...['b', 'c', 'd', 'e'].map(
        (host) => `https://${host}.example/page ${sentence(9, 'It')} ${sentence(24, 'They')}`,
      ),
    ].join(' ');
    const passages = await splitPassages('Title', plainDocument(text), byWords);
    expect(new Set(passages.map(({ start }) => start)).size).toBe(passages.length);
  });

  it('never gives the model more than it reads, not even of one endless sentence', async () => {
    const text = 'word '.repeat(1_000).trim();
    for (const passage of await passagesOf(text, 'A title '.repeat(40))) {
      expect(passage.split(/\s+/).length).toBeLessThanOrEqual(64);
    }
  });

  it('loses no word of the prose', async () => {
    const text = Array.from({ length: 30 }, (_, index) =>
      sentence(7 + (index % 9), `S${index}`),
    ).join(' ');
    const joined = (await passagesOf(text)).join(' ');
    for (let index = 0; index < 30; index++) expect(joined).toContain(`S${index} `);
  });

  it('gives nothing for a text without words', async () => {
    expect(await passagesOf(' \n\n *** \n')).toEqual([]);
  });

  it('does not cut a character in two', async () => {
    const passages = await splitPassages('T', plainDocument('𝒳'.repeat(501)), {
      maxTokens: 64,
      countTokens: (texts) => Promise.resolve(texts.map((text) => text.length)),
    });
    const text = '𝒳'.repeat(501);
    expect(passages.length).toBeGreaterThan(1);
    for (const { start, end } of passages) expect(text.slice(start, end)).toMatch(/^(?:𝒳)+$/u);
  });
});
