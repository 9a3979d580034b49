import { NewsdeskError } from '../../../errors.js';
import { hasWords, oneLine } from '../../../text/clean.js';
import { languageTag, personName, type Extract } from '../../extract.js';
import { pdfContent } from './document.js';
import { withoutPageFurniture } from './furniture.js';
import type { PdfLine } from './lines.js';
import { bodySize } from './paragraphs.js';
import { pdfParts, pdfText, type PdfPart } from './structure.js';
import { headline, tidyTitle } from '../../title.js';

/**
 * A PDF's text: lines joined to paragraphs, hyphenated words joined, page numbers, running headers
 * and footers left out; headings by the file's structure or their letters, lists by their markers, tables a row a line. The title is the metadata's if that is one, else what stands largest on
 * the first page, else a first line that looks like a headline; it is not repeated in the text.
 * @throws NewsdeskError `pdf-…`
 */
export async function readPdf(bytes: Uint8Array, source: string): Promise<Extract> {
  const { pages, info } = await pdfContent(bytes, source);
  const lines = withoutPageFurniture(pages);
  const parts = pdfParts(lines);
  if (parts.length === 0) throw new NewsdeskError('pdf-no-text', { source });
  const title = metadataTitle(info['Title']) ?? largestTitle(lines) ?? firstLine(parts);
  return {
    title,
    ...pdfText(withoutTitle(parts, title)),
    author: authorIn(info['Author']),
    language: languageTag(info['Language']),
  };
}

/** Programs write there whose computer it is: `office-2007`, `jdoe`. */
function authorIn(value: unknown): string | undefined {
  const name = personName(value);
  return name !== undefined && /\s|[^\p{ASCII}]{2}/u.test(name) && !/\d/.test(name)
    ? name
    : undefined;
}

/** What programs write into the metadata if nobody gave a title. */
const NO_TITLE =
  /^(?:untitled|microsoft (?:excel|office|powerpoint|publisher|word)\b|powerpoint[- ]pr|(?:do[ck]ument|presentation)? ?(?:title|titel)?\d*$|do[ck]ument ?\d*$|(?:layout|folie|slide|page) \d+$|\(?anonymous\)?$|print$|[a-z]:\\|about:blank|https?:)|\.(?:docx?|pdf|tex|dvi|indd|qxd|rtf|odt|pptx?|html?|txt)$/i;

/** One word, as a file or a case is called: with an ending, an underscore or a number. */
const FILE = /\.[a-z][a-z\d]{1,4}$|_|\d{3}/i;

function metadataTitle(value: unknown): string | undefined {
  const title = tidyTitle(typeof value === 'string' ? value : undefined);
  if (title === undefined || NO_TITLE.test(title) || !/\p{L}{2}/u.test(title)) return undefined;
  return !title.includes(' ') && FILE.test(title) ? undefined : title;
}

/** Body text is up to this much smaller than a title. */
const LARGER = 1.15;
const MAX_TITLE_LINES = 4;

/** The first page's largest lines, if they are larger than the body. */
function largestTitle(lines: readonly PdfLine[]): string | undefined {
  const page = lines.filter(({ page, text }) => page === lines[0]?.page && hasWords(text));
  const largest = Math.max(...page.map(({ size }) => size));
  if (largest < bodySize(lines) * LARGER) return undefined;
  const first = page.findIndex(({ size }) => size === largest);
  const run = page.slice(first).findIndex(({ size }) => size < largest * 0.97);
  const title = page.slice(first, run === -1 ? undefined : first + run);
  return title.length > MAX_TITLE_LINES
    ? undefined
    : tidyTitle(title.map(({ text }) => text).join(' '));
}

function firstLine(parts: readonly PdfPart[]): string | undefined {
  const [first] = parts;
  if (first === undefined || first.is === 'table') return undefined;
  const texts = parts.flatMap((part) => (part.is === 'table' ? ['…'] : part.text));
  return headline(texts.join('\n\n'));
}

function withoutTitle(parts: readonly PdfPart[], title: string | undefined): readonly PdfPart[] {
  const [first, ...rest] = parts;
  const isTitle =
    first !== undefined && first.is !== 'table' && oneLine(first.text) === title && rest.length > 0;
  return isTitle ? rest : parts;
}
