import { asksYesNo } from '../answering/confidence/standing.js';
import { askedFor } from '../answering/asked/question.js';
import { LONGEST_WHOLE } from '../answering/sections/structure.js';
import { presence, termsOf } from '../retrieval/terms.js';
import { indexOfTitle, indexText } from '../retrieval/text-index.js';
import type { PassageRecord, SentenceRecord } from '../store/store.js';
import { isAsked } from '../passages/sections.js';
import { isStopWord } from '../text/stop-words.js';
import { wordsOf, type Word } from '../text/words.js';
import { withoutEnd } from './ending.js';
import { paraphrases } from './paraphrase.js';
import type { Reading } from './reading.js';
import { isCondition } from './rewrite.js';
import type { Topic } from './topic.js';

export interface SectionAtHand {
  readonly passage: PassageRecord;
  readonly units: readonly SentenceRecord[];
  /** Heading and question have the same words. */
  readonly isSame: boolean;
}

/** They ask for what a section says, and not about what. */
const ASKS = new Set(
  `need needs happen happens happened get gets know do does did go goes want tell explain work works mean
  means should must thing things say says`.split(/\s+/u),
);
/** So many of the first units of a section are shown if it is long. */
const FIRST = 2;

/**
 * To "what do I need to bring?" or "what happens on my first visit?" what stands in the article's only
 * section whose heading has all that the question asks about, whatever the section's own words are.
 */
export function sectionAtHand(
  { form, words, content, pronoun }: Reading,
  { passages }: Topic,
): SectionAtHand | undefined {
  if (form !== 'whole' || pronoun !== undefined || asksYesNo(words)) return undefined;
  if (askedFor(words).kind !== 'thing' || !ASKING.has(words[0]?.text ?? '')) return undefined;
  const asked = content.filter(({ text }) => !ASKS.has(text));
  if (asked.length === 0) return undefined;
  const terms = termsOf(asked, new Map(), 1);
  const headed = passages.filter(({ path }) => {
    const heading = indexOfTitle(path.at(-1) ?? '');
    return terms.every((term) => presence(term, heading) === 1);
  });
  const [passage, ...others] = headed;
  const heading = passage?.path.at(-1);
  if (passage === undefined || heading === undefined) return undefined;
  if (others.some(({ path }) => path.join('\n') !== passage.path.join('\n'))) return undefined;
  const { sentences } = passage;
  const [first] = sentences;
  const last = sentences.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const isShort = others.length === 0 && last.end - first.start <= LONGEST_WHOLE;
  const own = indexText(asked.map(({ text }) => text).join(' '));
  const isSame = wordsOf(heading)
    .filter(saysSomething)
    .every(({ stem }) => own.positions.has(stem));
  return { passage, units: isShort ? sentences : sentences.slice(0, FIRST), isSame };
}

/** "What happens if my dog falls ill?", "What if I am late?" */
const ASKS_IF = /\b(?:if|when)\b/iu;

/**
 * To "and if it gets sick?" what stands below the article's only question that has that condition, in
 * these words or in others for the same.
 */
export function conditionAtHand(reading: Reading, { passages }: Topic): SectionAtHand | undefined {
  if (!isCondition(reading)) return undefined;
  const said = { text: reading.text, carried: new Set<string>() };
  const ways = [said, ...paraphrases(said, passages)].map(({ text }) =>
    termsOf(
      wordsOf(text).filter((word) => !isStopWord(word.text) && !ASKS.has(word.text)),
      new Map(),
      1,
    ),
  );
  const headed = passages.filter(({ path }) => {
    const heading = path.at(-1) ?? '';
    const index = indexOfTitle(heading);
    return (
      isAsked(heading) &&
      ASKS_IF.test(heading) &&
      ways.some((terms) => terms.length > 0 && terms.every((term) => presence(term, index) === 1))
    );
  });
  const [passage, another] = headed;
  if (passage === undefined || another !== undefined) return undefined;
  return { passage, units: passage.sentences.slice(0, FIRST), isSame: true };
}

const ASKS_WHERE = /^where (?:is|are) (?:it|you|they|that|this)(?: located| based)?$/iu;
const TELLS_WHERE =
  /^(?:where (?:we are|to find us|it is|you find us)|location|address|getting (?:here|there)|(?:how to )?find(?:ing)? us|how to (?:get|find|reach) (?:us|here|there)|directions|venue)$/iu;

/** To "where is it?" or "where are you?" the article's only section that is headed as telling that. */
export function placeAtHand({ text }: Reading, { passages }: Topic): SectionAtHand | undefined {
  if (!ASKS_WHERE.test(withoutEnd(text))) return undefined;
  const [passage, another] = passages.filter(({ path }) => TELLS_WHERE.test(path.at(-1) ?? ''));
  if (passage === undefined || another !== undefined) return undefined;
  return { passage, units: passage.sentences.slice(0, FIRST), isSame: true };
}

const ASKING = new Set('what how'.split(' '));

function saysSomething({ text }: Word): boolean {
  return !isStopWord(text) && !ASKS.has(text);
}
