import type { DocumentText } from '../documents/block.js';
import { joinDocuments } from '../documents/join.js';
import { documentText } from '../documents/document-text.js';
import { hasWords } from '../text/clean.js';
import { parseDocument, type DomDocument, type DomElement } from './dom.js';
import type { Extract } from './extract.js';
import { removeAdverts } from './html-adverts.js';
import { articleElement } from './html-article.js';
import { keepGallery } from './html-captions.js';
import { faqEntries, markQuestions, missingEntries } from './html-faq.js';
import { removeOtherArticles } from './html-other-articles.js';
import { missingParts, toldParts } from './html-recipe.js';
import { inertText, toldBody, toldContent } from './html-told.js';
import { comparable, firstSentence } from './html-lead.js';
import { joinLines } from './html-lines.js';
import { htmlMetadata } from './html-metadata.js';
import { removeFurniture, removeHeadingLinks } from './html-furniture.js';
import { removeSmallPrint } from './html-small-print.js';
import { htmlDocument } from './html-document.js';
import {
  HTML_CHARACTERS_PER_ELEMENT,
  HTML_ELEMENTS_FOR_ALL,
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
 * @throws NewsdeskError `source-too-complex` if its size or nesting would take too long
 */
export function readHtml(html: string, { source, url }: HtmlPlace): Extract {
  const parse = () => {
    const light = withoutInlinedFiles(html, source);
    const document = parseDocument(light, source);
    checkComplexity(document, light.length, source);
    removeHeadingLinks(document);
    return document;
  };
  const document = parse();
  const metadata = htmlMetadata(document, url);
  const entries = faqEntries(document);
  markQuestions(document, entries);
  const told = [toldBody(document), inertText(document)];
  const parts = toldParts(document, metadata.language);
  removeOtherArticles(document, metadata.title);
  const hints = { title: metadata.title, descriptions: descriptions(document) };
  removeSmallPrint(document);
  removeFurniture(document, (text) => {
    const own = comparable(text);
    return hints.descriptions.some((description) => own.includes(description));
  });
  removeAdverts(document);
  joinLines(document);
  keepGallery(document);
  const main = articleElement(document, hints);
  const content = contentOf(main, metadata.title);
  for (const body of told) {
    if (content.text.length < TOLD_SHARE * body.length) {
      const better = toldContent(body, (html) => htmlFragment(html, source, metadata.title));
      if (content.text.length < TOLD_SHARE * better.text.length) return { ...metadata, ...better };
    }
  }
  const missing = missingEntries(entries, content.text);
  const rest = joinDocuments([
    documentText({ type: 'root', children: missingParts(parts, content.text) }),
    missing === '' ? NOTHING : htmlFragment(missing, source, metadata.title),
  ]);
  if (hasWords(rest.text)) {
    const isNotice = content.text.length < Math.min(NOTICE, TOLD_SHARE * rest.text.length);
    return { ...metadata, ...joinDocuments(isNotice ? [rest] : [content, rest]) };
  }
  if (hasWords(content.text)) return { ...metadata, ...content };

  // Readability has taken the document apart, so what it did not find is sought in a new one.
  const { body } = parse();
  return { ...metadata, ...contentOf(body, metadata.title) };
}

/** Text of less than this share of what JSON-LD gives as the article's is not the article's. */
const TOLD_SHARE = 0.3;
/** As long as "Please wait while the page is loading." beside which data says more. */
const NOTICE = 60;
const NOTHING: DocumentText = { text: '', blocks: [] };

function contentOf(element: DomElement | null | undefined, title?: string): DocumentText {
  return element ? htmlDocument(element, title) : NOTHING;
}

/** A fragment of HTML, such as a feed's entry, as a document. */
export function htmlFragment(html: string, source: string, title?: string): DocumentText {
  const light = withoutInlinedFiles(html, source);
  const document = parseDocument(light, source);
  checkComplexity(document, light.length, source);
  removeHeadingLinks(document);
  removeFurniture(document);
  joinLines(document);
  return contentOf(document.body, title);
}

/** Pages saved in one file carry their pictures in them, many times as large as the text. */
function withoutInlinedFiles(html: string, source: string): string {
  const whole = /<frameset[\s>]/i.test(html) ? withoutFrames(html) : html;
  const light = whole.replace(/data:[\w/+.-]+;base64,[\w+/=%]*/g, '');
  if (light.length > MAX_HTML_CHARACTERS) throw new NewsdeskError('source-too-complex', { source });
  return light;
}

/** What a page of frames says to whoever sees none: to a browser it is no text at all. */
function withoutFrames(html: string): string {
  return html.replace(/<\/?(?:frame|frameset|noframes)(?:\s[^<>]*)?>/gi, '');
}

/** Without recursion: a page may nest deeper than the stack reaches. */
function checkComplexity(document: DomDocument, characters: number, source: string): void {
  const most = Math.min(
    MAX_HTML_ELEMENTS,
    HTML_ELEMENTS_FOR_ALL + characters / HTML_CHARACTERS_PER_ELEMENT,
  );
  let elements = 0;
  let weight = 0;
  let level: DomElement[] = document.documentElement === null ? [] : [document.documentElement];
  for (let depth = 0; level.length > 0; depth++) {
    elements += level.length;
    weight += level.length * depth;
    if (depth > MAX_HTML_DEPTH || elements > most || weight > MAX_HTML_WEIGHT) {
      throw new NewsdeskError('source-too-complex', { source });
    }
    level = level.flatMap((element) => [...element.children]);
  }
}

const DESCRIPTIONS = 'meta[name=description], meta[property="og:description"]';

/** First sentences of what a page says of itself. */
function descriptions(document: DomDocument): string[] {
  return [...document.querySelectorAll(DESCRIPTIONS)].flatMap(
    (meta) => firstSentence(meta.getAttribute('content') ?? '') ?? [],
  );
}
