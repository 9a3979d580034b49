import { describe, expect, it } from 'vitest';
import { pageLines, type PdfPage } from '../../../../src/articles/kinds/pdf/lines.js';
import { pdfParts, pdfText } from '../../../../src/articles/kinds/pdf/structure.js';
import type { StructNode } from '../../../../src/articles/kinds/pdf/tags.js';

/** Words at a place of a page, in points from its upper left, marked by their place in the list. */
type Words = readonly [text: string, x: number, y: number];

async function read(tree: StructNode, words: readonly Words[]) {
  const page: PdfPage = {
    pageNumber: 1,
    getViewport: () => ({ transform: [1, 0, 0, -1, 0, 800] }),
    getStructTree: () => Promise.resolve(tree),
    getTextContent: () =>
      Promise.resolve({
        items: words.flatMap(([str, x, y], id) => [
          { type: 'beginMarkedContentProps', id: `m${id}`, tag: 'P' },
          { str, width: str.length * 5, transform: [10, 0, 0, 10, x, 800 - y], fontName: 'F' },
          { type: 'endMarkedContent' },
        ]),
      }),
  };
  const { text, blocks } = pdfText(pdfParts(await pageLines(page)));
  return blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

const node = (role: string, ...children: StructNode[]): StructNode => ({ role, children });
const mark = (id: number): StructNode => ({ type: 'content', id: `m${id}` });

describe("a table by a PDF's own structure", () => {
  const words: readonly Words[] = [
    ['Pier', 50, 100],
    ['Built of', 92, 100],
    ['Length', 136, 100],
    ['North', 50, 114],
    ['oak and', 92, 114],
    ['60 m', 136, 114],
    ['pier', 50, 125],
    ['stone', 92, 125],
    ['South', 50, 139],
    ['', 92, 139],
    ['45 m', 136, 139],
  ];
  const cell = (role: string, ...ids: number[]) => node(role, ...ids.map(mark));
  const head = node('TR', cell('TH', 0), cell('TH', 1), cell('TH', 2));
  const north = node('TR', cell('TD', 3, 6), cell('TD', 4, 7), cell('TD', 5));
  const south = node('TR', cell('TD', 8), cell('TD', 9), cell('TD', 10));
  const rows = [
    'row: Pier | Built of | Length',
    'row: North pier | oak and stone | 60 m',
    'row: South |  | 45 m',
  ];

  it.each([
    ['plain', node('Table', head, north, south)],
    ['with its parts', node('Table', node('THead', head), node('TBody', north, south))],
    ['in a section', node('Sect', node('Div', node('Table', head, north, south)))],
  ])('has its rows and cells, however close they stand: %s', async (_form, table) => {
    expect(await read(node('Document', table), words)).toEqual(rows);
  });

  it('has each cell in its column, though empty ones are left out and names lie across', async () => {
    const cells: readonly Words[] = [
      ['Field', 50, 100],
      ['Kites flown', 136, 100],
      ['Remarks', 220, 100],
      ['Delta', 120, 114],
      ['Box', 180, 114],
      ['Cold Tarn', 50, 128],
      ['12', 130, 128],
      ['31', 184, 128],
      ['Windy', 220, 128],
      ['Hollin Moor', 50, 142],
      ['18', 184, 142],
      ['Upper Skell', 50, 156],
      ['Stunt', 220, 156],
      ['Wexcombe', 50, 170],
    ];
    const row = (role: string, ...ids: number[]) => node('TR', ...ids.map((id) => cell(role, id)));
    const table = node(
      'Table',
      node('THead', row('TH', 0, 1, 2), row('TH', 3, 4)),
      node('TBody', row('TD', 5, 6, 7, 8), row('TD', 9, 10), row('TD', 11, 12), row('TD', 13)),
    );
    expect(await read(node('Document', table), cells)).toEqual([
      'row: Field | Kites flown | Kites flown | Remarks',
      'row: | Delta | Box |',
      'row: Cold Tarn | 12 | 31 | Windy',
      'row: Hollin Moor |  | 18 |',
      'row: Upper Skell |  |  | Stunt',
      'row: Wexcombe |  |  |',
    ]);
  });

  it('is none where its cells are parts of the page', async () => {
    const long = 'The north pier was built of oak and stone, and has been closed since the storm.';
    const cells = [0, 1, 2, 3].map((at): Words => [`${long} ${long} ${long}`, 50, 100 + at * 60]);
    const layout = node(
      'Table',
      node('TR', cell('TD', 0), cell('TD', 1)),
      node('TR', cell('TD', 2), cell('TD', 3)),
    );
    const blocks = await read(layout, cells);
    expect(blocks).toHaveLength(4);
    expect(blocks.join()).not.toContain('row');
  });

  it('keeps what stands beside it on the same line', async () => {
    const beside: Words = ['see page 4', 400, 100];
    const tree = node('Document', node('Table', head, north, south), node('P', mark(11)));
    const blocks = await read(tree, [...words, beside]);
    expect(blocks.filter((block) => block.startsWith('row'))).toEqual(rows);
    expect(blocks.join('\n').split('see page 4')).toHaveLength(2);
  });

  it('is none with a single column', async () => {
    const layout = node('Table', node('TR', cell('TD', 0)), node('TR', cell('TD', 1)));
    const blocks = await read(layout, [
      ['The north pier was built of oak and stone in 1887.', 50, 100],
      ['It has been closed since the storm of the winter.', 50, 160],
    ]);
    expect(blocks.join()).not.toContain('row');
  });
});

describe("a list by a PDF's own structure", () => {
  const item = (marker: number, ...body: StructNode[]) =>
    node('LI', node('Lbl', mark(marker)), node('LBody', ...body));

  it('has its items, whatever their markers are', async () => {
    const list = node('L', item(0, mark(1), mark(2)), item(3, mark(4)));
    expect(
      await read(list, [
        ['\u25c6', 50, 100],
        ['Boats moor on the', 64, 100],
        ['north side only.', 64, 112],
        ['\u25c6', 50, 124],
        ['Dogs stay ashore', 64, 124],
      ]),
    ).toEqual(['item: Boats moor on the north side only.', 'item: Dogs stay ashore']);
  });

  it('has lists in its items', async () => {
    const inner = node('L', item(2, mark(3)), item(4, mark(5)));
    const list = node('L', item(0, mark(1), inner), item(6, mark(7)));
    const blocks = await read(node('Document', list), [
      ['1.', 50, 100],
      ['Pay the fee:', 64, 100],
      ['(i)', 54, 112],
      ['in cash or', 68, 112],
      ['(ii)', 54, 124],
      ['by card.', 68, 124],
      ['2.', 50, 136],
      ['Take the ticket.', 64, 136],
    ]);
    expect(blocks).toEqual([
      'item: Pay the fee:',
      'item: in cash or',
      'item: by card.',
      'item: Take the ticket.',
    ]);
  });
});
