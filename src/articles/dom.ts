import { parseHTML } from 'linkedom';

/** The part of the DOM that reading needs; the whole would bring a browser's globals into scope. */
export interface DomNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
}

export interface DomElement extends DomNode {
  /** In capitals. */
  readonly tagName: string;
  readonly children: Iterable<DomElement>;
  getAttribute(name: string): string | null;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  closest(selector: string): DomElement | null;
  remove(): void;
}

export interface DomDocument {
  readonly documentElement: DomElement | null;
  readonly body: DomElement | null;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

const ELEMENT = 1;
const TEXT = 3;

export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === ELEMENT;
}

export function isText(node: DomNode): boolean {
  return node.nodeType === TEXT;
}

/** Parses a page; one without a `body` is given it, as a browser does. Runs no scripts. */
export function parseDocument(html: string): DomDocument {
  const window: unknown = parseHTML(/<body[\s>]/i.test(html) ? html : withBody(html));
  return (window as { readonly document: DomDocument }).document;
}

/** Elements of a head are found in the body as well, so the two need no telling apart. */
function withBody(html: string): string {
  const attributes = /<html(\s[^>]*)>/i.exec(html)?.[1] ?? '';
  const content = html.replace(/<!doctype[^>]*>|<\/?(?:html|head)(?:\s[^>]*)?>/gi, '');
  return `<!doctype html><html${attributes}><body>${content}</body></html>`;
}
