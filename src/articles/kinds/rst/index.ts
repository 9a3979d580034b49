import type { List, RootContent } from 'mdast';
import { documentText } from '../../../documents/document-text.js';
import { wordsOf } from '../../../documents/html/phrasing.js';
import { isoDate } from '../../date.js';
import { languageTag, personName, type Extract } from '../../extract.js';
import { tidyTitle } from '../../title.js';
import { RstBlocks } from './blocks.js';

/**
 * reStructuredText as a reader sees it: headings, lists, definitions, tables, code and quotes; what a
 * directive draws or collects from other files is left out. The title is the first heading, which is
 * not repeated; author and date are those of the fields under it.
 */
export function readRst(text: string): Extract {
  const lines = text.split('\n');
  const nodes = new RstBlocks(lines).read(lines);
  const first = nodes.findIndex(({ type }) => type === 'heading');
  const heading = nodes[first];
  const title = heading === undefined ? undefined : tidyTitle(wordsOf([heading]));
  const isTitle = title !== undefined && !nodes.slice(0, first).some(isProse);
  const about = nodes[isTitle ? first + 1 : 0];
  const fields = about !== undefined && isFields(about) ? about : undefined;
  const values = new Map(fields?.children.map((item) => fieldOf(wordsOf(item.children))));
  const content = nodes.filter(
    (node, index) => !(isTitle && index === first) && (node !== fields || values.size === 0),
  );
  return {
    title: isTitle ? title : undefined,
    author: personName(values.get('author') ?? values.get('authors')),
    publishedAt: isoDate(values.get('date')),
    language: languageTag(values.get('language')),
    ...documentText({ type: 'root', children: content }),
  };
}

function isProse({ type }: RootContent): boolean {
  return type === 'paragraph';
}

const KNOWN =
  /^(?:author|authors|date|version|status|copyright|revision|contact|organization|language)$/;

/** Fields of which one at least is of the document itself (docutils, bibliographic fields). */
function isFields(node: RootContent): node is List {
  return (
    node.type === 'list' &&
    node.data?.defines === true &&
    node.children.some((item) => KNOWN.test(fieldOf(wordsOf(item.children))[0]))
  );
}

function fieldOf(words: string): readonly [string, string] {
  const colon = words.indexOf(':');
  return [words.slice(0, colon).trim().toLowerCase(), words.slice(colon + 1).trim()];
}
