import type { Query } from '../../retrieval/query.js';
import { contentWords, presence } from '../../retrieval/terms.js';
import { indexText } from '../../retrieval/text-index.js';
import type { StoredArticle } from '../../store/store.js';
import type { Span } from '../../text/span.js';
import { wordsOf } from '../../text/words.js';
import type { AnswerText } from '../answer.js';
import { shownAs, unitsUnder, type HeadedSection } from './headed-sections.js';
import { LONGEST_WHOLE } from './structure.js';

/** "Who is Hanne Lykke?", "what is the deposit?": what a name stands for. */
export function asksWhatIs({ words }: Pick<Query, 'words'>): boolean {
  const [first, second] = words.map(({ text }) => text);
  return (
    (first === 'who' || first === 'what') && (second === 'is' || second === 'was' || second === 's')
  );
}

/**
 * What stands under the heading that is the very name asked for. Undefined if there is none, or the
 * best sentence, at `best`, stands there already.
 */
export function namedSection(
  query: Query,
  article: Pick<StoredArticle, 'id' | 'text' | 'blocks'>,
  sections: readonly HeadedSection[],
  best: Span | undefined,
): AnswerText | undefined {
  if (!asksWhatIs(query)) return undefined;
  const { text, blocks } = article;
  const section = sections.find(({ words }) => isNamedSo(query, words));
  if (section === undefined) return undefined;
  if (best !== undefined && best.start >= section.start && best.end <= section.end)
    return undefined;
  const isShort = section.end - section.start <= LONGEST_WHOLE;
  const to = isShort ? section.to : section.at + 2;
  const units = unitsUnder(text, blocks, { at: section.at, to });
  const [first] = units;
  const last = units.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return shownAs(article, units, { start: first.start, end: last.end, path: [section.words] });
}

/** Both say the same, but for small words. */
function isNamedSo({ terms, stems }: Query, heading: string): boolean {
  const index = indexText(heading);
  return (
    terms.length > 0 &&
    terms.every((term) => presence(term, index) === 1) &&
    contentWords(wordsOf(heading)).every(({ stem }) => stems.has(stem))
  );
}
