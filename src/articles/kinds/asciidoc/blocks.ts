import type { List, RootContent } from 'mdast';
import { admonition } from '../../../documents/admonition.js';
import { MAX_MARKDOWN_NESTING } from '../../limits.js';
import {
  code,
  definitions,
  heading,
  isBlank,
  list,
  paragraph,
  quote,
  runLength,
  table,
} from '../nodes.js';
import { asciidocInline, type Attributes } from './inline.js';
import { asciidocTable } from './table.js';
import { termOf } from './terms.js';

const HEADING = /^(={1,6}|#{1,6})\s+(\S.*)$/;
const FENCE = /^(?:-{4,}|\.{4,}|={4,}|_{4,}|\*{4,}|\+{4,}|\/{4,}|--)$/;
const TABLE = /^[|,:!]===\s*$/;
const ITEM = /^[ \t]*(\*{1,6}|-|\.{1,6}|\d{1,9}\.)[ \t]+(\S.*)$/;
const ATTRIBUTES = /^\[(?!\[)([^\n]*)\]\s*$/;
/** Lines that say something to the program that sets the text. */
const SILENT =
  /^(?:\/\/(?!\/)|:!?[\w-]+!?:|\[\[[^\n]*\]\]\s*$|(?:include|image|video|audio|toc|ifdef|ifndef|ifeval|endif)::|'{3,}\s*$|<{3}\s*$|-{3}\s*$)/;
const ADMONITION = /^(NOTE|TIP|IMPORTANT|WARNING|CAUTION): /;
const ADMONITION_STYLE = /^(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)$/;

/** A list whose items are not all there yet. */
interface OpenList {
  readonly marker: string;
  readonly items: RootContent[][];
  readonly start: number | undefined;
}

/** Reads the blocks of AsciiDoc that documents are made of. */
export class AsciidocBlocks {
  constructor(private readonly attributes: Attributes) {}

  read(lines: readonly string[], depth = 0): RootContent[] {
    if (depth > MAX_MARKDOWN_NESTING) return [paragraph(this.line(lines.join(' ')))];
    const nodes: RootContent[] = [];
    let attributes = '';
    for (let at = 0; at < lines.length;) {
      const line = lines[at] ?? '';
      const [, found] = ATTRIBUTES.exec(line) ?? [];
      if (isBlank(line) || SILENT.test(line)) at++;
      else if (found !== undefined) {
        attributes = attributes === '' ? found : `${attributes},${found}`;
        at++;
      } else {
        const [next, length] = this.blockAt(lines, at, attributes, depth);
        for (const node of next) nodes.push(node);
        at += Math.max(1, length);
        attributes = '';
      }
    }
    return nodes;
  }

  private blockAt(
    lines: readonly string[],
    at: number,
    attributes: string,
    depth: number,
  ): readonly [readonly RootContent[], number] {
    const line = lines[at] ?? '';
    const [, level, words] = HEADING.exec(line) ?? [];
    if (level !== undefined && words !== undefined) {
      const text = words.replace(/ [=#]{1,6}$/, '').trim();
      return [[heading(level.length, this.line(text))], 1];
    }
    if (isFence(line)) return this.fenced(lines, at, attributes, depth);
    if (TABLE.test(line)) {
      const body = until(lines, at + 1, line.trim());
      const { rows, headers } = asciidocTable(body, attributes);
      return [
        [
          table(
            rows.map((row) => row.map((cell) => this.line(cell))),
            headers,
          ),
        ],
        body.length + 2,
      ];
    }
    if (ITEM.test(line)) return this.list(lines, at, depth);
    if (termOf(line) !== undefined) return this.terms(lines, at, depth);
    // A block's title.
    if (/^\.[^\s.]/.test(line)) return [[paragraph(this.line(line.slice(1)))], 1];
    return this.paragraph(lines, at, attributes);
  }

  private fenced(
    lines: readonly string[],
    at: number,
    attributes: string,
    depth: number,
  ): readonly [readonly RootContent[], number] {
    const fence = (lines[at] ?? '').trim();
    const body = until(lines, at + 1, fence.startsWith('```') ? '```' : fence);
    const length = body.length + 2;
    const style = /^[\w-]*/.exec(attributes)?.[0] ?? '';
    if (fence.startsWith('//')) return [[], length];
    if (/^(?:-{4}|\.{4}|`{3})/.test(fence) || /^(?:source|listing|literal)$/.test(style)) {
      return [[code(body)], length];
    }
    if (fence.startsWith('+')) return [[], length];
    const inside = this.read(body, depth + 1);
    if (ADMONITION_STYLE.test(style)) return [admonition(style, inside), length];
    return [fence.startsWith('_') || style === 'quote' ? [quote(inside)] : inside, length];
  }

  /** A list with those in it: an item's marker says whose it is. */
  private list(
    lines: readonly string[],
    from: number,
    depth: number,
  ): readonly [readonly RootContent[], number] {
    const open: OpenList[] = [];
    const close = (): void => {
      const last = open.pop();
      const node: List | undefined = last && list(last.items, last.start);
      if (node !== undefined) open.at(-1)?.items.at(-1)?.push(node);
      if (node !== undefined && open.length === 0) closed.push(node);
    };
    const closed: RootContent[] = [];
    let at = from;
    while (at < lines.length) {
      const [, found, words] = ITEM.exec(lines[at] ?? '') ?? [];
      if (found !== undefined && words !== undefined) {
        const marker = /\d/.test(found) ? '1.' : found;
        const known = open.findIndex((each) => each.marker === marker);
        while (known !== -1 && open.length > known + 1) close();
        if (known === -1) {
          const start = /^\d/.test(found) ? Number.parseInt(found, 10) : 1;
          open.push({ marker, items: [], start: /[.\d]/.test(found) ? start : undefined });
        }
        const more = runLength(lines, at + 1, goesOn);
        const text = [words, ...lines.slice(at + 1, at + 1 + more)].join(' ');
        open.at(-1)?.items.push([this.item(text)]);
        at += 1 + more;
      } else if (lines[at]?.trim() === '+') {
        const [nodes, length] = this.attached(lines, at + 1, depth);
        open
          .at(-1)
          ?.items.at(-1)
          ?.push(...nodes);
        at += 1 + length;
      } else {
        const blank = runLength(lines, at, isBlank);
        if (blank === 0 || !ITEM.test(lines[at + blank] ?? '')) break;
        at += blank;
      }
    }
    while (open.length > 0) close();
    return [closed, at - from];
  }

  private item(text: string): RootContent {
    return paragraph(this.line(text.replace(/^\[[ x*]\]\s+/, '')));
  }

  /** A block that a `+` ties to what is before it. */
  private attached(
    lines: readonly string[],
    from: number,
    depth: number,
  ): readonly [readonly RootContent[], number] {
    const skipped = runLength(lines, from, (line) => ATTRIBUTES.test(line) || SILENT.test(line));
    const at = from + skipped;
    if (isBlank(lines[at])) return [[], skipped];
    const attributes = ATTRIBUTES.exec(lines[at - 1] ?? '')?.[1] ?? '';
    const [nodes, length] = this.blockAt(lines, at, skipped > 0 ? attributes : '', depth + 1);
    return [nodes, skipped + length];
  }

  private terms(
    lines: readonly string[],
    from: number,
    depth: number,
  ): readonly [readonly RootContent[], number] {
    const entries: { term: ReturnType<AsciidocBlocks['line']>; body: RootContent[] }[] = [];
    let at = from;
    while (at < lines.length) {
      const found = termOf(lines[at] ?? '');
      if (found !== undefined) {
        const { term, said } = found;
        const gap = said === '' ? runLength(lines, at + 1, isBlank) : 0;
        const first = at + 1 + gap;
        const more = runLength(lines, first, goesOn);
        const text = [said, ...lines.slice(first, first + more)].map((line) => line.trim());
        const body = isBlank(text.join('')) ? [] : [paragraph(this.line(text.join(' ').trim()))];
        entries.push({ term: this.line(term), body });
        at = more > 0 ? first + more : at + 1;
      } else if (lines[at]?.trim() === '+') {
        const [nodes, length] = this.attached(lines, at + 1, depth);
        entries.at(-1)?.body.push(...nodes);
        at += 1 + length;
      } else if (ITEM.test(lines[at] ?? '') && depth < MAX_MARKDOWN_NESTING) {
        const [nodes, length] = this.list(lines, at, depth + 1);
        entries.at(-1)?.body.push(...nodes);
        at += length;
      } else {
        const blank = runLength(lines, at, isBlank);
        const next = lines[at + blank] ?? '';
        if (blank === 0 || termOf(next) === undefined || HEADING.test(next)) break;
        at += blank;
      }
    }
    return [[definitions(entries)], at - from];
  }

  private paragraph(
    lines: readonly string[],
    at: number,
    attributes: string,
  ): readonly [readonly RootContent[], number] {
    const length = 1 + runLength(lines, at + 1, (line) => !isBlank(line) && !isStart(line));
    const part = lines.slice(at, at + length);
    if (/^[ \t]/.test(part[0] ?? '') || /^(?:source|listing|literal)\b/.test(attributes)) {
      return [[code(part)], length];
    }
    const children = part.flatMap((line, index) => {
      const isBroken = / \+$/.test(line) && index + 1 < part.length;
      const words = this.line(`${line.replace(/ \+$/, '')} `);
      return isBroken ? [...words, { type: 'break' as const }] : words;
    });
    const node = paragraph(children);
    if (/^quote\b/.test(attributes)) return [[quote([node])], length];
    const [first] = children;
    const [mark, named] = first?.type === 'text' ? (ADMONITION.exec(first.value) ?? []) : [];
    if (first?.type === 'text' && mark !== undefined) first.value = first.value.slice(mark.length);
    const style = named ?? /^[A-Z]+/.exec(attributes)?.[0] ?? '';
    const is = named !== undefined || ADMONITION_STYLE.test(style);
    return [is ? admonition(style, [node]) : [node], length];
  }

  private line(text: string) {
    return asciidocInline(text, this.attributes);
  }
}

/** Whether a line goes on with the item above. */
function goesOn(line: string): boolean {
  return !isBlank(line) && line.trim() !== '+' && !isStart(line) && termOf(line) === undefined;
}

function isFence(line: string): boolean {
  return FENCE.test(line.trimEnd()) || line.startsWith('```');
}

function isStart(line: string): boolean {
  return (
    isFence(line) ||
    TABLE.test(line) ||
    ITEM.test(line) ||
    ATTRIBUTES.test(line) ||
    SILENT.test(line)
  );
}

/** The lines before the one that ends a block; all that follow, if none does. */
function until(lines: readonly string[], from: number, end: string): string[] {
  return lines.slice(from, from + runLength(lines, from, (line) => line.trimEnd() !== end));
}
