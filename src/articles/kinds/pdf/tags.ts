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
}

const HEADING = /^H([1-6])?$/;
const BLOCK = /^(?:H[1-6]?|Title|P|LI|Lbl|LBody|T[HD]|Caption|BlockQuote|Note|TOCI|Code|Index)$/;
/** Structures nest no deeper than this in files that people make. */
const DEEPEST = 100;

/** The block that each marked piece of a page's text belongs to, by the mark's id. */
export function tagsOf(tree: StructNode | null): ReadonlyMap<string, PdfTag> {
  const tags = new Map<string, PdfTag>();
  let elements = 0;
  const visit = (node: StructNode, around: PdfTag | undefined, depth: number): void => {
    if (node.type === 'content' && node.id !== undefined) {
      if (around !== undefined) tags.set(node.id, around);
      return;
    }
    if (depth > DEEPEST) return;
    const role = node.role ?? '';
    const heading = HEADING.exec(role);
    const level = heading === null ? around?.level : Number(heading[1] ?? 1);
    const tag = BLOCK.test(role) ? { element: elements++, level } : around;
    for (const child of node.children ?? []) visit(child, tag, depth + 1);
  };
  if (tree !== null) visit(tree, undefined, 0);
  return tags;
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
