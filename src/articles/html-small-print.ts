import { oneLine } from '../text/clean.js';
import { isInside, type DomDocument, type DomElement } from './dom.js';

/** Headings over what a site says of itself, which may be longer than the article. */
const SMALL_PRINT =
  /^(?:(?:advertis(?:er|ing)|affiliate|editorial|commission|financial|our) (?:disclosures?|disclaimer|policy|note)|disclosures?|disclaimer|how (?:we|this site) (?:make|makes|earn|earns) money|why (?:you can )?trust us|legal (?:notice|information|disclaimer)|risk (?:warning|disclosure)|(?:cookie|privacy) (?:policy|notice|settings|preferences)|your privacy|terms (?:of use|of service|and conditions)|privacy|cookies?|(?:copyright|legal|terms|corrections?)(?: (?:notice|policy))?|about (?:us|this (?:site|website|blog|newsletter|page))|who we are|our (?:mission|standards|newsroom)|contact(?: us)?|impressum|imprint|kontakt|über uns|wer wir sind|datenschutzerklärung|agb|nutzungsbedingungen|hinweis in eigener sache|à propos(?: de nous)?|qui sommes-nous|politique de confidentialité|confidentialité|contactez-nous|sobre nosotros|quiénes somos|política de (?:privacidad|cookies)|contacto|chi siamo|informativa sulla privacy|over ons|haftungsausschluss|rechtliche hinweise|datenschutz(?:hinweise|einstellungen)?|transparenzhinweis|werbehinweis|mentions légales|avis de non-responsabilité|aviso legal|descargo de responsabilidad)\W{0,2}$/i;
const HEADINGS = 'h1, h2, h3, h4, h5, h6';
/** So many headings are looked at, and so far up from one. */
const MOST = 20;
const HIGHEST = 40;
/** An article has so many paragraphs of this length. */
const PARAGRAPHS = 2;
const PARAGRAPH = 60;

/**
 * Takes out what stands beside the article under the heading of small print. Inside the article that
 * is a chapter of it.
 */
export function removeSmallPrint(document: DomDocument): void {
  const headings = [...document.querySelectorAll('h2, h3, h4, h5, h6')]
    .filter(({ textContent }) => SMALL_PRINT.test(oneLine(textContent ?? '')))
    .slice(0, MOST);
  if (headings.length === 0) return;
  const article = articleAround(document);
  if (article === undefined) return;
  for (const heading of headings) {
    const part = partUnder(heading);
    if (part !== undefined && !isInside(part, article)) part.remove();
  }
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
