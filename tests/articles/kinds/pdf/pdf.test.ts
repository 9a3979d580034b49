import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { joinLines, wordsOf } from '../../../../src/articles/kinds/pdf/hyphens.js';
import { readPdf } from '../../../../src/articles/kinds/pdf/index.js';
import { lockedPdf, makePdf, type PdfStyle } from './maker.js';
import { ARTICLE_PARAGRAPHS } from '../../putin.js';

const HEADING = 'Putin confirms first visit to Pyongyang since 2000';

/** Divides words as a typesetter does, and compounds at their hyphen. */
function hyphenate(word: string): [string, string] | undefined {
  const at = word.indexOf('-');
  if (at > 0) return [word.slice(0, at + 1), word.slice(at + 1)];
  const letters = /^[a-z]{8,}/.exec(word)?.[0];
  return letters === undefined ? undefined : [`${word.slice(0, 5)}-`, word.slice(5)];
}

const LAYOUTS: readonly (readonly [string, PdfStyle])[] = [
  ['with space between paragraphs', {}],
  ['with indented first lines', { gap: 0 }],
  ['in two columns', { columns: 2 }],
  ['in two columns, indented', { columns: 2, gap: 0 }],
  ['with divided words', { hyphenate }],
  ['with divided words in narrow columns', { hyphenate, columns: 2, gap: 0 }],
  [
    'with header, footer and page numbers',
    { header: 'The Meridian Post', footer: 'Page # of 4', heading: HEADING },
  ],
  ['with bare page numbers', { footer: '#' }],
];

describe('the article as a PDF', () => {
  it.each(LAYOUTS)('gives the same paragraphs %s', async (_what, style) => {
    const { text } = await readPdf(await makePdf(ARTICLE_PARAGRAPHS, style), 'a.pdf');
    expect(text.split('\n\n')).toEqual(ARTICLE_PARAGRAPHS);
  });
});

describe('the title of a PDF', () => {
  const title = async (style: PdfStyle, paragraphs = ARTICLE_PARAGRAPHS) =>
    (await readPdf(await makePdf(paragraphs, style), 'a.pdf')).title;

  it("is the metadata's", async () => {
    expect(await title({ title: 'A visit', heading: HEADING })).toBe('A visit');
  });

  it.each([
    ...['Microsoft Word - visit-final2.docx', 'untitled', 'visit.indd', '10811.exe', 'Layout 1'],
    ...['PowerPoint-Präsentation', 'Flyer_A5_v3', 'Dokument1', '240317-RSB', 'C:\\texts\\a visit'],
  ])('is the largest on the first page where the metadata has %s', async (nonsense) => {
    expect(await title({ title: nonsense, heading: HEADING })).toBe(HEADING);
  });

  it('is the first line where that looks like a headline', async () => {
    expect(await title({}, ['A visit', ...ARTICLE_PARAGRAPHS])).toBe('A visit');
  });

  it('is left open where nothing looks like one', async () => {
    expect(await title({})).toBeUndefined();
  });
});

describe('the author of a PDF', () => {
  const author = async (name: string) =>
    (await readPdf(await makePdf(ARTICLE_PARAGRAPHS, { author: name }), 'a.pdf')).author;

  it.each(['Livia Fenn', 'Hannah Okafor, Li Wen', '李文'])(
    "is the metadata's: %s",
    async (name) => {
      expect(await author(name)).toBe(name);
    },
  );

  it.each(['office-2007', 'ARRAY(0x2c7cf020)', 'jdoe', 'Windows User', 'Unit 12', 'HP'])(
    'is not %s',
    async (name) => {
      expect(await author(name)).toBeUndefined();
    },
  );
});

describe('a word that a line divides', () => {
  const join = (line: string, next: string, ...others: string[]) =>
    joinLines(line, next, wordsOf([line, next, ...others]));

  it.each([
    ['is mended', 'a diplo-', 'matic move', 'a diplomatic move'],
    ['is mended at a soft hyphen', 'a diplo\u00ad', 'matic move', 'a diplomatic move'],
    ['keeps the hyphen of a compound', 'a full-', 'scale war', 'a full-scale war'],
    [
      'is mended where a compound only seems to begin',
      'the high-',
      'est house',
      'the highest house',
    ],
    ['keeps the hyphens of a longer compound', 'comrades-', 'in-arms', 'comrades-in-arms'],
    ['keeps the hyphen of a name', 'John Nilsson-', 'Wright', 'John Nilsson-Wright'],
    ['keeps the hyphen before a number', 'the COVID-', '19 years', 'the COVID-19 years'],
    ['keeps a suspended hyphen apart', 'two-', 'and three-year', 'two- and three-year'],
    ['is not seen in a dash', 'he came –', 'late', 'he came – late'],
  ])('%s', (_what, line, next, joined) => {
    expect(join(line, next)).toBe(joined);
  });

  it('is written as elsewhere in the document', () => {
    expect(join('a news-', 'paper', 'the newspaper')).toBe('a newspaper');
    expect(join('the ruling-', 'party line', 'a ruling-party man')).toBe('the ruling-party line');
    expect(join('a mid-', 'night train', 'at midnight')).toBe('a midnight train');
  });
});

describe('a PDF that cannot be read', () => {
  it('is told to have pictures only', async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage([200, 200]).drawRectangle({ x: 10, y: 10, width: 50, height: 50 });
    await expect(readPdf(await pdf.save(), 'a.pdf')).rejects.toMatchObject({ code: 'pdf-no-text' });
  });

  it('is told to be damaged', async () => {
    const bytes = await makePdf(ARTICLE_PARAGRAPHS);
    for (const share of [0.2, 0.5]) {
      const cut = bytes.slice(0, bytes.length * share);
      await expect(readPdf(cut, 'a.pdf')).rejects.toMatchObject({ code: 'pdf-broken' });
    }
  });

  it('is told to be locked', async () => {
    await expect(readPdf(lockedPdf(), 'a.pdf')).rejects.toMatchObject({
      code: 'pdf-encrypted',
    });
  });

  it('leaves the bytes to their owner', async () => {
    const bytes = await makePdf(['Some words.']);
    const owned = Buffer.from(bytes);
    await readPdf(owned, 'a.pdf');
    expect(owned.equals(bytes)).toBe(true);
  });
});
