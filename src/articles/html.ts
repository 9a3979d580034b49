import type { DocumentText } from '../documents/block.js';
import { Readability } from '@mozilla/readability';
import { hasWords } from '../text/clean.js';
import { parseDocument, type DomDocument, type DomElement } from './dom.js';
import type { Extract } from './extract.js';
import { htmlMetadata } from './html-metadata.js';
import { removeFurniture } from './html-furniture.js';
import { htmlDocument } from './html-document.js';
import {
  MAX_HTML_CHARACTERS,
  MAX_HTML_DEPTH,
  MAX_HTML_ELEMENTS,
  MAX_HTML_WEIGHT,
} from './limits.js';
import { NewsdeskError } from '../errors.js';

export interface HtmlPlace {
  readonly source: string;
  /** Where the page was fetched from. */
  readonly url?: string | undefined;
}

/**
 * The main text of a page, found by Readability after menus, notices and the like are taken out, and
 * what the page says of itself.
 * @throws NewsdeskError `source-too-complex` where its size or nesting would take too long
 */
export function readHtml(html: string, { source, url }: HtmlPlace): Extract {
  const parse = () => {
    const document = parseDocument(withoutInlinedFiles(html, source), source);
    checkComplexity(document, source);
    return document;
  };
  const document = parse();
  const metadata = htmlMetadata(document, url);
  removeFurniture(document);
  const main = mainElement(document);
  const content = contentOf(main, metadata.title);
  if (hasWords(content.text)) return { ...metadata, ...content };

  // Readability has taken the document apart, so what it did not find is sought in a new one.
  const { body } = parse();
  return { ...metadata, ...contentOf(body, metadata.title) };
}

function contentOf(element: DomElement | null | undefined, title?: string): DocumentText {
  return element ? htmlDocument(element, title) : { text: '', blocks: [] };
}

/** A fragment of HTML, such as a feed's entry, as a document. */
export function htmlFragment(html: string, source: string, title?: string): DocumentText {
  const document = parseDocument(withoutInlinedFiles(html, source), source);
  checkComplexity(document, source);
  removeFurniture(document);
  return contentOf(document.body, title);
}

/** Pages saved in one file carry their pictures in them, many times as large as the text. */
function withoutInlinedFiles(html: string, source: string): string {
  const light = html.replace(/data:[\w/+.-]+;base64,[\w+/=%]*/g, '');
  if (light.length > MAX_HTML_CHARACTERS) throw new NewsdeskError('source-too-complex', { source });
  return light;
}

/** Without recursion: a page may nest deeper than the stack reaches. */
function checkComplexity(document: DomDocument, source: string): void {
  let elements = 0;
  let weight = 0;
  let level: DomElement[] = document.documentElement === null ? [] : [document.documentElement];
  for (let depth = 0; level.length > 0; depth++) {
    elements += level.length;
    weight += level.length * depth;
    if (depth > MAX_HTML_DEPTH || elements > MAX_HTML_ELEMENTS || weight > MAX_HTML_WEIGHT) {
      throw new NewsdeskError('source-too-complex', { source });
    }
    level = level.flatMap((element) => [...element.children]);
  }
}

function mainElement(document: DomDocument): DomElement | undefined {
  // Readability's types speak of a browser's Document, which these types stand in for.
  const found: unknown = new Readability<unknown>(document, {
    serializer: (node: unknown) => node,
    disableJSONLD: true,
  }).parse();
  return (found as { readonly content?: DomElement | null } | null)?.content ?? undefined;
}
