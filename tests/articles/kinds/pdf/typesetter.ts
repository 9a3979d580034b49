import { PDFDocument, StandardFonts, type PDFFont } from 'pdf-lib';

export type PdfElement =
  | { readonly heading: string; readonly level: 2 | 3 }
  | { readonly text: string }
  | { readonly items: readonly PdfItem[]; readonly ordered?: boolean }
  /** The first row names the columns. */
  | { readonly rows: readonly (readonly string[])[] };

export type PdfItem = string | readonly [string, readonly string[]];

/** How programs differ in setting the same document. */
export interface Typesetting {
  /** By size, or by bold letters as large as the text's. */
  readonly headings?: 'larger' | 'bold';
  /** The order in which cells are written. */
  readonly cells?: 'by row' | 'by column';
  /** Where a cell's lines stand beside a cell that has more. */
  readonly align?: 'top' | 'middle' | 'bottom';
  /** Whether markers are written before their items, or all of them after the page. */
  readonly markers?: 'before' | 'after';
  /** How far apart the columns begin, but the first, in points. */
  readonly columns?: number;
  /** Letters of a line at most, in a cell. */
  readonly cellLetters?: number;
}

const PAGE = { width: 595, height: 842 };
const MARGIN = 62;
const SIZE = 11;
const PITCH = 13;
const ROW_PADDING = 6;

interface Word {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly font: PDFFont;
}

/** Sets headings, paragraphs, lists and tables under a title, on as many pages as they need. */
export async function typesetPdf(
  title: string,
  elements: readonly PdfElement[],
  style: Typesetting = {},
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.setCreationDate(new Date(0));
  pdf.setModificationDate(new Date(0));
  const plain = await pdf.embedFont(StandardFonts.TimesRoman);
  const bold = await pdf.embedFont(StandardFonts.TimesRomanBold);
  let words: Word[] = [];
  let later: Word[] = [];
  let y = PAGE.height - MARGIN;
  const endPage = (): void => {
    const page = pdf.addPage([PAGE.width, PAGE.height]);
    for (const { text, ...place } of [...words, ...later]) page.drawText(text, place);
    words = [];
    later = [];
    y = PAGE.height - MARGIN;
  };
  const lines = (text: string, letters: number): string[] => {
    const made = [''];
    for (const word of text.split(' ')) {
      const longer = `${made.at(-1) ?? ''} ${word}`.trim();
      if (longer.length <= letters) made[made.length - 1] = longer;
      else made.push(word);
    }
    return made;
  };
  const write = (text: string, x: number, size = SIZE, font = plain): void => {
    for (const line of lines(text, 85)) {
      if (y < MARGIN) endPage();
      words.push({ text: line, x, y, size, font });
      y -= PITCH * (size / SIZE);
    }
  };
  const writeItems = (items: readonly PdfItem[], ordered: boolean, x: number): void => {
    items.forEach((item, index) => {
      const [text, inner] = typeof item === 'string' ? [item, []] : item;
      if (y < MARGIN + PITCH * 2) endPage();
      const marker = {
        text: ordered ? `${index + 1}.` : '•',
        x: x - 12,
        y,
        size: SIZE,
        font: plain,
      };
      (style.markers === 'after' ? later : words).push(marker);
      write(text, x);
      writeItems(inner, false, x + 30);
    });
  };
  const writeTable = (rows: readonly (readonly string[])[]): void => {
    const columns = rows[0]?.length ?? 0;
    const lefts = Array.from({ length: columns }, (_, index) =>
      index === 0 ? 62 : 180 + (index - 1) * (style.columns ?? 75) + 75,
    );
    let cells: Word[][] = lefts.map(() => []);
    let order: Word[] = [];
    const endPart = (): void => {
      words.push(...(style.cells === 'by column' ? cells.flat() : order));
      cells = lefts.map(() => []);
      order = [];
    };
    const writeRow = (row: readonly string[], font: PDFFont): void => {
      const set = row.map((cell) => lines(cell, style.cellLetters ?? 40));
      const height = Math.max(...set.map(({ length }) => length));
      set.forEach((cell, column) => {
        const spare = (height - cell.length) * PITCH;
        const down = style.align === 'middle' ? spare / 2 : style.align === 'bottom' ? spare : 0;
        cell.forEach((text, index) => {
          if (text === '') return;
          const word = {
            text,
            x: lefts[column] ?? 0,
            y: y - down - index * PITCH,
            size: SIZE,
            font,
          };
          cells[column]?.push(word);
          order.push(word);
        });
      });
      y -= height * PITCH + ROW_PADDING;
    };
    const [head = [], ...body] = rows;
    writeRow(head, bold);
    for (const row of body) {
      if (y < MARGIN) {
        endPart();
        endPage();
        writeRow(head, bold);
      }
      writeRow(row, plain);
    }
    endPart();
  };

  words.push({ text: title, x: MARGIN, y, size: 22, font: bold });
  y -= 34;
  for (const element of elements) {
    if ('heading' in element) {
      y -= 10;
      const larger = element.level === 2 ? 16 : 13;
      write(element.heading, MARGIN, style.headings === 'bold' ? SIZE : larger, bold);
      y -= 6;
    } else if ('text' in element) {
      write(element.text, MARGIN);
      y -= 8;
    } else if ('items' in element) {
      writeItems(element.items, element.ordered === true, MARGIN + 30);
      y -= 8;
    } else {
      writeTable(element.rows);
      y -= 12;
    }
  }
  endPage();
  return pdf.save();
}
