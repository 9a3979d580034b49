import { parseDocument } from '../../articles/dom.js';
import type { Extract } from '../../articles/extract.js';
import { oneLine } from '../../text/clean.js';
import { splitSentences } from '../../text/sentences.js';
import { fold } from '../../text/words.js';
import type { WebPage } from './web-pages.js';

/** What was right and what was wrong of one page; undefined if it says nothing of that. */
export interface PageMeasure {
  /** Snippets that must be in the text and are missing from it. */
  readonly missing: readonly string[];
  /** Snippets that must not be in the text and are present in it. */
  readonly present: readonly string[];
  /** The first sentence of the page's own description, if it stands in the page and not in the text. */
  readonly lostDescription: string | undefined;
  readonly hasDescription: boolean;
  readonly date: Verdict | undefined;
  readonly author: Verdict | undefined;
}

export type Verdict = 'right' | 'wrong' | 'none';

/** Compares what was read with the labels; a page that was refused has no text. */
export function measurePage(page: WebPage, read: Partial<Extract>): PageMeasure {
  const text = comparable(read.text ?? '');
  const isThere = (snippet: string): boolean => text.includes(comparable(snippet));
  const description = visibleDescription(page.html);
  return {
    missing: page.with.filter((snippet) => !isThere(snippet)),
    present: page.without.filter(isThere),
    hasDescription: description !== undefined,
    lostDescription: description === undefined || isThere(description) ? undefined : description,
    date: verdict(page.date, read.publishedAt, (label, found) => found.startsWith(label)),
    author: verdict(
      typeof page.author === 'object' ? page.author?.join(', ') : page.author,
      read.author,
      sameAuthors,
    ),
  };
}

/** Without white space, which markup breaks at will, and with one kind of quote. */
function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'");
}

function verdict(
  label: string | null | undefined,
  found: string | undefined,
  isRight: (label: string, found: string) => boolean,
): Verdict | undefined {
  if (label === null || label === undefined || label === '') return undefined;
  if (found === undefined) return 'none';
  return isRight(label, found) ? 'right' : 'wrong';
}

/** The same names, in whatever order. */
function sameAuthors(label: string, found: string): boolean {
  const names = (authors: string): string =>
    authors
      .split(/[;,&/]| (?:and|und|et|y) /)
      .map((name) => fold(oneLine(name)))
      .filter((name) => name !== '')
      .toSorted()
      .join(';');
  return names(label) === names(found);
}

/** A sentence has so many letters; less may stand anywhere. */
const SENTENCE = 40;
const DESCRIPTIONS = ['meta[name="description"]', 'meta[property="og:description"]'];

/** The first sentence of what a page says of itself, if a person sees it in the page as well. */
function visibleDescription(html: string): string | undefined {
  const document = parseDocument(html);
  for (const element of document.querySelectorAll('script, style, noscript, template')) {
    element.remove();
  }
  const body = comparable(document.body?.textContent ?? '');
  for (const selector of DESCRIPTIONS) {
    const description = oneLine(document.querySelector(selector)?.getAttribute('content') ?? '');
    const [first] = splitSentences(description, { start: 0, end: description.length });
    if (first === undefined) continue;
    const sentence = description.slice(first.start, first.end).replace(/(?:…|\.{3}|\[…\])$/, '');
    if (sentence.length >= SENTENCE && body.includes(comparable(sentence))) return sentence;
  }
  return undefined;
}
