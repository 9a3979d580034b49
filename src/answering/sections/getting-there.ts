import { coverage } from '../../retrieval/coverage.js';
import type { Query } from '../../retrieval/query.js';
import { indexText } from '../../retrieval/text-index.js';
import type { StoredArticle } from '../../store/store.js';
import type { AnswerText } from '../answer.js';
import { shownAs, unitsUnder, type HeadedSection } from './headed-sections.js';
import { LONGEST_WHOLE } from './structure.js';

/** "How do I get to Sorrel Island?", "how can we get there by bus" asks for more than that. */
const ASKS_WAY =
  /^how (?:do|can|would|should|could|does|to) ?(?:i|we|you|one|people)? ?(?:get|travel|come) (?:to|there|here)\b/u;
/** "Getting there", "How to find us", "Directions". */
const TELLS_WAY =
  /^(?:how )?(?:to )?(?:get(?:ting)?|travel(?:ling)?|com(?:e|ing)) (?:here|there|to (?:us|the [\p{L} ]{1,40}|\p{Lu}[\p{L} ]{1,40}))$|^(?:how to )?find(?:ing)? us$|^how to (?:reach us|find (?:it|the way))$|^(?:directions|arrival|arriving|travel directions)$/iu;

/** What of the question the title and the headings above have to have. */
const TOPIC = 0.7;
/** Words of the way that is asked for. */
const WAY = new Set('get travel come there here'.split(' '));

/** Whether a question asks for the way to somewhere. */
export function asksWay({ words }: Pick<Query, 'words'>): boolean {
  return ASKS_WAY.test(words.map(({ text }) => text).join(' '));
}

/**
 * What stands under the article's only heading such as "Getting there", of the place that its title
 * names. Undefined if something else is asked for beside that.
 */
export function wayOf(
  query: Query,
  article: Pick<StoredArticle, 'id' | 'title' | 'text' | 'blocks'>,
  sections: readonly HeadedSection[],
): AnswerText | undefined {
  if (!asksWay(query)) return undefined;
  const [section, another] = sections.filter(({ words }) => TELLS_WAY.test(words.trim()));
  if (section === undefined || another !== undefined) return undefined;
  const terms = query.terms.filter(({ text }) => !WAY.has(text));
  const names = `${article.title}\n${section.words}\n${section.under ?? ''}`;
  if (terms.length > 0 && coverage(terms, indexText(names)) < TOPIC) return undefined;
  const isShort = section.end - section.start <= LONGEST_WHOLE;
  const to = isShort ? section.to : section.at + 2;
  const units = unitsUnder(article.text, article.blocks, { at: section.at, to });
  const [first] = units;
  const last = units.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return shownAs(article, units, { start: first.start, end: last.end, path: [section.words] });
}
