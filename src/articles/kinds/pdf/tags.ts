/** A node of a page's structure as pdf.js gives it: an element, or content by its mark's id. */
export interface StructNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly StructNode[];
}

/** What the structure of a file says of a piece of its text (ISO 32000-1, 14.8.4). */
export interface PdfTag {
  /** Tells an element from others of the same page. */
  readonly element: number;
  /** Of a heading, `H1` to `H6`; 1 for `H`. */
  readonly level: number | undefined;
  /** Of an item of a list, or of its marker. */
  readonly item?: PdfItemTag | undefined;
  readonly cell?: PdfCellTag | undefined;
}

export interface PdfItemTag {
  /** Lists around its own. */
  readonly depth: number;
  readonly isMarker: boolean;
}

/** Where a cell stands; numbers from 0. */
export interface PdfCellTag {
  /** Tells a table from others of the same page. */
  readonly table: number;
  readonly row: number;
  readonly column: number;
  /** Cells in its row; an empty one may be left out of a file's structure. */
  readonly of: number;
  readonly isHead: boolean;
}

const HEADING = /^H([1-6])?$/;
const BLOCK = /^(?:H[1-6]?|Title|P|LI|Lbl|LBody|T[HD]|Caption|BlockQuote|Note|TOCI|Code|Index)$/;
/** Structures nest no deeper than this in files that people make. */
const DEEPEST = 100;

interface Place {
  readonly tag: PdfTag | undefined;
  /** Lists that are open. */
  readonly lists: number;
}

/** The block that each marked piece of a page's text belongs to, by the mark's id. */
export function tagsOf(tree: StructNode | null): ReadonlyMap<string, PdfTag> {
  const tags = new Map<string, PdfTag>();
  let elements = 0;
  const visit = (node: StructNode, { tag: around, lists }: Place, depth: number): void => {
    if (node.type === 'content' && node.id !== undefined) {
      if (around !== undefined) tags.set(node.id, around);
      return;
    }
    if (depth > DEEPEST) return;
    const role = node.role ?? '';
    const children = node.children ?? [];
    if (role === 'Table' && around?.cell === undefined && isTableOf(node)) {
      const table = elements++;
      rowsIn(node).forEach((row, at) => {
        const cells = cellsIn(row);
        cells.forEach((cell, column) => {
          const isHead = cell.role === 'TH';
          const own = { table, row: at, column, of: cells.length, isHead };
          const tag = { element: elements++, level: undefined, cell: own };
          for (const child of cell.children ?? []) visit(child, { tag, lists }, depth + 3);
        });
      });
      return;
    }
    const inside = { tag: tagOf(role, around, lists), lists: lists + (role === 'L' ? 1 : 0) };
    for (const child of children) visit(child, inside, depth + 1);
  };
  const tagOf = (role: string, around: PdfTag | undefined, lists: number): PdfTag | undefined => {
    // All of a cell is one, and all of an item but what is an item in it.
    if (around?.cell !== undefined) return around;
    if (role === 'LI' && lists > 0) {
      const item = { depth: lists - 1, isMarker: false };
      return { element: elements++, level: undefined, item };
    }
    if (around?.item !== undefined) {
      return role === 'Lbl' ? { ...around, item: { ...around.item, isMarker: true } } : around;
    }
    const heading = HEADING.exec(role);
    const level = heading === null ? around?.level : Number(heading[1] ?? 1);
    return BLOCK.test(role) ? { element: elements++, level } : around;
  };
  if (tree !== null) visit(tree, { tag: undefined, lists: 0 }, 0);
  return tags;
}

const FEWEST = 2;

/** Tables by which a page is only laid out have a single row or column, or few rows with more. */
function isTableOf(table: StructNode): boolean {
  const rows = rowsIn(table);
  const wide = rows.filter((row) => cellsIn(row).length >= FEWEST).length;
  return wide >= FEWEST && wide * 2 > rows.length;
}

function rowsIn({ children = [] }: StructNode): StructNode[] {
  return children.flatMap((child) => {
    if (child.role === 'TR') return [child];
    return /^T(?:Head|Body|Foot)$/.test(child.role ?? '') ? rowsIn(child) : [];
  });
}

function cellsIn({ children = [] }: StructNode): StructNode[] {
  return children.filter(({ role }) => role === 'TD' || role === 'TH');
}

/** An item of a page's text that opens or closes a mark. */
export interface Mark {
  readonly type?: string;
  readonly id?: string | null;
  readonly tag?: string | null;
}

/** What the text between marks is, as they open and close; of a page without tags nothing is known. */
export class OpenMarks {
  readonly #tags: ReadonlyMap<string, PdfTag>;
  readonly #open: { readonly tag: PdfTag | undefined; readonly artifact: boolean }[] = [];

  constructor(tags: ReadonlyMap<string, PdfTag>) {
    this.#tags = tags;
  }

  take({ type, id, tag }: Mark): void {
    if (type === 'endMarkedContent') this.#open.pop();
    else if (type?.startsWith('beginMarkedContent') === true) {
      const around = this.#open.at(-1);
      this.#open.push({
        tag: this.#tags.get(id ?? '') ?? around?.tag,
        artifact: tag === 'Artifact' || around?.artifact === true,
      });
    }
  }

  get tag(): PdfTag | undefined {
    return this.#open.at(-1)?.tag;
  }

  /** Page numbers, headers and footers are none of a tagged file's content (14.8.2.2). */
  get isArtifact(): boolean {
    return this.#tags.size > 0 && this.#open.at(-1)?.artifact === true;
  }
}
