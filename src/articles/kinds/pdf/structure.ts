import type { RootContent } from 'mdast';
import { documentText } from '../../../documents/document-text.js';
import { joinDocuments } from '../../../documents/join.js';
import { isUpperCase, plainDocument } from '../../../documents/plain-blocks.js';
import type { DocumentText } from '../../../documents/block.js';
import { hasWords, tidyParagraphs } from '../../../text/clean.js';
import { heading, paragraph, table } from '../nodes.js';
import { wordsOf } from './hyphens.js';
import type { PdfLine } from './lines.js';
import { withMarkers } from './markers.js';
import { pdfLists } from './lists.js';
import { bodySize, joinParagraphs, type PdfParagraph } from './paragraphs.js';
import { isTable, withTables, type PdfTable } from './tables.js';

/** What a page's lines are, in order. */
export type PdfPart =
  | (PdfParagraph & { readonly is: 'paragraph' })
  | (PdfParagraph & { readonly is: 'heading'; readonly level: number })
  | (PdfTable & { readonly is: 'table' });

/** Lines as paragraphs, headings and tables. */
export function pdfParts(lines: readonly PdfLine[]): PdfPart[] {
  const known = wordsOf(lines.map(({ text }) => text));
  const found = withTables(withMarkers(lines), known);
  const loose = found.filter((part): part is PdfLine => !isTable(part));
  const after = new Set(
    found.filter((part, index) => {
      const above = found[index - 1];
      return above !== undefined && (isTable(above) || isOtherElement(above, part));
    }),
  );
  const paragraphs = joinParagraphs(loose, known, (line) => after.has(line));
  const byFirst = new Map(paragraphs.map((each) => [each.lines[0], each]));
  const style = styleOf(loose);
  const parts = found.flatMap((part): PdfPart[] => {
    if (isTable(part)) return [{ ...part, is: 'table' }];
    const whole = byFirst.get(part);
    if (whole === undefined || !hasWords(whole.text)) return [];
    return [
      isHeading(whole, style)
        ? { ...whole, is: 'heading', level: 2 }
        : { ...whole, is: 'paragraph' },
    ];
  });
  // What has nothing below it heads nothing.
  for (let last = parts.at(-1); last?.is === 'heading' && parts.length > 1; last = undefined) {
    parts[parts.length - 1] = { ...last, is: 'paragraph' };
  }
  return parts;
}

/** Whether two lines of a page are in different elements of the file's structure. */
function isOtherElement(above: PdfLine, part: PdfLine | PdfTable): boolean {
  if (isTable(part) || above.page !== part.page) return false;
  return above.tag !== undefined && part.tag !== undefined && above.tag !== part.tag;
}

/**
 * The text of some parts, with its blocks. Without headings that are told by their letters, lines
 * are judged by their shape, as those of a plain text are.
 */
export function pdfText(parts: readonly PdfPart[]): DocumentText {
  const nodes = pdfLists(withLevels(parts)).map((part): RootContent | string => {
    if (!('is' in part)) return part;
    if (part.is === 'table') return tableOf(part);
    if (part.is === 'heading') return heading(part.level, [{ type: 'text', value: part.text }]);
    return tidyParagraphs(part.text);
  });
  if (parts.some(({ is }) => is === 'heading')) {
    const children = nodes.map((node) =>
      typeof node === 'string' ? paragraph([{ type: 'text', value: node }]) : node,
    );
    return documentText({ type: 'root', children });
  }
  const documents: DocumentText[] = [];
  let plain: string[] = [];
  const endPlain = (): void => {
    if (plain.length > 0) documents.push(plainDocument(plain.join('\n\n')));
    plain = [];
  };
  for (const node of nodes) {
    if (typeof node === 'string') plain.push(node);
    else {
      endPlain();
      documents.push(documentText({ type: 'root', children: [node] }));
    }
  }
  endPlain();
  return joinDocuments(documents);
}

interface Style {
  readonly size: number;
  /** Of most letters; undefined if no font is used for most. */
  readonly font: string | undefined;
  /** Whether the file's structure has headings, which are all that there are then. */
  readonly tagged: boolean;
}

function styleOf(lines: readonly PdfLine[]): Style {
  const letters = new Map<string, number>();
  let all = 0;
  let inHeadings = 0;
  for (const { font, text, tag } of lines) {
    all += text.length;
    if (tag?.level !== undefined) inHeadings += text.length;
    letters.set(font, (letters.get(font) ?? 0) + text.length);
  }
  const [most] = [...letters].sort(([, one], [, other]) => other - one);
  const font = most !== undefined && most[0] !== '' && most[1] * 2 > all ? most[0] : undefined;
  const tagged = inHeadings > 0 && inHeadings < all * MOST_IN_HEADINGS;
  return { size: bodySize(lines), font, tagged };
}

/** A structure that calls more of the text headings says nothing of it. */
const MOST_IN_HEADINGS = 0.4;
const LARGER = 1.1;
const SMALLER = 0.92;
const LONGEST = 150;
const LONGEST_TAGGED = 300;
const LONGEST_IN_BODY_SIZE = 100;
const MOST_LINES = 3;
const CAPTION = /^(?:fig(?:ure|\.)|tab(?:le|\.)|abb(?:ildung|\.)|photo|source|quelle|note)\b/i;

/** Larger than the text, or as large in letters of its own, and no sentence. */
function isHeading({ text, lines }: PdfParagraph, style: Style): boolean {
  const [first] = lines;
  if (first?.tag !== undefined && style.tagged) {
    return first.tag.level !== undefined && text.length <= LONGEST_TAGGED && /\p{L}/u.test(text);
  }
  if (first === undefined || lines.length > MOST_LINES || text.length > LONGEST) return false;
  if (!/\p{L}/u.test(text) || /[,;]$/.test(text) || CAPTION.test(text)) return false;
  if (first.size >= style.size * LARGER) return !/\.$/.test(text) || text.length < 40;
  if (first.size < style.size * SMALLER || text.length > LONGEST_IN_BODY_SIZE) return false;
  if (isUpperCase(text)) return true;
  return (
    style.font !== undefined &&
    lines.every(({ font }) => font !== '' && font !== style.font && font === first.font) &&
    /^["“„'«(¿¡]?[\p{Lu}\p{Lo}\p{N}]/u.test(text) &&
    !/[.…]$/.test(text)
  );
}

/**
 * Levels by the file's structure if it has them, else by size: the title is above all, so that the
 * largest others are on the second.
 */
function withLevels(parts: readonly PdfPart[]): PdfPart[] {
  const isTagged = parts.some((part) => part.is === 'heading' && levelOf(part) !== undefined);
  const size = (part: PdfParagraph) =>
    isTagged ? -(levelOf(part) ?? 6) : Math.round((part.lines[0]?.size ?? 0) * 2);
  const sizes = new Set(parts.flatMap((part) => (part.is === 'heading' ? [size(part)] : [])));
  const ranks = [...sizes].sort((one, other) => other - one);
  return parts.map((part) =>
    part.is === 'heading' ? { ...part, level: Math.min(2 + ranks.indexOf(size(part)), 6) } : part,
  );
}

function levelOf({ lines }: PdfParagraph): number | undefined {
  return lines[0]?.tag?.level;
}

/** Cells in letters of their own, as a head's are, are taken for bold. */
function tableOf({ rows, heads }: PdfTable): RootContent {
  const letters = new Map<string, number>();
  for (const { font, text } of rows.flat()) {
    letters.set(font, (letters.get(font) ?? 0) + text.length);
  }
  const [[usual] = ['']] = [...letters].sort(([, one], [, other]) => other - one);
  return table(
    rows.map((row) =>
      row.map(({ text, font }) => {
        const words = { type: 'text' as const, value: text };
        if (text === '') return [];
        return font === usual ? [words] : [{ type: 'strong' as const, children: [words] }];
      }),
    ),
    heads,
  );
}
