import { describe, expect, it } from 'vitest';
import { blocksIn, readKind } from './read-kind.js';
import { CSV } from './samples.js';

describe('a table in CSV', () => {
  it('is a row a line under the names of its columns, and keeps the place of an empty cell', async () => {
    const { text, blocks } = await readKind(CSV, 'stations.csv');
    expect(text).toBe(
      'Station | Zone | Passengers | Note\nKelby | C | 1663 | Lift; stairs\nWexcombe | B |  | Steam "only"',
    );
    expect(blocks.map((block) => block.kind === 'row' && block.header)).toEqual([
      true,
      false,
      false,
    ]);
    const [, , row] = blocks;
    expect(
      row?.kind === 'row' && row.cells.map(({ start, end }) => text.slice(start, end)),
    ).toEqual(['Wexcombe', 'B', '', 'Steam "only"']);
  });

  it.each([
    ['tabs', 'a.tsv', 'Boat\tFee, in crowns\nDinghy\t40, or 38\n'],
    ['commas', 'a.csv', 'Boat,"Fee, in crowns"\nDinghy,"40, or 38"\n'],
  ])('is told by its %s', async (_what, name, content) => {
    expect((await readKind(content, name)).text).toBe('Boat | Fee, in crowns\nDinghy | 40, or 38');
  });

  it('has no names of columns in a first row of values', async () => {
    const { blocks } = await readKind('Kelby,1663\nWexcombe,212\n', 'a.csv');
    expect(blocks).toMatchObject([{ header: false }, { header: false }]);
  });

  it('of one column is a plain text', async () => {
    expect(blocksIn(await readKind('It rained for nine days.\n', 'a.csv'))).toEqual([
      'paragraph: It rained for nine days.',
    ]);
  });

  it('with a quote that is never closed is read', async () => {
    const { text } = await readKind('Boat,Fee\nDinghy,"40\n', 'a.csv');
    expect(text).toContain('Dinghy');
  });
});
