import { describe, expect, it } from 'vitest';
import { blocksIn, readKind } from './read-kind.js';
import { ASCIIDOC } from './samples.js';

const blocksOf = async (content: string) => blocksIn(await readKind(content, 'a.adoc'));

describe('AsciiDoc', () => {
  it('is read with its title, author, headings, lists, terms, tables, code and quotes', async () => {
    const article = await readKind(ASCIIDOC, 'pump.adoc');
    expect(article).toMatchObject({
      title: 'The pump house',
      author: 'Ruth Adair',
      publishedAt: '2021-11-30',
    });
    expect(blocksIn(article)).toEqual([
      'paragraph: The pumps of Arden move 900 litres a second, as the board says (see the plans). (In a wet year.)',
      'heading: Parts',
      'item: wheel',
      'item: spokes',
      'item: belt',
      'paragraph: of leather',
      'item: Open the valve.',
      'item: Start the pump.',
      'item: Sluice: A gate for water.',
      'item: Weir: A low dam.',
      'paragraph: How to start it',
      'code: pump --start',
      'row: Year | Litres',
      'row: 1990 | 700',
      'row: 2001 | 900',
      'quote: It never stops.',
      'paragraph: Note: Wear boots.',
    ]);
    expect(article.text).toContain('1. Open the valve.\n2. Start the pump.');
    expect(article.blocks.filter((block) => block.kind === 'row' && block.header)).toHaveLength(1);
  });

  it('takes the first row for names if a blank line is under it', async () => {
    const { blocks } = await readKind('|===\n|Boat |Fee\n\n|Dinghy |40\n|===\n', 'a.adoc');
    expect(blocks).toMatchObject([{ header: true }, { header: false }]);
  });

  it('shows nothing of comments, conditions and files that it includes', async () => {
    expect(
      await blocksOf(
        '////\nA secret.\n////\n\nifdef::x[]\nShown.\nendif::[]\ninclude::other.adoc[]\n',
      ),
    ).toEqual(['paragraph: Shown.']);
  });

  it('keeps the words of what is no markup', async () => {
    const line = 'It took 3 * 4 = 12 days; snake_case stays, as do {unknown}, C# and std::map.';
    expect(await blocksOf(`${line}\n`)).toEqual([`paragraph: ${line}`]);
  });

  it('that never closes a block is read to its end', async () => {
    expect(await blocksOf('Before.\n\n----\ncode\n\nmore\n')).toEqual([
      'paragraph: Before.',
      'code: code\n\nmore',
    ]);
  });
});
