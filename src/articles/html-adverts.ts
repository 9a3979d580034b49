import { oneLine } from '../text/clean.js';
import { isInside, type DomDocument, type DomElement } from './dom.js';
import { textLength } from './html-furniture.js';
import { articleAround } from './html-small-print.js';

/** What is marked as somebody's advertisement, whatever it looks like. */
const MARKED = [
  '[data-ad], [data-ad-slot], [data-ad-unit], [data-ad-client], [data-google-query-id]',
  '[aria-label=Advertisement i], [aria-label=Sponsored i], [aria-label=Anzeige i], [aria-label=Werbung i]',
].join(', ');
/** A line that says so of what is beside it. */
const LABEL =
  /^\W{0,3}(?:ad|advert(?:isement|orial)?|sponsored|promoted|paid (?:content|partnership|post)|(?:sponsored|partner) content|(?:sponsored|presented|paid for) by .{2,40}|anzeige|werbung|gesponsert|(?:contenu )?sponsorisé|publicité|publicidad|contenido patrocinado|patrocinado|pubblicità)\W{0,3}$/i;
/** What is said of offers that somebody pays for. */
const DISCLOSES =
  /\b(?:(?:receives?|earns?|gets?|is paid) (?:an? |some )?(?:affiliate )?(?:commissions?|compensation)|(?:paying|advertising|affiliate|werbe)[- ]?partners?|our (?:\w+ )?partners (?:offers?|pays?)|paid (?:promotion|partnership|advertisement)|affiliate links?)\b/i;
const SPONSORED = 'a[rel~=sponsored]';
const LINES = 'p, div, span, small, strong, li, h2, h3, h4, h5, h6';

/** More of a page's text, or more letters, are an article's, not an advertiser's. */
const MOST_SHARE = 0.4;
const LONGEST = 900;
const MOST_LOOKED_AT = 40;
const HIGHEST = 12;

/**
 * Takes out what somebody paid for: what is marked or labelled so, and boxes of which two things are
 * true: a sponsored link stands alone in it, it says that somebody is paid, it is beside the article.
 */
export function removeAdverts(document: DomDocument): void {
  const { body } = document;
  if (body === null) return;
  const most = Math.min(LONGEST, MOST_SHARE * textLength(body));
  const found = (selector: string, is: (element: DomElement) => boolean) =>
    [...document.querySelectorAll(selector)].filter(is).slice(0, MOST_LOOKED_AT);

  for (const element of found(MARKED, () => true)) boxAround(element, most)?.remove();
  for (const label of found(LINES, isLabel)) labelled(label, most)?.remove();

  const article = articleAround(document);
  const sponsored = found(SPONSORED, standsAlone);
  const disclosing = found(LINES, (element) => isLeaf(element) && discloses(element));
  for (const element of [...sponsored, ...disclosing]) {
    const box = boxAround(element, most);
    if (box === undefined) continue;
    const isBeside = article !== undefined && !isInside(box, article) && !isInside(article, box);
    const isPaid = sponsored.some((link) => isInside(link, box));
    if (Number(isBeside) + Number(isPaid) + Number(discloses(box)) > 1) box.remove();
  }
}

/** Elements with lines of their own: what holds larger ones is not looked through again for each. */
function isLeaf({ children }: DomElement): boolean {
  return [...children].every(({ tagName }) => !/^(?:DIV|P|SECTION|UL|OL|TABLE)$/.test(tagName));
}

function isLabel(element: DomElement): boolean {
  return isLeaf(element) && LABEL.test(oneLine(element.textContent ?? ''));
}

function discloses({ textContent }: DomElement): boolean {
  return DISCLOSES.test(textContent ?? '');
}

/** Whether a link is no part of a sentence. */
function standsAlone(link: DomElement): boolean {
  const around = link.parentElement;
  if (around === null) return false;
  const text = (element: DomElement) => oneLine(element.textContent ?? '');
  return /^(?:DIV|SECTION|ASIDE|FIGURE)$/.test(around.tagName) || text(around) === text(link);
}

/** What a label stands over: the smallest element around it with more text. */
function labelled(label: DomElement, most: number): DomElement | undefined {
  const text = oneLine(label.textContent ?? '');
  let at: DomElement | null = label;
  while (at !== null && oneLine(at.textContent ?? '') === text) at = at.parentElement;
  // Between two paragraphs of an article it stands over an empty place.
  const isFirst = oneLine(at?.textContent ?? '').startsWith(text);
  if (at === null || !isFirst || !isBox(at, most)) return undefined;
  // A heading with nothing but words below it is a chapter's, as of a manual.
  return /^H\d$/.test(label.tagName) && at.querySelector('a, img') === null ? undefined : at;
}

/** The largest element around one that is a box beside others. */
function boxAround(element: DomElement, most: number): DomElement | undefined {
  let box: DomElement | undefined;
  let at: DomElement | null = element;
  for (let up = 0; at !== null && up < HIGHEST && isBox(at, most); up++, at = at.parentElement) {
    box = at;
  }
  return box;
}

function isBox(element: DomElement, most: number): boolean {
  if (/^(?:HTML|BODY|MAIN|ARTICLE|UL|OL|TABLE|TBODY|TR|HEAD)$/.test(element.tagName)) return false;
  if (element.querySelector('h1') !== null) return false;
  if ([...element.querySelectorAll('h2, h3, h4, h5, h6')].length > 1) return false;
  return oneLine(element.textContent ?? '').length <= most;
}
