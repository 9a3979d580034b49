import { oneLine } from '../text/clean.js';
import type { DomDocument } from './dom.js';

/** Marks a figure's caption that is text: the article's lead, or all that a gallery says. */
export const KEPT_CAPTION = 'data-newsdesk-lead';

/** Of a page's words outside links, so many stand in the captions of a gallery. */
const GALLERY_SHARE = 0.5;
const FEWEST = 2;
/** A caption of fewer letters names its picture and tells nothing. */
const TELLS = 60;

/** Keeps the captions of a page that has hardly any other words. */
export function keepGallery(document: DomDocument): void {
  const captions = [...document.querySelectorAll('figure figcaption')].filter(
    ({ textContent }) => oneLine(textContent ?? '').length >= TELLS,
  );
  if (captions.length < FEWEST) return;
  const letters = (elements: Iterable<{ readonly textContent: string | null }>): number =>
    [...elements].reduce((sum, { textContent }) => sum + oneLine(textContent ?? '').length, 0);
  const { body } = document;
  const all = body === null ? 0 : letters([body]) - letters(body.querySelectorAll('a'));
  if (letters(captions) < GALLERY_SHARE * all) return;
  for (const caption of captions) caption.setAttribute(KEPT_CAPTION, '');
}
