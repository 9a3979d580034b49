import type { DomDocument, DomElement } from './dom.js';

/** Elements that never belong to an article's text. */
const NEVER_TEXT = [
  ...['script', 'style', 'noscript', 'template', 'iframe', 'object', 'embed', 'svg', 'canvas'],
  ...['video', 'audio', 'form', 'button', 'input', 'select', 'textarea', 'dialog', 'menu', 'nav'],
  ...['navigation', 'search', 'dialog', 'alertdialog', 'contentinfo'].map((r) => `[role=${r}]`),
  '[hidden]',
].join(', ');

/** Parts that hold a page's text only where the page is built in an odd way. */
const SELDOM_TEXT = 'aside, footer, [aria-hidden=true], [role=complementary], [class], [id]';

const NAMED_FURNITURE = new RegExp(
  `(?:^|[\\s_-])(?:${[
    'ad|ads|advert|advertisement|sponsored|promos?|outbrain|taboola',
    'cookies?|consent|gdpr|paywall|popup|modal|sidebar|breadcrumbs?',
    'newsletters?|subscribe|signup|sign-up',
    'comments?|disqus|respond',
    'shar(?:e|ing)(?:-?(?:bar|box|buttons?|icons?|links?|this|tools?|widget))?',
    'social(?:-?(?:bar|box|buttons?|icons?|links?|media|share|widget))?',
    'author-(?:bio|box|info)|byline|references|reflist|timestamp',
    'related|recommend(?:ed|ations?)|trending|up-next|read-(?:also|more|next)',
    'more-(?:from|news|on|stories)|most-(?:popular|read|viewed)',
    'mw-editsection|print-only|visually-hidden|screen-reader-text|sr-only',
  ].join('|')})(?:$|[\\s_-])`,
  'i',
);

/** What holds more than this share of a page's paragraphs is its text, whatever it is called. */
const TEXT_SHARE = 0.4;

/** Takes menus, notices, share bars, comments, related links and scripts out of a page. */
export function removeFurniture(document: DomDocument): void {
  const most = TEXT_SHARE * paragraphLength(document);
  const holdsText = (element: DomElement) => {
    const inside = paragraphLength(element);
    return inside > 0 && inside > most;
  };
  for (const element of [...document.querySelectorAll(NEVER_TEXT)]) {
    if (!holdsText(element)) element.remove();
  }
  for (const element of [...document.querySelectorAll(SELDOM_TEXT)]) {
    if (isFurniture(element) && !holdsText(element)) element.remove();
  }
  for (const time of [...document.querySelectorAll('time')]) {
    if (standsAlone(time)) time.remove();
  }
}

/** A date on its own says when the page was published; inside a sentence it belongs to that. */
function standsAlone(time: DomElement): boolean {
  const around = time.closest('p, li, td, dd, blockquote');
  return around === null || around.textContent?.trim() === time.textContent?.trim();
}

function isFurniture(element: DomElement): boolean {
  const tag = element.tagName.toLowerCase();
  if (/^(?:html|body|main|article|h[1-6])$/.test(tag)) return false;
  if (tag === 'aside' || tag === 'footer') return true;
  if (element.getAttribute('aria-hidden') === 'true') return true;
  if (element.getAttribute('role') === 'complementary') return true;
  return [element.getAttribute('class'), element.getAttribute('id')].some(
    // camelCase names are made of words as well.
    (name) => name !== null && NAMED_FURNITURE.test(name.replace(/([a-z])([A-Z])/g, '$1-$2')),
  );
}

function paragraphLength(within: DomElement | DomDocument): number {
  let length = 0;
  for (const paragraph of within.querySelectorAll('p'))
    length += paragraph.textContent?.length ?? 0;
  return length;
}
