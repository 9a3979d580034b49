import { Parser } from 'htmlparser2';
import { NewsdeskError } from '../../errors.js';
import { MAX_XML_DEPTH, MAX_XML_ELEMENTS } from '../limits.js';

export interface XmlElement {
  /** With its prefix, as it is written: `text:p`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

interface OpenElement extends XmlElement {
  readonly children: XmlNode[];
}

/**
 * The elements of an XML document, forgiving of what is not well-formed. Entities that a document
 * defines for itself are not known, so none can expand to gigabytes.
 * @throws NewsdeskError `source-too-complex` if it nests too deep or has too many elements
 */
export function parseXml(xml: string, source: string): XmlElement {
  const root: OpenElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  let count = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (open.length > MAX_XML_DEPTH || ++count > MAX_XML_ELEMENTS) {
          throw new NewsdeskError('source-too-complex', { source });
        }
        const element: OpenElement = { name, attributes, children: [] };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext: (text) => open.at(-1)?.children.push(text),
      onclosetag: () => open.pop(),
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return root;
}

/** All elements of a name, at any depth, in the order of the document. */
export function elementsNamed(root: XmlElement, ...names: readonly string[]): XmlElement[] {
  return root.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    const inside = elementsNamed(child, ...names);
    return names.includes(child.name) ? [child, ...inside] : inside;
  });
}

/** The text of the first element of a name that has some; undefined if there is none. */
export function textOfFirst(root: XmlElement, ...names: readonly string[]): string | undefined {
  for (const element of elementsNamed(root, ...names)) {
    const text = xmlText(element).trim();
    if (text !== '') return text;
  }
  return undefined;
}

export function xmlText({ children }: XmlElement): string {
  return children.map((child) => (typeof child === 'string' ? child : xmlText(child))).join('');
}
