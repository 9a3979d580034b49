import type {
  Heading,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Table,
} from 'mdast';
import './tree.js';
import { cleanText, tidyParagraphs } from '../text/clean.js';
import { inlineOf, sliceInline, type Inline } from './inline.js';
import type { ItemPlace, Leaf } from './leaf.js';
import { areWrapped } from './wrapped.js';

/** Where a node stands. */
interface Place {
  readonly inside?: ItemPlace | undefined;
  /** Levels of lists around it. */
  readonly lists: number;
  readonly quoted: boolean;
}

/** Lists that nest deeper are laid out as if they were so deep. */
const MAX_DEPTH = 50;

/** The leaves of a Markdown tree, in order. */
export function leavesOfTree(tree: Root): Leaf[] {
  const collector = new LeafCollector();
  collector.addAll(tree.children, { lists: 0, quoted: false });
  return collector.leaves;
}

class LeafCollector {
  readonly leaves: Leaf[] = [];
  private lists = 0;
  private tables = 0;

  addAll(nodes: readonly RootContent[], place: Place): void {
    for (const node of nodes) this.add(node, place);
  }

  private add(node: RootContent, place: Place): void {
    switch (node.type) {
      case 'heading':
        this.heading(node, place);
        break;
      case 'paragraph':
        this.paragraph(node, place);
        break;
      case 'list':
        this.list(node, place);
        break;
      case 'table':
        this.table(node, place);
        break;
      case 'code':
        this.push({ kind: 'code', text: tidyParagraphs(node.value) }, place);
        break;
      case 'blockquote':
        this.addAll(node.children, { ...place, quoted: true });
        break;
      case 'footnoteDefinition':
        this.addAll(node.children, place);
        break;
      case 'html':
        this.lines({ text: withoutTags(node.value), bold: [] }, place);
        break;
    }
  }

  private heading(node: Heading, place: Place): void {
    const { text, bold } = lineOf(node.children);
    if (text === '') return;
    const { asks = false, below = false } = node.data ?? {};
    const level = below ? undefined : node.depth;
    this.push({ kind: asks ? 'question' : 'heading', text, bold, level }, place);
  }

  private paragraph(node: Paragraph, place: Place): void {
    this.lines(inlineOf(node.children), place);
  }

  /** Each line is a paragraph, if it was not only broken to fit a page. */
  private lines(inline: Inline, place: Place): void {
    const kind = place.quoted ? 'quote' : 'paragraph';
    const lines = linesOf(inline);
    if (areWrapped(lines.map(({ text }) => text))) {
      this.push({ kind, ...inline }, place);
      return;
    }
    lines.forEach((line, index) => {
      this.push({ kind, ...line, follows: index > 0 }, place);
    });
  }

  private list(node: List, place: Place): void {
    const list = this.lists++;
    const depth = Math.min(place.lists, MAX_DEPTH);
    const ordered = node.ordered === true;
    const first = node.start ?? 1;
    let isFirst = place.inside === undefined;
    node.children.forEach((item, index) => {
      const marker = node.data?.defines === true ? '' : ordered ? `${first + index}.` : '-';
      const before = this.leaves.length;
      this.item(item, { list, depth, marker, ordered }, { ...place, lists: depth + 1 }, !isFirst);
      if (this.leaves.length > before) isFirst = false;
    });
  }

  private item(node: ListItem, base: ItemPlace, place: Place, follows: boolean): void {
    const [first, ...rest] = node.children;
    if (first === undefined) return;
    if (first.type !== 'paragraph' && (first.type !== 'heading' || !base.ordered)) {
      // Items with headings of their own are sections, and those of lists alone have no words.
      this.addAll(node.children, { ...place, lists: place.lists - 1 });
      return;
    }
    const [line, ...more] = linesOf(inlineOf(first.children));
    if (line === undefined) return;
    const term = node.data?.term;
    const box = node.checked == null ? '' : node.checked ? ' [x]' : ' [ ]';
    const item: ItemPlace = {
      ...base,
      marker: base.marker + box,
      term: term === undefined ? undefined : inlineOf(first.children.slice(0, term)).text.length,
    };
    this.leaves.push({ kind: 'item', ...line, item, follows });
    const within = { ...place, inside: item };
    for (const next of more) this.push({ kind: 'paragraph', ...next }, within);
    this.addAll(rest, within);
  }

  private table(node: Table, place: Place): void {
    const table = this.tables++;
    const { headers = 1 } = node.data ?? {};
    let isFirst = true;
    node.children.forEach(({ children }, index) => {
      const cells = children.map((cell) => lineOf(cell.children).text);
      if (cells.every((cell) => cell === '')) return;
      const { text, spans } = rowOf(cells);
      const row = { table, header: index < headers, cells: spans };
      this.push({ kind: 'row', text, row, follows: !isFirst }, place);
      isFirst = false;
    });
  }

  private push(leaf: Leaf, { inside }: Place): void {
    if (leaf.text === '') return;
    this.leaves.push(inside === undefined ? leaf : { ...leaf, inside, follows: true });
  }
}

function lineOf(nodes: readonly PhrasingContent[]): Inline {
  const { text, bold } = inlineOf(nodes);
  return { text: text.replaceAll('\n', ' '), bold };
}

/** The inline's lines, without those that are empty. */
function linesOf(inline: Inline): Inline[] {
  const lines: Inline[] = [];
  let start = 0;
  for (const line of inline.text.split('\n')) {
    if (line !== '') lines.push(sliceInline(inline, start, start + line.length));
    start += line.length + 1;
  }
  return lines;
}

/** Between the cells of a row. */
const BETWEEN = ' | ';

/** A row's text and where its cells stand in it; white space at its ends is left out. */
export function rowOf(cells: readonly string[]): {
  readonly text: string;
  readonly spans: { readonly start: number; readonly end: number }[];
} {
  const joined = cells.join(BETWEEN);
  const text = joined.trim();
  const lead = joined.length - joined.trimStart().length;
  const within = (at: number) => Math.min(Math.max(at - lead, 0), text.length);
  let at = 0;
  const spans = cells.map((cell) => {
    const start = at;
    at += cell.length + BETWEEN.length;
    return { start: within(start), end: within(start + cell.length) };
  });
  return { text, spans };
}

const NO_WORDS =
  /<!--(?:(?!-->)[\s\S])*(?:-->)?|<script\b(?:(?!<\/script>)[\s\S])*(?:<\/script>)?|<style\b(?:(?!<\/style>)[\s\S])*(?:<\/style>)?/gi;

/** Markup in Markdown, by its words; what is not closed goes on to the end, as in a browser. */
function withoutTags(html: string): string {
  return cleanText(html)
    .replace(NO_WORDS, '')
    .replace(/<[^<>]*>/g, '')
    .trim();
}
