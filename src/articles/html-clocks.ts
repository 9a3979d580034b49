import { oneLine } from '../text/clean.js';
import type { DomDocument, DomElement } from './dom.js';
import { isNamedFurniture } from './html-names.js';

/** Elements that pages call times, though they are no `time`. */
const CALLED = 'span[class*=time], div[class*=time]';
const CLOCK = /^(?:at )?\d{1,2}(?:[:.h]\d\d)(?: ?[ap]\.?m\.?| ?uhr| h)?(?: [A-Z]{2,4})?$/i;
/** So many say when each entry of a live page was written. */
const ENTRIES = 3;
/** Longer is no time of day, whatever white space is in it. */
const LONGEST = 60;

/** On a time of day that is not in a `time`. */
export const CLOCKED = 'data-newsdesk-clock';

/** Marks the times of day of a live page's entries that a name such as `timestamp` would take out. */
export function markClocks(document: DomDocument): void {
  const clocks = [...document.querySelectorAll(CALLED)].filter(
    (each) => isClock(each) && isNamedFurniture(each),
  );
  if (clocks.length < ENTRIES) return;
  for (const clock of clocks) {
    clock.removeAttribute('class');
    clock.setAttribute(CLOCKED, '');
  }
}

function isClock(element: DomElement): boolean {
  const words = element.textContent ?? '';
  return words.length <= LONGEST && CLOCK.test(oneLine(words));
}
