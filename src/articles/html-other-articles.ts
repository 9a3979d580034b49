import { oneLine } from '../text/clean.js';
import type { DomDocument, DomElement } from './dom.js';
import { comparable } from './html-lead.js';

const ARTICLES =
  'article, ' +
  ['Article', 'NewsArticle', 'BlogPosting', 'Report']
    .map((type) => `[itemtype$="schema.org/${type}"]`)
    .join(', ') +
  ', ' +
  // An endless page notes under which address each of its articles stands.
  ['url', 'page-url', 'article-url', 'permalink', 'href', 'canonical']
    .flatMap((name) => [`section[data-${name}]`, `div[data-${name}]`])
    .join(', ');
const HEADINGS = 'h1, h2, h3';
/** Parts of one article, such as a recipe's, have shorter headings than articles. */
const HEADLINE = 15;
const PARAGRAPHS = 2;

/**
 * Takes out the articles that an endless page adds to its own: of several side by side one has the
 * page's title as its heading, and the others have others.
 */
export function removeOtherArticles(document: DomDocument, title: string | undefined): void {
  const wanted = comparable(title ?? '');
  if (wanted === '') return;
  const named = [...document.querySelectorAll(ARTICLES)].filter(
    (article) =>
      article.parentElement?.closest(ARTICLES) == null && article.querySelector(HEADINGS) !== null,
  );
  const articles = named.length < 2 ? namedAlike(document) : named;
  if (articles.length < 2) return;
  const own = articles.find((article) => isTitled(article, wanted));
  if (own === undefined) return;
  const paragraphs = [...own.querySelectorAll('p')];
  if (paragraphs.length < PARAGRAPHS && !saysMuch(own, paragraphs[0])) return;
  for (const article of articles) {
    if (article !== own && hasHeadline(article, own)) article.remove();
  }
}

/** Whether an article has another headline: a long one, or one of the first level as the own article's. */
function hasHeadline(article: DomElement, own: DomElement): boolean {
  const heading = article.querySelector(HEADINGS);
  const words = oneLine(heading?.textContent ?? '');
  const isFirst = heading?.tagName === 'H1' && own.querySelector('h1') !== null;
  return words.length >= HEADLINE || (isFirst && words.includes(' '));
}

/** A single paragraph of this length under a first heading is a short article. */
const SHORT_ARTICLE = 80;

function saysMuch(own: DomElement, paragraph: DomElement | undefined): boolean {
  const words = oneLine(paragraph?.textContent ?? '');
  const isSentence = /[.!?。！？]["'”’»)]*$/u.test(words);
  return own.querySelector('h1') !== null && isSentence && words.length >= SHORT_ARTICLE;
}

/** At most so many headings are compared. */
const MOST_HEADINGS = 20;
const NAMED = /(?:^|[-_])(?:article|post|story|entry|news|scroll)/i;

/** A whole name of an article; a part of one, such as `article-section`, has second headings too. */
const WHOLE =
  /^(?:blog-?)?(?:article|post|story|entry|scrollblock)(?:-?(?:\d+|wrap(?:per)?|block))?$/i;

/**
 * Divisions side by side that are called articles, all alike, with a first heading in each, or a
 * second one in those after the first.
 */
function namedAlike(document: DomDocument): DomElement[] {
  const parts = new Map<string, Set<DomElement>>();
  const headings = [...document.querySelectorAll('h1, h2')].slice(0, MOST_HEADINGS);
  if (headings.length < 2 || document.querySelector('h1') === null) return [];
  for (const heading of headings) {
    for (let at = heading.parentElement; at !== null; at = at.parentElement) {
      const [name = ''] = (at.getAttribute('class') ?? '').trim().split(/\s+/);
      if (!(heading.tagName === 'H1' ? NAMED : WHOLE).test(name)) continue;
      const key = `${at.tagName}.${name}`;
      parts.set(key, (parts.get(key) ?? new Set()).add(at));
    }
  }
  const alike = [...parts.values()].find(
    (each) =>
      each.size > 1 && new Set([...each].map(({ parentElement }) => parentElement)).size === 1,
  );
  return [...(alike ?? [])];
}

function isTitled(article: DomElement, wanted: string): boolean {
  const [heading] = [...article.querySelectorAll(HEADINGS)];
  const words = comparable(heading?.textContent ?? '');
  return words.length > 3 && (wanted.includes(words) || words.includes(wanted));
}
