import { describe, expect, it } from 'vitest';
import { blocksIn, readKind } from './read-kind.js';
import { RST } from './samples.js';

const blocksOf = async (content: string) => blocksIn(await readKind(content, 'a.rst'));

describe('reStructuredText', () => {
  it('is read with its title, fields, headings, lists, terms, tables, code and quotes', async () => {
    const article = await readKind(RST, 'tides.rst');
    expect(article).toMatchObject({
      title: 'The tide tables',
      author: 'Nora Vik',
      publishedAt: '2022-09-14',
    });
    expect(blocksIn(article)).toEqual([
      'paragraph: High water comes every 12 hours and 25 minutes, says the almanac; see how it is measured.',
      'paragraph: Printed since 1902.',
      'heading: Gauges',
      'item: one at the quay, painted red',
      'item: two in the bay',
      'item: North',
      'item: South',
      'item: lehr: An oven in which glass cools.',
      'paragraph: Read them like this:',
      'code: gauge --read\n  now',
      'code: tide next',
      'paragraph: Note: Times are UTC.',
      'row: Place | Metres',
      'row: Kelby | 3.1',
      'row: Month | Ships',
      'row: May | 12',
      'row: June |',
      'quote: A quoted tide.',
    ]);
  });

  it('ranks headings by the order in which their rules first come', async () => {
    const { blocks } = await readKind(
      'Book\n####\n\nPart\n~~~~\n\nOne.\n\nChapter\n=======\n\nTwo.\n\nNext part\n~~~~~~~~~\n\nThree.\n',
      'a.rst',
    );
    expect(blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []))).toEqual([
      2, 3, 2,
    ]);
  });

  it('has the tables that directives hold', async () => {
    expect(
      await blocksOf(
        '.. list-table:: Fees\n   :header-rows: 1\n\n   * - Boat\n     - Fee\n   * - Dinghy\n     - 40\n       crowns\n\n.. csv-table::\n   :header: "Year", "Ships"\n\n   1990, "1,200"\n',
      ),
    ).toEqual([
      'paragraph: Fees',
      'row: Boat | Fee',
      'row: Dinghy | 40 crowns',
      'row: Year | Ships',
      'row: 1990 | 1,200',
    ]);
  });

  it('says what is described, and since when', async () => {
    expect(
      await blocksOf(
        '.. py:function:: tide(place)\n\n   Gives the next high water.\n\n   .. versionadded:: 3.2\n\n.. |harbour| replace:: Kelby Harbour\n\nOpen at |harbour| and ``*here*``, not \\*there.\n',
      ),
    ).toEqual([
      'item: tide(place): Gives the next high water.',
      'paragraph: Added in version 3.2',
      'paragraph: Open at Kelby Harbour and *here*, not *there.',
    ]);
  });

  it('keeps the words of what is no markup', async () => {
    expect(
      await blocksOf('It took 3 * 4 = 12 days; snake_case stays, as do a|b and x::y.\n'),
    ).toEqual(['paragraph: It took 3 * 4 = 12 days; snake_case stays, as do a|b and x::y.']);
  });
});
