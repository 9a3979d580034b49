import { oneLine } from '../text/clean.js';
import { isInside, type DomDocument, type DomElement } from './dom.js';

/** Headings over what a site says of itself, which may be longer than the article. */
const SMALL_PRINT =
  /^(?:(?:advertis(?:er|ing)|affiliate|editorial|commission|financial|our) (?:disclosures?|disclaimer|policy|note)|disclosures?|disclaimer|how (?:we|this site) (?:make|makes|earn|earns) money|why (?:you can )?trust us|legal (?:notice|information|disclaimer)|risk (?:warning|disclosure)|(?:cookie|privacy) (?:policy|notice|settings|preferences)|your privacy|terms (?:of use|of service|and conditions)|haftung für (?:inhalte|links)|haftungsausschluss|rechtliche hinweise|datenschutz(?:hinweise|einstellungen)?|transparenzhinweis|werbehinweis|mentions légales|avis de non-responsabilité|aviso legal|descargo de responsabilidad)\W{0,2}$/i;
/** Headings over what a site says of itself, unless they are over a chapter. */
const OF_SITE =
  /^(?:privacy|cookies?|copyright|legal|terms|corrections?|about (?:us|the (?:author|publisher)|this (?:site|website|blog|newsletter|page))|who we are|our (?:mission|standards|newsroom|team)|contact(?: us)?|impressum|imprint|kontakt|über uns|wer wir sind|datenschutzerklärung|agb|nutzungsbedingungen|in eigener sache|à propos(?: de nous)?|qui sommes-nous ?\??|(?:politique de )?confidentialité|contactez-nous|sobre nosotros|¿?quiénes somos\??|política de (?:privacidad|cookies)|privacidad|contacto|chi siamo|(?:informativa sulla )?privacy|over ons)\W{0,2}$/iu;
/** How sites speak of themselves, in the languages that most pages are in. */
const SPEAKS =
  /(?<![\p{L}\p{N}])(?:we|our|us|wir|uns|unser\p{L}{0,3}|nous|notre|nos|nosotros|nuestr[ao]s?|noi|nostr[aeio]|wij|onze|this (?:web)?site|diese (?:web)?site|ce site|este sitio)(?![\p{L}\p{N}])/iu;
/** What sites ask their readers for below an article, in boxes of at most so many letters. */
const APPEALS =
  /(?<!\p{L})(?:donat(?:e|ions?)|support (?:us|our (?:journalism|newsroom|work))|subscri(?:be|ption)|newsletter|become a member|spenden?|unterstütz(?:e|en|t) (?:uns|sie uns)|abonn(?:ement|ieren|ez)|soutenez|faites un don|dona(?:ción|r)|apóyanos|suscr[íi]bete|sostieni(?:ci)?|abbonamento|steun ons|doneer|stöd oss|støtt oss)(?!\p{L})/iu;
const LONGEST_APPEAL = 900;
const HEADINGS = 'h1, h2, h3, h4, h5, h6';
/** So many headings are looked at, and so far up from one. */
const MOST = 20;
const MOST_HEADINGS = 200;
const HIGHEST = 40;
/** An article has so many paragraphs of this length. */
const PARAGRAPHS = 2;
const PARAGRAPH = 60;

/**
 * Takes out what stands beside the article under the heading of small print, and after it what its
 * site says of itself. Inside the article, or in one of several parts alike, that is a chapter of it.
 */
export function removeSmallPrint(document: DomDocument): void {
  const headings = [...document.querySelectorAll('h2, h3, h4, h5, h6')]
    .map((heading) => ({ heading, words: oneLine(heading.textContent ?? '') }))
    .slice(-MOST_HEADINGS);
  if (headings.length === 0) return;
  const article = articleAround(document);
  if (article === undefined) return;
  const isArticle = article.closest('article') !== null || saysArticle(document);
  let left = MOST;
  for (const { heading, words } of headings) {
    const isNamed = SMALL_PRINT.test(words) || OF_SITE.test(words);
    if (!isNamed && (article.closest('article') === null || isInside(heading, article))) continue;
    if (left-- === 0) break;
    const part = partUnder(heading);
    if (part === undefined || isInside(part, article)) continue;
    if (SMALL_PRINT.test(words)) part.remove();
    else if (isArticle && (isNamed || appeals(part)) && isOfSite(part, article)) part.remove();
  }
}

function appeals(part: DomElement): boolean {
  const text = oneLine(part.textContent ?? '');
  return text.length <= LONGEST_APPEAL && APPEALS.test(text);
}

/** A page of a shop or a club has its address under "Contact"; what is called an article hasn't. */
function saysArticle(document: DomDocument): boolean {
  const type = document.querySelector('meta[property="og:type"]')?.getAttribute('content');
  return type === 'article' || document.querySelector(ARTICLE) !== null;
}

const ARTICLE = '[itemtype$="Article"], [itemtype$="BlogPosting"], [property^="article:published"]';

/** Whether a part after the article speaks of its site, and is no chapter beside the first. */
function isOfSite(part: DomElement, article: DomElement): boolean {
  const names = (element: DomElement) =>
    `${element.tagName} ${element.getAttribute('class') ?? ''}`;
  const isTwin = part.parentElement === article.parentElement && names(part) === names(article);
  return !isTwin && isBefore(article, part) && SPEAKS.test(oneLine(part.textContent ?? ''));
}

/** Whether one element stands before another that is not in it. */
function isBefore(one: DomElement, other: DomElement): boolean {
  for (let at: DomElement | null = other; at !== null; at = at.parentElement) {
    for (let side = at.previousElementSibling; side !== null; side = side.previousElementSibling) {
      if (isInside(one, side)) return true;
    }
  }
  return false;
}

/** The smallest element around the first heading of the page that has paragraphs. */
export function articleAround(document: DomDocument): DomElement | undefined {
  let at = document.querySelector('h1') ?? document.querySelector('article');
  for (
    let up = 0;
    at !== null && at !== document.body && up < HIGHEST;
    at = at.parentElement, up++
  ) {
    const long = [...at.querySelectorAll('p')].filter(
      ({ textContent }) => oneLine(textContent ?? '').length >= PARAGRAPH,
    );
    if (long.length >= PARAGRAPHS) return at;
  }
  return undefined;
}

/** The largest element with no other heading than this. */
function partUnder(heading: DomElement): DomElement | undefined {
  let part: DomElement | undefined;
  let at = heading.parentElement;
  for (let up = 0; at !== null && up < HIGHEST; at = at.parentElement, up++) {
    if (/^(?:BODY|MAIN|ARTICLE)$/.test(at.tagName)) break;
    if ([...at.querySelectorAll(HEADINGS)].length > 1) break;
    part = at;
  }
  return part;
}
