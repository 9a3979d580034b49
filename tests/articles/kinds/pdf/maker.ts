import { PDFDocument, StandardFonts, type PDFFont, type PDFPage } from 'pdf-lib';

export interface PdfStyle {
  readonly title?: string;
  readonly author?: string;
  /** Stands large above the text. */
  readonly heading?: string;
  /** On every page, above and below; `#` becomes the page's number. */
  readonly header?: string;
  readonly footer?: string;
  readonly columns?: 1 | 2;
  /** Letters a line divides words at, instead of only between words. */
  readonly hyphenate?: (word: string) => readonly [string, string] | undefined;
  /** Blank space between paragraphs, in lines; a first line is indented if there is none. */
  readonly gap?: number;
}

const SIZE = 11;
const PITCH = 14;
const PAGE = { width: 420, height: 400 };
const MARGIN = 60;
const GUTTER = 20;

/** Sets paragraphs as a word processor would: lines of even width, pages, headers, footers. */
export async function makePdf(
  paragraphs: readonly string[],
  style: PdfStyle = {},
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  // The same bytes on every day: a seed of the fuzz finds its document again.
  pdf.setCreationDate(new Date(0));
  pdf.setModificationDate(new Date(0));
  if (style.title !== undefined) pdf.setTitle(style.title);
  if (style.author !== undefined) pdf.setAuthor(style.author);
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  const { columns = 1, gap = 0.7 } = style;
  const width = (PAGE.width - 2 * MARGIN - (columns - 1) * GUTTER) / columns;

  let page: PDFPage | undefined;
  let column: number = columns;
  let y = 0;
  const nextColumn = () => {
    column++;
    if (page === undefined || column >= columns) {
      page = pdf.addPage([PAGE.width, PAGE.height]);
      column = 0;
      furnish(page, pdf.getPageCount(), font, style);
    }
    y = PAGE.height - MARGIN;
    return page;
  };
  let current = nextColumn();
  const heading = style.heading === undefined ? [] : wrap(style.heading, font, 20, width * columns);
  for (const line of heading) {
    current.drawText(line, { x: MARGIN, y, size: 20, font });
    y -= 26;
  }
  for (const paragraph of paragraphs) {
    const indent = gap === 0 ? 14 : 0;
    for (const [index, line] of wrap(
      paragraph,
      font,
      SIZE,
      width,
      style.hyphenate,
      indent,
    ).entries()) {
      if (y < MARGIN) current = nextColumn();
      const x = MARGIN + column * (width + GUTTER) + (index === 0 ? indent : 0);
      current.drawText(line, { x, y, size: SIZE, font });
      y -= PITCH;
    }
    y -= PITCH * gap;
  }
  return pdf.save();
}

function furnish(page: PDFPage, number: number, font: PDFFont, style: PdfStyle): void {
  const draw = (text: string | undefined, y: number) => {
    if (text === undefined) return;
    page.drawText(text.replace('#', String(number)), { x: MARGIN, y, size: 9, font });
  };
  draw(style.header, PAGE.height - 30);
  draw(style.footer, 30);
}

function wrap(
  text: string,
  font: PDFFont,
  size: number,
  width: number,
  hyphenate: PdfStyle['hyphenate'] = () => undefined,
  indent = 0,
): string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (candidate: string) =>
    font.widthOfTextAtSize(candidate, size) <= width - (lines.length === 0 ? indent : 0);
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    const [start, end] = hyphenate(word) ?? ['', word];
    if (start !== '' && fits(`${line} ${start}`)) {
      lines.push(`${line} ${start}`);
      line = end;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

/** An empty page under a user password (ISO 32000-1, 7.6.3); no password fits its hashes. */
export function lockedPdf(): Uint8Array {
  const hash = (byte: string) => `<${byte.repeat(32)}>`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>',
    `<</Filter/Standard/V 1/R 2/Length 40/P -4/O${hash('ab')}/U${hash('cd')}>>`,
  ];
  let pdf = '%PDF-1.4\n';
  const entries = objects.map((object, index) => {
    const at = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 5\n0000000000 65535 f \n${entries.join('')}`;
  const trailer = '<</Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]/Size 5>>';
  return Buffer.from(`${pdf}${table}trailer\n${trailer}\nstartxref\n${pdf.length}\n%%EOF`);
}
