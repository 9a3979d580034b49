import { documentText } from '../../../documents/document-text.js';
import { wordsOf } from '../../../documents/html/phrasing.js';
import { isoDate } from '../../date.js';
import { languageTag, personName, type Extract } from '../../extract.js';
import { tidyTitle } from '../../title.js';
import { AsciidocBlocks } from './blocks.js';
import { asciidocInline } from './inline.js';

const TITLE = /^[=#]\s+(\S.*)$/;
const ATTRIBUTE = /^:([\w-]{1,60}):(?:\s(.*))?$/;
const COMMENT = /^\/\/(?!\/)/;

/**
 * AsciiDoc as a reader sees it: headings, lists, terms, tables, code and quotes; pictures and other
 * files' contents are left out. The title is the document's, which is not repeated; the lines below
 * it name the author and the date.
 */
export function readAsciidoc(text: string): Extract {
  const lines = text.split('\n');
  const attributes = new Map<string, string>();
  for (const line of lines) {
    const [, name, value = ''] = ATTRIBUTE.exec(line) ?? [];
    if (name !== undefined) attributes.set(name, value.replace(/ [+\\]$/, '').trim());
  }
  const start = lines.findIndex(
    (line) => line.trim() !== '' && !COMMENT.test(line) && !ATTRIBUTE.test(line),
  );
  const [, words] = TITLE.exec(lines[start] ?? '') ?? [];
  const header = words === undefined ? 0 : headerLength(lines, start);
  const [author, revision] = lines
    .slice(start + 1, start + header)
    .filter((line) => !ATTRIBUTE.test(line) && !COMMENT.test(line));
  const body = lines.slice(words === undefined ? 0 : start + header);
  const tree = new AsciidocBlocks(attributes).read(body);
  return {
    title: tidyTitle(words === undefined ? undefined : wordsOf(asciidocInline(words, attributes))),
    author: personName(attributes.get('author') ?? author?.replace(/<[^<>]*>/g, '').trim()),
    publishedAt: isoDate(
      attributes.get('revdate') ?? /\d{4}-\d\d-\d\d/.exec(revision ?? '')?.[0] ?? revision,
    ),
    language: languageTag(attributes.get('lang')),
    ...documentText({ type: 'root', children: tree }),
  };
}

/** The title's line, and those below it up to the first blank one. */
function headerLength(lines: readonly string[], start: number): number {
  const length = lines.slice(start).findIndex((line) => line.trim() === '');
  return length === -1 ? lines.length - start : length;
}
