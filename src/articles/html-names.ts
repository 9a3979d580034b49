import { oneLine } from '../text/clean.js';
import type { DomElement } from './dom.js';

/** Names that a page's author gives to what is no text, as whole names or as their last part. */
const NAMES = [
  'ads?|advert|advertisement|advertorial|sponsored|promos?|outbrain|taboola|banner',
  'cookies?|consent|gdpr|paywall|popup|modal|sidebar|breadcrumbs?|crumbs',
  'newsletters?|subscribe|signup|sign-up|subscription',
  'shar(?:e|ing)(?:-?(?:bar|box|buttons?|icons?|links?|this|tools?|widget|info))?|addthis',
  'social(?:-?(?:bar|box|buttons?|icons?|links?|media|share|widget))?',
  'author-?(?:bio|box|info|card|description|image|desc|profile|teaser)|about-author|byline|saboxplugin-wrap',
  'references|reflist|timestamp|related|relatedlinks|recommend(?:ed|ations?)|trending|up-next',
  'related-?(?:posts?|articles?|news|stories|links|content|topics)|read-(?:also|more|next)',
  'more-?(?:from|news|on|stories|articles)|most-(?:popular|read|viewed)',
  'mw-editsection|print-only|visually-hidden|screen-reader-text|sr-only|captcha',
  'caption|legend|photo-credit|image-credit|photocredit|disclaimer|prefooter|footnote-nav|tag-?cloud',
].join('|');
/** What may follow such a name without changing what it names. */
const GENERIC =
  'areas?|bars?|blocks?|box(?:es)?|buttons?|cards?|footers?|forms?|headers?|icons?|inner|items?|left|links?|lists?|main|media|module|outer|panel|posts?|right|rows?|sections?|stories|teasers?|top|bottom|units?|widgets?|wrap|wrapper|content|container|articles?|news|\\d+';
const NAMED = new RegExp(`(?:^|-)(?:${NAMES})(?:-(?:${GENERIC}))*$`, 'i');
/** A match or a gallery has comments that are text; readers' are those of a page or a post. */
const COMMENTS = new RegExp(
  `^(?:(?:posts?|entry|article|blog|story|news|users?|readers?|site|page|view|field|block|region|section|wp|fb|facebook|single|node|content|main|area|add|leave|all|latest|recent|nav|\\w{1,3})-)*(?:comments?|commentlist|comment-list|disqus|respond|kommentare?)(?:-(?:${GENERIC}|thread|count|form|text|reply|author|meta|number))*$`,
  'i',
);
/** A name that begins so says what an element has or is not, or what a script does with it. */
const DESCRIBES =
  /^(?:has|with|without|non?|is|not|js|show|hide|if|layout|l|above|below|before|after|page|body|post-type|single|theme|template)(?:-|$)/i;

/** As `has-ads` and `no-comments` say of an article what it has or has not. */
const HAS_OR_IS = /^(?:has|with|without|non?|is|not)(?:[-_]|(?=[A-Z]))/;

/** An element's classes without those, and without the modifiers, that describe it so. */
export function withoutDescriptions(classes: string): string {
  return classes
    .split(/\s+/)
    .filter((name) => !HAS_OR_IS.test(name))
    .map((name) => {
      const [own = '', ...modifiers] = name.split('--');
      return [own, ...modifiers.filter((modifier) => !HAS_OR_IS.test(modifier))].join('--');
    })
    .join(' ');
}

const HEADINGS = 'h1, h2, h3, h4, h5, h6';

/** Whether an element's class or id names it as something else than text. */
export function isNamedFurniture(element: DomElement): boolean {
  // A figure's own caption is judged by what it holds.
  if (element.tagName === 'FIGCAPTION') return false;
  const classes = (element.getAttribute('class') ?? '').split(/\s+/);
  const id = element.getAttribute('id') ?? '';
  if (classes.some(isFurnitureName)) return true;
  // In a heading an id is where a link leads to.
  return isFurnitureName(id) && !isSlug(element, id) && element.closest(HEADINGS) === null;
}

function isFurnitureName(name: string): boolean {
  if (name === '' || name.length > 80) return false;
  // In BEM, "block__element--modifier", a modifier says of what kind it is; camelCase is words as well.
  const words = (name.split('--', 1)[0] ?? '')
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/[_\s:.]+/g, '-')
    .replace(/-+/g, '-');
  return !DESCRIBES.test(words) && (NAMED.test(words) || COMMENTS.test(words));
}

/** Whether an element's id is its heading in so many words that it names no part of a page's frame. */
export function isNamedByHeading(element: DomElement): boolean {
  const id = element.getAttribute('id') ?? '';
  return id.split('-').length > 2 && slugOfHeading(element) === id;
}

/** Sections' ids are often their headings' words, as in a guide with chapters. */
function isSlug(element: DomElement, id: string): boolean {
  const siblings = [...(element.parentElement?.children ?? [])];
  const named = siblings.filter((each) => slugOfHeading(each) === (each.getAttribute('id') ?? ''));
  return slugOfHeading(element) === id && (named.length > 1 || isNamedByHeading(element));
}

function slugOfHeading(element: DomElement): string | undefined {
  const heading = element.querySelector('h1, h2, h3, h4, h5, h6');
  return heading === null
    ? undefined
    : oneLine(heading.textContent ?? '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '-')
        .replace(/^-|-$/g, '');
}
