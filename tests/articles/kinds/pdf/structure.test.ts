import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../../src/articles/html.js';
import { readMarkdown } from '../../../../src/articles/markdown.js';
import { readPdf } from '../../../../src/articles/kinds/pdf/index.js';
import { makePdf } from './maker.js';
import { HARBOUR, HARBOUR_TITLE, harbourMarkdown, harbourPage } from '../../harbour.js';
import { typesetPdf, type PdfElement, type Typesetting } from './typesetter.js';

const TEXT =
  'The harbour has three piers, and a crane that lifts boats of up to eleven tonnes out of the water in spring and autumn.';
const read = async (elements: readonly PdfElement[], style?: Typesetting) =>
  readPdf(await typesetPdf(HARBOUR_TITLE, elements, style), 'a.pdf');
const rows = async (table: readonly (readonly string[])[], style?: Typesetting) => {
  const { text, blocks } = await read([{ text: TEXT }, { rows: table }, { text: TEXT }], style);
  return blocks.flatMap((block) =>
    block.kind === 'row'
      ? [
          block.cells
            .map(({ start, end }) => text.slice(start, end))
            .concat(block.header ? ['head'] : []),
        ]
      : [],
  );
};

const STYLES: readonly (readonly [string, Typesetting])[] = [
  ['with large headings', {}],
  ['with bold headings', { headings: 'bold' }],
  ['with cells of several lines', { cellLetters: 22 }],
  ['with cells in the middle of their rows', { cellLetters: 22, align: 'middle' }],
  ['with cells at the foot of their rows', { cellLetters: 22, align: 'bottom' }],
  ['with tables written column by column', { cells: 'by column', cellLetters: 36 }],
  ['with markers written after the page', { markers: 'after' }],
];

describe('a structured document as a PDF', () => {
  it.each(STYLES)('is read as it is from Markdown, %s', async (_what, style) => {
    const pdf = await read(HARBOUR, style);
    const markdown = readMarkdown(harbourMarkdown());
    expect(pdf.title).toBe(HARBOUR_TITLE);
    expect(pdf.text).toBe(markdown.text);
    expect(pdf.blocks).toEqual(markdown.blocks);
  });

  it('is the same as a web page', () => {
    const page = readHtml(harbourPage(), { source: 'harbour.html' });
    const markdown = readMarkdown(harbourMarkdown());
    expect(page.text).toBe(markdown.text);
    expect(page.blocks).toEqual(markdown.blocks);
  });
});

describe('a table in a PDF', () => {
  it('has its cells though its columns stand closer than a letter is wide', async () => {
    const table = [
      ['Kite', 'Tarn', 'Fell', 'Moor'],
      ['Delta', '1,041', '2,022', '3,008'],
      ['Box', '1,017', '2,030', '3,006'],
      ['Stunt', '1,009', '2,004', '3,012'],
    ];
    const read = await rows(table, { columns: 31 });
    expect(read).toEqual([[...(table[0] ?? []), 'head'], ...table.slice(1)]);
  });

  it('has its head again below a line that stands across it', async () => {
    const head = ['Kite', 'Tarn', 'Fell'];
    const across = ['All of those that were flown on the Sunday in May', '', ''];
    const days = [
      ['Delta', '41', '17'],
      ['Box', '22', '30'],
    ];
    const read = await rows([head, ...days, across, ...days], { cellLetters: 60 });
    expect(read).toEqual([[...head, 'head'], ...days, [...head, 'head'], ...days]);
  });

  it('keeps its columns where cells are empty', async () => {
    const table = [
      ['Kite', 'Tarn', 'Fell'],
      ['delta', '', '12'],
      ['box', '3', ''],
      ['sled', '', '7'],
    ];
    expect(await rows(table)).toEqual([['Kite', 'Tarn', 'Fell', 'head'], ...table.slice(1)]);
  });

  it('is one over several pages, with its head once', async () => {
    const body = Array.from({ length: 60 }, (_, n) => [`Hut ${n}`, `${n * 3}`, `warden ${n}`]);
    const found = await rows([['Hut', 'Beds', 'Warden'], ...body]);
    expect(found).toEqual([['Hut', 'Beds', 'Warden', 'head'], ...body]);
  });

  it.each(['larger', 'bold'] as const)(
    'ends above the heading of the next one, in %s letters',
    async (headings) => {
      const table = (name: string, ...rows: string[][]) => [
        { heading: name, level: 2 as const },
        { rows },
      ];
      const pdf = await typesetPdf(
        'Harbour',
        [
          ...table('Fees', ['Boat', 'Fee'], ['Up to 8 m', '12 crowns'], ['Longer', '20 crowns']),
          ...table('Times', ['Day', 'Open'], ['Mon', '9–17'], ['Sun', '10–14']),
          { text: 'The office is on the quay, and the list hangs beside the door for everybody.' },
        ],
        { headings },
      );
      const { text } = await readPdf(pdf, 'a.pdf');
      expect(text).toContain('Longer | 20 crowns\n\nTimes\n\nDay | Open\nMon | 9–17');
    },
  );

  it('has its row in each line, whatever its cells hold', async () => {
    const counts = [
      ['Kite', 'Cold Tarn', 'Kelby'],
      ['Delta', '41', '1,204'],
      ['Rokkaku', '', '2'],
    ];
    expect((await rows(counts)).slice(1)).toEqual(counts.slice(1));
    const facts = [
      ['Seats', '120'],
      ['Built', '1911'],
      ['Engine', 'diesel'],
    ];
    expect((await rows(facts)).slice(1)).toEqual(facts.slice(1));
  });

  it('has numbered rows', async () => {
    const table = [
      ['Place', 'Team', 'Points'],
      ['1.', 'Kelby Ravens', '22'],
      ['2.', 'Anley Otters', '19'],
    ];
    expect((await rows(table)).slice(1)).toEqual(table.slice(1));
  });
});

describe('what is no table in a PDF', () => {
  it('is text in columns', async () => {
    const paragraphs = Array.from({ length: 6 }, (_, n) => `${n} times ${TEXT} ${TEXT}`);
    const { blocks } = await readPdf(await makePdf(paragraphs, { columns: 2 }), 'a.pdf');
    expect(blocks.filter(({ kind }) => kind === 'row')).toEqual([]);
  });
});

describe('headings in a PDF', () => {
  it('have levels by their size', async () => {
    const { blocks } = await read([
      { heading: 'Piers', level: 2 },
      { text: TEXT },
      { heading: 'The second pier', level: 3 },
      { text: TEXT },
    ]);
    const levels = blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []));
    expect(levels).toEqual([2, 3]);
  });

  it('that ask are questions', async () => {
    const { blocks } = await read(
      [{ heading: 'Who drives the crane?', level: 2 }, { text: TEXT }],
      {
        headings: 'bold',
      },
    );
    expect(blocks.map(({ kind }) => kind)).toEqual(['question', 'paragraph']);
  });

  it('are no sentences in bold', async () => {
    const { text, blocks } = await read(
      [
        { heading: 'Piers', level: 2 },
        { text: TEXT },
        { heading: 'This is said once and for all.', level: 2 },
        { text: TEXT },
      ],
      { headings: 'bold' },
    );
    const headings = blocks.filter(({ kind }) => kind === 'heading');
    expect(headings.map(({ start, end }) => text.slice(start, end))).toEqual(['Piers']);
  });
});
