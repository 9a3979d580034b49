import { oneLine } from '../text/clean.js';
import type { DomDocument, DomElement } from './dom.js';
import { ASKED } from './html-blocks.js';

const HIDDEN = '[hidden], [aria-hidden=true], [style*=display], .hidden, .collapse';
const CONTROLS = '[aria-controls], [data-target], [data-bs-target], a[href^="#"], summary';
const HEADING = /^(?:H[1-6]|DT|SUMMARY|BUTTON|LABEL)$/;

/**
 * Shows what is hidden until somebody presses something: panels that a control names, and those right
 * after a heading, a button or a term. A button in a heading is the heading.
 */
export function openPanels(document: DomDocument): void {
  const controlled = new Set<string>();
  for (const control of document.querySelectorAll(CONTROLS)) {
    if (control.closest('nav, header, [role=navigation], [role=dialog]') !== null) continue;
    for (const name of ['aria-controls', 'data-target', 'data-bs-target', 'href']) {
      const id = control.getAttribute(name)?.replace(/^#/, '') ?? '';
      if (id !== '') controlled.add(id);
    }
  }
  for (const panel of document.querySelectorAll(HIDDEN)) {
    if (!isHidden(panel) || /^(?:SPAN|SVG|I|IMG|A)$/i.test(panel.tagName)) continue;
    const isUnder = isUnderHeading(panel);
    if (controlled.has(panel.getAttribute('id') ?? '') || isUnder) show(panel);
    const before = isUnder ? panel.previousElementSibling : null;
    if (before !== null && isAsking(before)) before.setAttribute(ASKED, '');
  }
  for (const button of document.querySelectorAll(
    'h1 button, h2 button, h3 button, h4 button, h5 button, h6 button, dt button',
  )) {
    button.setAttribute('data-newsdesk-heading', '');
  }
}

function isHidden(element: DomElement): boolean {
  return (
    element.getAttribute('hidden') !== null ||
    element.getAttribute('aria-hidden') === 'true' ||
    /display\s*:\s*none/i.test(element.getAttribute('style') ?? '')
  );
}

/** A heading, or something around nothing but one, says what the panel after it holds. */
function isUnderHeading(panel: DomElement): boolean {
  const before = panel.previousElementSibling;
  if (before === null) return false;
  if (HEADING.test(before.tagName) || before.getAttribute('aria-expanded') !== null) return true;
  const [only, ...others] = [...before.children];
  return (
    only !== undefined &&
    others.length < 2 &&
    (HEADING.test(only.tagName) || only.getAttribute('aria-expanded') !== null)
  );
}

/** A button or a label that asks what the panel after it answers. */
function isAsking({ tagName, textContent }: DomElement): boolean {
  return /^(?:BUTTON|LABEL)$/.test(tagName) && /[?？]$/u.test(oneLine(textContent ?? ''));
}

function show(panel: DomElement): void {
  for (const name of ['hidden', 'aria-hidden', 'style']) panel.removeAttribute(name);
}
