import type {
  ListItem,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  TableCell,
  TableRow,
} from 'mdast';
import '../../documents/tree.js';
import { countHeaders } from '../../documents/table-headers.js';
import { phrasingOf, wordsOf } from '../../documents/html/phrasing.js';
import { odtStyles, type OdtStyles } from './odt-styles.js';
import type { XmlElement } from './xml.js';

/** The body of a text document as Markdown's tree, and its title if a style says which that is. */
export function odtTree(
  body: XmlElement,
  documents: readonly XmlElement[],
): { readonly tree: Root; readonly title: string | undefined } {
  const reader = new OdtReader(odtStyles(documents));
  const children = reader.flow(body);
  return { tree: { type: 'root', children: [...children, ...reader.notes] }, title: reader.title };
}

/** What is no text of the article's own, or is written elsewhere. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'text:table-of-content',
  'text:alphabetical-index',
  'text:illustration-index',
  'text:table-index',
  'text:tracked-changes',
  'text:sequence-decls',
  'office:annotation',
  'office:forms',
  'svg:title',
  'svg:desc',
  'text:note-citation',
]);

/** Cells that are repeated fill up a sheet's width. */
const MOST_REPEATED = 20;

class OdtReader {
  title: string | undefined;
  /** Foot- and endnotes, which come after all else. */
  readonly notes: RootContent[] = [];

  constructor(private readonly styles: OdtStyles) {}

  /** The blocks in an element. */
  flow(element: XmlElement): RootContent[] {
    return element.children.flatMap((child) =>
      typeof child === 'string' || LEFT_OUT.has(child.name) ? [] : this.block(child),
    );
  }

  private block(element: XmlElement): RootContent[] {
    switch (element.name) {
      case 'text:h':
        return [this.heading(element)];
      case 'text:p':
        return this.paragraph(element);
      case 'text:list':
        return this.list(element, element.attributes['text:style-name'], 1);
      case 'table:table':
        return this.table(element);
      default:
        return this.flow(element);
    }
  }

  private heading(element: XmlElement): RootContent {
    const depth = Number(element.attributes['text:outline-level'] ?? 1);
    const level = ([1, 2, 3, 4, 5, 6] as const)[depth - 1] ?? 6;
    return { type: 'heading', depth: level, children: this.line(element) };
  }

  private paragraph(element: XmlElement): RootContent[] {
    const frames: RootContent[] = [];
    const style = element.attributes['text:style-name'];
    const children = this.line(element, frames);
    const names = this.styles.names(style);
    if (names.includes('Title')) {
      const words = wordsOf(children);
      this.title ??= words === '' ? undefined : words;
      return words === this.title ? frames : [{ type: 'heading', depth: 1, children }, ...frames];
    }
    if (names.includes('Subtitle')) {
      return [{ type: 'paragraph', children }, ...frames];
    }
    if (names.some((name) => name.startsWith('Preformatted'))) {
      return [{ type: 'code', value: wordsOf(children) }, ...frames];
    }
    const bold = this.styles.isBold(style);
    const paragraph: Paragraph = {
      type: 'paragraph',
      children: bold ? [{ type: 'strong', children }] : children,
    };
    const isQuote = names.some((name) => name.startsWith('Quotation'));
    return [isQuote ? { type: 'blockquote', children: [paragraph] } : paragraph, ...frames];
  }

  private list(element: XmlElement, style: string | undefined, level: number): RootContent[] {
    const children = element.children.flatMap((item): ListItem[] => {
      if (typeof item === 'string' || !/^text:list-(?:item|header)$/.test(item.name)) return [];
      const inside = item.children.flatMap((child) => {
        if (typeof child === 'string') return [];
        return child.name === 'text:list'
          ? this.list(child, child.attributes['text:style-name'] ?? style, level + 1)
          : this.block(child);
      });
      return [{ type: 'listItem', children: inside as ListItem['children'] }];
    });
    // Headings with numbers are kept in lists of one item.
    const [only] = children;
    if (children.length === 1 && only?.children[0]?.type === 'heading') return only.children;
    const start = Number(element.attributes['text:start-value'] ?? 1);
    const ordered = this.styles.isNumbered(style, level);
    return children.length === 0 ? [] : [{ type: 'list', ordered, start, children }];
  }

  private table(element: XmlElement): RootContent[] {
    const rows: { readonly cells: PhrasingContent[][]; readonly heads: boolean }[] = [];
    const collect = ({ children }: XmlElement, heads: boolean): void => {
      for (const child of children) {
        if (typeof child === 'string') continue;
        if (child.name === 'table:table-row') rows.push({ cells: this.cells(child), heads });
        else if (/^table:table-(?:header-rows|rows|row-group)$/.test(child.name)) {
          collect(child, heads || child.name === 'table:table-header-rows');
        }
      }
    };
    collect(element, false);
    // A table of one column lays out what is in it.
    if (rows.every(({ cells }) => cells.length < 2)) return this.flow(element);
    const headers = countHeaders(
      rows.map(({ cells, heads }) =>
        cells.map((children) => ({
          text: wordsOf(children),
          heads,
          bold: children.every(({ type }) => type === 'strong'),
        })),
      ),
    );
    const children = rows.map(({ cells }): TableRow => ({
      type: 'tableRow',
      children: cells.map((cell): TableCell => ({ type: 'tableCell', children: cell })),
    }));
    return [{ type: 'table', data: { headers }, children }];
  }

  private cells(row: XmlElement): PhrasingContent[][] {
    return row.children.flatMap((cell) => {
      if (typeof cell === 'string' || !/^table:(?:covered-)?table-cell$/.test(cell.name)) return [];
      const content = phrasingOf(this.flow(cell));
      const times = Number(cell.attributes['table:number-columns-repeated'] ?? 1);
      const count = Math.min(Math.max(1, times), MOST_REPEATED);
      return Array.from({ length: count }, () => structuredClone(content));
    });
  }

  /** The words of a paragraph; what is anchored in it, such as a text box, comes after it. */
  private line(element: XmlElement, frames: RootContent[] = []): PhrasingContent[] {
    return element.children.flatMap((child): PhrasingContent[] => {
      if (typeof child === 'string') return [{ type: 'text', value: child.replace(/\s+/g, ' ') }];
      if (LEFT_OUT.has(child.name)) return [];
      switch (child.name) {
        case 'text:s':
        case 'text:tab':
          return [{ type: 'text', value: ' ' }];
        case 'text:line-break':
          return [{ type: 'break' }];
        case 'text:note':
          this.notes.push(...this.flow(child));
          return [];
        case 'draw:frame':
        case 'draw:text-box':
          frames.push(...this.flow(child));
          return [];
        case 'text:span': {
          const children = this.line(child, frames);
          const bold = this.styles.isBold(child.attributes['text:style-name']);
          return bold ? [{ type: 'strong', children }] : children;
        }
        default:
          return this.line(child, frames);
      }
    });
  }
}
