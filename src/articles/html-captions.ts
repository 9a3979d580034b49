import { oneLine } from '../text/clean.js';
import type { DomDocument, DomElement } from './dom.js';

/** Marks a figure's caption that is text: the article's lead, or all that a gallery says. */
export const KEPT_CAPTION = 'data-newsdesk-lead';

/** Of a page's words outside links, so many stand in the captions of a gallery. */
const GALLERY_SHARE = 0.5;
const FEWEST = 2;
/** A caption of fewer letters names its picture and tells nothing. */
const TELLS = 60;

/** Keeps the captions of a page that has hardly any other words. */
export function keepGallery(document: DomDocument): void {
  for (const caption of tellingOf(document.body, 'figure figcaption')) {
    caption.setAttribute(KEPT_CAPTION, '');
  }
}

/** What else is called a caption, on a page that has hardly any other words. */
export function galleryCaptions(body: DomElement | null): ReadonlySet<DomElement> {
  return new Set(
    tellingOf(body, 'p[class*=caption], dd[class*=caption], div[class*=caption]:has(> p, > h3)'),
  );
}

/** The captions of this kind that tell something, if they hold most words of the page. */
function tellingOf(body: DomElement | null, selector: string): DomElement[] {
  if (body === null) return [];
  const captions = [...body.querySelectorAll(selector)].filter(
    ({ textContent }) => oneLine(textContent ?? '').length >= TELLS,
  );
  if (captions.length < FEWEST) return [];
  const letters = (elements: Iterable<{ readonly textContent: string | null }>): number =>
    [...elements].reduce((sum, { textContent }) => sum + oneLine(textContent ?? '').length, 0);
  const all = letters([body]) - letters(body.querySelectorAll('a'));
  return letters(captions) < GALLERY_SHARE * all ? [] : captions;
}
