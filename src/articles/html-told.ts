import type { DocumentText } from '../documents/block.js';
import { plainDocument } from '../documents/plain-blocks.js';
import { tidyParagraphs } from '../text/clean.js';
import type { DomDocument } from './dom.js';
import { decodeEntities } from './entities.js';
import { linkedData, linkedObjects } from './linked-data.js';

/** The article's text as JSON-LD or microdata that nobody sees gives it. */
export function toldBody(document: DomDocument): string {
  const linked = linkedData(document);
  const bodies = linkedObjects(document).map((each) => bodyIn(each['articleBody']));
  const [only, ...others] = bodies.filter((body) => body !== undefined);
  const inMeta = document.querySelector('meta[itemprop=articleBody]')?.getAttribute('content');
  const texts = [bodyIn(linked['articleBody']), bodyIn(linked['text']), bodyIn(inMeta)];
  const said = texts.find((text) => text !== undefined);
  return said ?? (others.length === 0 ? only : undefined) ?? '';
}

/** Some give a paragraph after the other. */
function bodyIn(value: unknown): string | undefined {
  const parts = [value].flat().filter((part) => typeof part === 'string');
  const body = parts.join('\n\n');
  return body.trim() === '' ? undefined : body;
}

/** An `articleBody` is plain text, or HTML, which some escape once more. */
export function toldContent(told: string, fromHtml: (html: string) => DocumentText): DocumentText {
  const body = decodeEntities(told) ?? told;
  return /<(?:p|br|div|h[1-6])\b/i.test(body)
    ? fromHtml(body)
    : plainDocument(tidyParagraphs(/\n\s*\n/.test(body) ? body : body.replace(/\n/g, '\n\n')));
}

const INERT =
  'script[type="text/template"], script[type="text/html"], script[type="text/x-template"]';
/** Where an article stands; elsewhere such scripts hold dialogs. */
const POST =
  'article, main, [itemprop*=articleBody], [class*=post-], [class*=article], [class*=entry]';

/** HTML that a script puts in an article's place later, unless there are gaps for it to fill. */
export function inertText(document: DomDocument): string {
  const texts = [...document.querySelectorAll(INERT)]
    .filter((script) => !/^(?:BODY|HTML)$/.test(script.closest(POST)?.tagName ?? 'BODY'))
    .map((script) => script.textContent ?? '')
    .filter((text) => /<p[\s>]/i.test(text) && !/\{\{|<%|\$\{/.test(text));
  return texts.reduce((longest, text) => (text.length > longest.length ? text : longest), '');
}
