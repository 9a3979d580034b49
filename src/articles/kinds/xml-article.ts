import type { RootContent } from 'mdast';
import { documentText } from '../../documents/document-text.js';
import { oneLine } from '../../text/clean.js';
import type { Extract } from '../extract.js';
import type { AboutBytes } from '../whole-article.js';
import { heading, paragraph, table } from './nodes.js';
import { parseXml, xmlText, type XmlElement, type XmlNode } from './xml.js';

const HEADS = /^(?:title|head|heading|headline|subject)$/i;
/** Values of a record are no longer; longer ones are paragraphs. */
const VALUE = 100;
/** One record alone is no table. */
const FEWEST_ROWS = 2;

/**
 * XML whose elements nobody knows: an element with words of its own is a paragraph, a title heads
 * what is beside it, and elements alike that hold nothing but short values are rows of a table.
 */
export function readXml(text: string, { source }: AboutBytes): Extract {
  const root = parseXml(text, source);
  const nodes = nodesIn(root, 1);
  const at = nodes.findIndex(({ type }) => type === 'heading');
  const title = at === -1 ? undefined : wordsOf(nodes[at]);
  if (title !== undefined) nodes.splice(at, 1);
  return { ...documentText({ type: 'root', children: nodes }), title };
}

function nodesIn(element: XmlElement, depth: number): RootContent[] {
  const elements = element.children.filter(isElement);
  if (elements.length === 0 || element.children.some(isWords)) return leaf(element, depth);
  const name = elements.find((child) => valuesOf(child).length > 1)?.name;
  const rows = elements.filter((child) => child.name === name && valuesOf(child).length > 0);
  return elements.flatMap((child): RootContent[] => {
    if (rows.length >= FEWEST_ROWS && rows.includes(child)) {
      return child === rows[0] ? [tableOf(rows)] : [];
    }
    return valuesOf(child).length > 1 ? linesOf(child) : nodesIn(child, depth + 1);
  });
}

function leaf(element: XmlElement, depth: number): RootContent[] {
  const words = oneLine(xmlText(element));
  if (words === '') return [];
  const content = [{ type: 'text' as const, value: words }];
  return [HEADS.test(localName(element)) ? heading(depth, content) : paragraph(content)];
}

/** The values that an element is a record of, each with a name; none if it holds anything else. */
function valuesOf({ children }: XmlElement): XmlElement[] {
  const values = children.filter(isElement);
  const areValues =
    !children.some(isWords) &&
    new Set(values.map(({ name }) => name)).size === values.length &&
    values.every((value) => !value.children.some(isElement) && xmlText(value).length <= VALUE);
  return areValues ? values : [];
}

function linesOf(record: XmlElement): RootContent[] {
  return valuesOf(record).flatMap((value): RootContent[] => {
    const words = oneLine(xmlText(value));
    if (words === '' || HEADS.test(localName(value))) return leaf(value, 1);
    return [paragraph([{ type: 'text', value: `${localName(value)}: ${words}` }])];
  });
}

function tableOf(records: readonly XmlElement[]): RootContent {
  const names = [...new Set(records.flatMap((record) => valuesOf(record).map(localName)))];
  const cell = (value: string) => [{ type: 'text' as const, value }];
  const rows = records.map((record) => {
    const values = new Map(
      valuesOf(record).map((value) => [localName(value), oneLine(xmlText(value))]),
    );
    return names.map((name) => cell(values.get(name) ?? ''));
  });
  return table([names.map(cell), ...rows], 1);
}

function localName({ name }: XmlElement): string {
  return name.replace(/^.*:/, '');
}

function wordsOf(node: RootContent | undefined): string | undefined {
  const [first] = node?.type === 'heading' ? node.children : [];
  return first?.type === 'text' ? first.value : undefined;
}

function isElement(node: XmlNode): node is XmlElement {
  return typeof node !== 'string';
}

function isWords(node: XmlNode): boolean {
  return typeof node === 'string' && node.trim() !== '';
}
