import type { RootContent } from 'mdast';
import { MAX_MARKDOWN_NESTING } from '../../limits.js';
import {
  code,
  dedented,
  definitions,
  heading,
  indentOf,
  isBlank,
  list,
  paragraph,
  quote,
  runLength,
  table,
} from '../nodes.js';
import { directiveNodes } from './directives.js';
import { rstInline } from './inline.js';
import { rstTableAt } from './tables.js';

const RULE = /^([!-/:-@[-`{-~])\1{2,}\s*$/;
const BULLET = /^[-*+•‣⁃](?:\s+|$)/;
const NUMBER = /^\(?(\d{1,9}|#)[.)]\s+/;
const FIELD = /^:([^:\n]{1,60}):(?:\s+|$)/;
const DIRECTIVE = /^\.\.\s+(?:\|[^|]+\|\s+)?([\w:-]{1,60}?)::(?:\s(.*))?$/;
const SUBSTITUTION = /^\.\.\s+\|([^|]{1,60})\|\s+replace::\s(.*)$/;
const FOOTNOTE = /^\.\.\s+\[(?:\d+|#[\w-]*|\*|[\w-]{1,40})\]\s(.*)$/;

/** Reads the blocks of reStructuredText (docutils' specification) that documents are made of. */
export class RstBlocks {
  private readonly names = new Map<string, string>();
  /** Adornments of headings, in the order in which they first come: that is their rank. */
  private readonly ranks: string[] = [];

  constructor(lines: readonly string[]) {
    for (const line of lines) {
      const [, name, text] = SUBSTITUTION.exec(line) ?? [];
      if (name !== undefined && text !== undefined) this.names.set(name, text.trim());
    }
  }

  read(lines: readonly string[], depth = 0): RootContent[] {
    if (depth > MAX_MARKDOWN_NESTING) return [paragraph(this.line(lines.join(' ')))];
    const nodes: RootContent[] = [];
    for (let at = 0; at < lines.length;) {
      if (isBlank(lines[at])) {
        at++;
        continue;
      }
      const [found, length] = this.blockAt(lines, at, depth);
      for (const node of found) nodes.push(node);
      at += Math.max(1, length);
    }
    return nodes;
  }

  /** The nodes of the block that begins at a line, and how many lines it takes. */
  private blockAt(
    lines: readonly string[],
    at: number,
    depth: number,
  ): readonly [readonly RootContent[], number] {
    const line = lines[at] ?? '';
    if (/^\.\.(?:\s|$)/.test(line)) return this.explicit(lines, at, depth);
    if (/^__(?:\s|$)/.test(line)) return [[], 1];
    if (indentOf(line) > 0) {
      const body = indented(lines, at);
      return [[quote(this.read(dedented(body), depth + 1))], body.length];
    }
    const title = this.titleAt(lines, at);
    if (title !== undefined) return title;
    if (RULE.test(line) && isBlank(lines[at + 1])) return [[], 1];
    const grid = rstTableAt(lines, at);
    if (grid !== undefined) {
      const rows = grid.rows.map((row) => row.map((cell) => this.line(cell)));
      return [[table(rows, grid.headers)], grid.length];
    }
    if (BULLET.test(line)) return this.items(lines, at, BULLET, depth);
    if (NUMBER.test(line)) return this.items(lines, at, NUMBER, depth);
    if (FIELD.test(line)) return this.fields(lines, at, depth);
    if (/^\|(?:\s|$)/.test(line)) return this.lineBlock(lines, at);
    return this.paragraph(lines, at, depth);
  }

  /** A line with a rule under it, or between two. */
  private titleAt(
    lines: readonly string[],
    at: number,
  ): readonly [readonly RootContent[], number] | undefined {
    const isOver = RULE.test(lines[at] ?? '');
    const text = lines[isOver ? at + 1 : at];
    const below = lines[isOver ? at + 2 : at + 1] ?? '';
    if (isBlank(text) || text === undefined || !RULE.test(below)) return undefined;
    if (isOver ? lines[at]?.trim() !== below.trim() : RULE.test(text)) return undefined;
    if (!isOver && below.trim().length < Math.min(text.trim().length, 4)) return undefined;
    const adornment = `${isOver ? 'over' : ''}${below.charAt(0)}`;
    if (!this.ranks.includes(adornment)) this.ranks.push(adornment);
    const level = this.ranks.indexOf(adornment) + 1;
    return [[heading(level, this.line(text.trim()))], isOver ? 3 : 2];
  }

  private items(
    lines: readonly string[],
    from: number,
    marker: RegExp,
    depth: number,
  ): readonly [readonly RootContent[], number] {
    const items: RootContent[][] = [];
    let at = from;
    while (at < lines.length) {
      const match = marker.exec(lines[at] ?? '');
      if (match === null) break;
      const rest = (lines[at] ?? '').slice(match[0].length);
      const body = indented(lines, at + 1);
      items.push(this.read(after(rest, body), depth + 1));
      at += 1 + body.length;
      while (at < lines.length && isBlank(lines[at])) at++;
    }
    const [, first] = marker.exec(lines[from] ?? '') ?? [];
    const start = first === undefined ? undefined : Number(first === '#' ? 1 : first);
    return [[list(items, start)], at - from];
  }

  private fields(
    lines: readonly string[],
    from: number,
    depth: number,
  ): readonly [readonly RootContent[], number] {
    const entries = [];
    let at = from;
    for (
      let match = FIELD.exec(lines[at] ?? '');
      match !== null;
      match = FIELD.exec(lines[at] ?? '')
    ) {
      const rest = (lines[at] ?? '').slice(match[0].length);
      const body = indented(lines, at + 1);
      entries.push({
        term: this.line(match[1] ?? ''),
        body: this.read(after(rest, body), depth + 1),
      });
      at += 1 + body.length;
    }
    return [[definitions(entries)], at - from];
  }

  private lineBlock(
    lines: readonly string[],
    from: number,
  ): readonly [readonly RootContent[], number] {
    const length = runLength(lines, from, (line) => /^\|(?:\s|$)/.test(line));
    const part = lines.slice(from, from + length);
    const children = part.flatMap((line) => [
      ...this.line(line.slice(1).trim()),
      { type: 'break' as const },
    ]);
    return [[paragraph(children)], part.length];
  }

  /** A paragraph, a term with what is said of it, and the literal block that `::` announces. */
  private paragraph(
    lines: readonly string[],
    from: number,
    depth: number,
  ): readonly [readonly RootContent[], number] {
    let end = from + 1;
    while (end < lines.length && !isBlank(lines[end]) && indentOf(lines[end] ?? '') === 0) end++;
    const part = lines.slice(from, end);
    const text = part.join(' ').trim();
    if (/^>>> /.test(text)) return [[code(part)], part.length];
    if (part.length === 1 && !isBlank(lines[end]) && !text.endsWith('::')) {
      const body = indented(lines, end);
      if (body.length > 0) {
        const [term = ''] = text.split(' : ', 1);
        const entry = { term: this.line(term), body: this.read(dedented(body), depth + 1) };
        return [[definitions([entry])], part.length + body.length];
      }
    }
    if (!text.endsWith('::')) return [[paragraph(this.line(text))], part.length];
    const said = text === '::' ? '' : text.slice(0, /\s::$/.test(text) ? -2 : -1).trim();
    const body = indented(lines, end);
    const before = said === '' ? [] : [paragraph(this.line(said))];
    const literal = dedented(body);
    return [[...before, ...(literal.length > 0 ? [code(literal)] : [])], part.length + body.length];
  }

  /** What begins with two points: directives, footnotes; targets and comments have no words. */
  private explicit(
    lines: readonly string[],
    at: number,
    depth: number,
  ): readonly [readonly RootContent[], number] {
    const line = lines[at] ?? '';
    const body = indented(lines, at + 1);
    const length = 1 + body.length;
    const [, note] = FOOTNOTE.exec(line) ?? [];
    if (note !== undefined) return [this.read(after(note.trim(), body), depth + 1), length];
    const [, name, first = ''] = DIRECTIVE.exec(line) ?? [];
    if (name === undefined || SUBSTITUTION.test(line)) return [[], length];
    const inside = dedented(body);
    const blank = isBlank(body[0]) ? 0 : inside.findIndex(isBlank);
    const head = inside.slice(0, blank === -1 ? undefined : blank);
    const option = head.findIndex((each) => FIELD.test(each));
    const options = new Map(
      head.flatMap((each) => {
        const match = FIELD.exec(each);
        return match === null ? [] : [[match[1] ?? '', each.slice(match[0].length)] as const];
      }),
    );
    const rest = option === -1 ? inside : [...head.slice(0, option), ...inside.slice(head.length)];
    const directive = { name, argument: first.trim(), options, body: rest };
    const blocks = (part: readonly string[]) => this.read(part, depth + 1);
    return [directiveNodes(directive, { names: this.names, blocks }), length];
  }

  private line(text: string) {
    return rstInline(text, this.names);
  }
}

/** What stands behind a marker, and the lines under it. */
function after(first: string, body: readonly string[]): string[] {
  return [first, ...(isBlank(body[0]) ? [''] : []), ...dedented(body)];
}

/** Lines from here on that are indented, or blank between such. */
function indented(lines: readonly string[], from: number): string[] {
  let end = from;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (isBlank(line)) continue;
    if (indentOf(line) === 0) break;
    end = at + 1;
  }
  return lines.slice(from, end);
}
