import { hasWords } from '../text/clean.js';
import type { DomDocument } from './dom.js';
import { ASKED, blocksOf } from './html-blocks.js';
import { comparable, firstSentence } from './html-lead.js';
import { isOfType, linkedObjects, type Fields } from './linked-data.js';

/** A question of a schema.org FAQPage, and its answer as HTML. */
export interface FaqEntry {
  readonly question: string;
  readonly answer: string;
}

const FAQ_PAGE = /^(?:https?:\/\/schema\.org\/)?FAQPage$/;

/** What a page that calls itself an FAQPage in its JSON-LD says that it answers, in order. */
export function faqEntries(document: DomDocument): FaqEntry[] {
  return linkedObjects(document)
    .filter((each) => isOfType(each, FAQ_PAGE))
    .flatMap((page) => [page['mainEntity']].flat())
    .flatMap((entity) => entryOf(entity) ?? []);
}

function entryOf(entity: unknown): FaqEntry | undefined {
  if (typeof entity !== 'object' || entity === null) return undefined;
  const { name, acceptedAnswer } = entity as Fields;
  const [answer] = [acceptedAnswer].flat();
  if (typeof answer !== 'object' || answer === null) return undefined;
  const { text } = answer as Fields;
  const isWhole = typeof name === 'string' && typeof text === 'string';
  return isWhole && hasWords(name) && hasWords(text) ? { question: name, answer: text } : undefined;
}

/** Marks the blocks that are one of the questions, whatever elements the page writes them with. */
export function markQuestions(document: DomDocument, entries: readonly FaqEntry[]): void {
  if (entries.length === 0 || document.body === null) return;
  const asked = new Set(entries.map(({ question }) => comparable(question)));
  for (const { element } of blocksOf(document.body)) {
    if (!/^(?:P|DIV|SECTION)$/.test(element.tagName)) continue;
    if (asked.has(comparable(element.textContent ?? ''))) element.setAttribute(ASKED, '');
  }
}

/**
 * HTML of the entries whose answers are not in the text that was read, since some pages fetch them
 * once somebody opens a question.
 */
export function missingEntries(entries: readonly FaqEntry[], read: string): string {
  const known = comparable(read);
  return entries
    .filter(({ answer }) => {
      const words = withoutTags(answer);
      return !known.includes(firstSentence(words) ?? comparable(words));
    })
    .map(({ question, answer }) => `<h3>${withoutTags(question)}</h3><div>${answer}</div>`)
    .join('');
}

function withoutTags(html: string): string {
  return html.replace(/<[^<>]*>/g, ' ').replace(/</g, '&lt;');
}
