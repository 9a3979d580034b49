import { describe, expect, it } from 'vitest';
import { openDocument } from '../../../src/articles/document.js';
import { readFeed } from '../../../src/articles/feed.js';
import { readBytes } from '../../../src/articles/read.js';
import { readKind } from './read-kind.js';
import { JSON_LINES } from './samples.js';

async function entriesOf(content: string) {
  const about = { name: 'mills.jsonl', source: '/mills.jsonl' };
  const document = await openDocument(Buffer.from(content), about);
  return document.kind === 'feed' ? readFeed(document.text, '/mills.jsonl').entries : [];
}

describe('JSON Lines', () => {
  it('whose objects have a text are articles', async () => {
    expect(await entriesOf(JSON_LINES)).toMatchObject([
      {
        source: 'https://a.example/mill',
        url: 'https://a.example/mill',
        title: 'Mill sold',
        author: 'Ida Berg',
        publishedAt: '2023-05-06',
        content: { text: 'The mill was sold for 90,000 crowns.' },
      },
      {
        source: '/mills.jsonl#8',
        title: 'Mill burned',
        content: { text: 'The mill burned down in June.' },
      },
    ]);
  });

  it('lose no article if a line is cut off', async () => {
    const lines = Array.from({ length: 12 }, (_, n) => `{"title":"No. ${n}","text":"Text ${n}."}`);
    expect(await entriesOf(`${lines.join('\n')}\n{"title":"No`)).toHaveLength(12);
  });

  it('of other objects are a table with the fields as columns', async () => {
    const { text, blocks } = await readKind(
      '{"station":"Kelby","lines":["A","C"]}\n{"station":"Wexcombe","opened":1990}\n',
      'stations.ndjson',
    );
    expect(text).toBe('station | lines | opened\nKelby | A, C |\nWexcombe |  | 1990');
    expect(blocks[0]).toMatchObject({ kind: 'row', header: true });
  });

  it.each([
    ['{"title":"The mill","text":"It was', 1],
    ['{"title":"One","text":"A."}\n\n{"title":"Two","text":\n{"title":"Three"', 3],
  ])('that are broken are refused with the number of the line: %s', async (content, line) => {
    await expect(entriesOf(content)).rejects.toMatchObject({
      code: 'json-lines-broken',
      details: { line },
    });
  });

  it('of articles are one article where a file is one, each under its title', async () => {
    const about = { name: 'two-mills.jsonl', source: 'upload' };
    const lines = ['Sold', 'Burned'].map((title) => JSON.stringify({ title, text: `${title}.` }));
    const { title, text, blocks } = await readBytes(Buffer.from(lines.join('\n')), about);
    expect(title).toBe('Two Mills');
    expect(text).toBe('Sold\n\nSold.\n\nBurned\n\nBurned.');
    expect(blocks.map(({ kind }) => kind)).toEqual([
      'heading',
      'paragraph',
      'heading',
      'paragraph',
    ]);
  });

  it('that are no JSON are a plain text', async () => {
    expect((await readKind('It rained.', 'a.jsonl')).text).toBe('It rained.');
  });
});
