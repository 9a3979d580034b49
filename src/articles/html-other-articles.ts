import { oneLine } from '../text/clean.js';
import type { DomDocument, DomElement } from './dom.js';
import { comparable } from './html-lead.js';

const ARTICLES =
  'article, [itemtype*="schema.org/Article"], [itemtype*="schema.org/NewsArticle"], ' +
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
  const articles = [...document.querySelectorAll(ARTICLES)].filter(
    (article) =>
      article.parentElement?.closest(ARTICLES) == null && article.querySelector(HEADINGS) !== null,
  );
  if (articles.length < 2) return;
  const own = articles.find((article) => isTitled(article, wanted));
  if (own === undefined) return;
  if ([...own.querySelectorAll('p')].length < PARAGRAPHS) return;
  for (const article of articles) {
    const heading = oneLine(article.querySelector(HEADINGS)?.textContent ?? '');
    if (article !== own && heading.length >= HEADLINE) article.remove();
  }
}

function isTitled(article: DomElement, wanted: string): boolean {
  const [heading] = [...article.querySelectorAll(HEADINGS)];
  const words = comparable(heading?.textContent ?? '');
  return words.length > 3 && (wanted.includes(words) || words.includes(wanted));
}
