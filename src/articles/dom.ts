import { parseHTML } from 'linkedom';
import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes as Parse5 } from 'parse5';
import { NewsdeskError } from '../errors.js';
import { MAX_HTML_ELEMENTS, MAX_HTML_OPEN } from './limits.js';

/** The part of the DOM that reading needs; the whole would bring a browser's globals into scope. */
export interface DomNode {
  readonly nodeType: number;
  textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
  remove(): void;
}

export interface DomElement extends DomNode {
  /** In capitals. */
  readonly tagName: string;
  readonly children: Iterable<DomElement>;
  readonly parentElement: DomElement | null;
  readonly previousElementSibling: DomElement | null;
  readonly nextElementSibling: DomElement | null;
  getAttribute(name: string): string | null;
  getAttributeNames(): string[];
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  closest(selector: string): DomElement | null;
  prepend(text: string): void;
  replaceChildren(text: string): void;
}

export interface DomDocument {
  readonly documentElement: DomElement | null;
  readonly body: DomElement | null;
  cloneNode(deep: boolean): DomDocument;
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

interface BuiltNode {
  appendChild(child: BuiltNode): void;
  setAttribute(name: string, value: string): void;
}

interface BuiltDocument extends DomDocument {
  createElement(name: string): BuiltNode;
  createTextNode(text: string): BuiltNode;
}

/**
 * Parses a page by the HTML standard's algorithm, as browsers do: tags that were left out are there,
 * a second `body` is part of the first. Runs no scripts.
 * @throws NewsdeskError `source-too-complex` if parsing would take too long
 */
export function parseDocument(html: string, source = ''): DomDocument {
  const window: unknown = parseHTML('<!doctype html><html></html>');
  const { document } = window as { readonly document: BuiltDocument };
  const root = parse(/^\s*<\?xml\s/.test(html) ? withEndTags(html) : html, {
    scriptingEnabled: false,
    treeAdapter: guardedAdapter(source),
  }).childNodes.find((node): node is Parse5.Element => node.nodeName === 'html');
  if (root !== undefined) copyInto(document, root);
  return document;
}

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;

/** XML lets any element be empty by a slash, as in `<title/>`; in HTML that is a start tag alone. */
export function withEndTags(xml: string): string {
  return xml.replace(
    /<([a-z][\w:.-]*)((?:\s[^<>]*)?)\/>/gi,
    (tag: string, name: string, rest: string) =>
      VOID.test(name) ? tag : `<${name}${rest}></${name}>`,
  );
}

/** Ends what is refused anyway early: the parser looks through all that is open at each tag. */
function guardedAdapter(source: string): typeof defaultTreeAdapter {
  let open = 0;
  let opened = 0;
  return {
    ...defaultTreeAdapter,
    onItemPush: () => {
      const tooMany = ++open > MAX_HTML_OPEN || ++opened > MAX_HTML_ELEMENTS;
      if (tooMany) throw new NewsdeskError('source-too-complex', { source });
    },
    onItemPop: () => {
      open--;
    },
  };
}

/** Elements without a meaning of their own, which may be given one by a role (WAI-ARIA 1.2). */
const PLAIN = /^(?:div|span|p|section)$/;
const ROLES = new Map([
  ['table', 'table'],
  ['grid', 'table'],
  ['rowgroup', 'tbody'],
  ['row', 'tr'],
  ['columnheader', 'th'],
  ['rowheader', 'th'],
  ['cell', 'td'],
  ['gridcell', 'td'],
  ['list', 'ul'],
  ['listitem', 'li'],
]);

/** The name of the element that an element stands for: a division may be a heading, or a row. */
function namedByRole({ tagName, attrs }: Parse5.Element): string {
  if (!PLAIN.test(tagName)) return tagName;
  const given = (wanted: string): string | undefined =>
    attrs
      .find(({ name }) => name === wanted)
      ?.value.trim()
      .toLowerCase();
  const role = given('role');
  if (role === undefined) return tagName;
  if (role !== 'heading') return ROLES.get(role) ?? tagName;
  return /^[1-6]$/.exec(given('aria-level') ?? '2')?.[0].replace(/^/, 'h') ?? 'h6';
}

/** Characters. linkedom gives the names as arguments: some 100,000 fill the stack. */
const LONGEST_CLASS = 10_000;

/** Without recursion: a page may nest deeper than the stack reaches. */
function copyInto(document: BuiltDocument, root: Parse5.Element): void {
  const target: unknown = document.documentElement;
  const pairs: [Parse5.Element, BuiltNode][] = [[root, target as BuiltNode]];
  for (let next = pairs.pop(); next !== undefined; next = pairs.pop()) {
    const [from, to] = next;
    for (const { name, value } of from.attrs) {
      if (name !== 'class' || value.length <= LONGEST_CLASS) to.setAttribute(name, value);
    }
    const content = 'content' in from ? (from as Parse5.Template).content : from;
    for (const child of content.childNodes) {
      if ('value' in child) to.appendChild(document.createTextNode(child.value));
      else if ('tagName' in child) {
        const made = document.createElement(namedByRole(child));
        to.appendChild(made);
        pairs.push([child, made]);
      }
    }
  }
}

/** Whether an element is another, or in it. */
export function isInside(element: DomElement, around: DomElement): boolean {
  for (let at: DomElement | null = element; at !== null; at = at.parentElement) {
    if (at === around) return true;
  }
  return false;
}
