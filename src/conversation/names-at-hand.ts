import type { AnswerText } from '../answering/answer.js';
import { answerTextOf } from '../answering/answer-text.js';
import { candidatesOf } from '../answering/confidence/evidence.js';
import { indexOfSentence, indexText } from '../retrieval/text-index.js';
import type { PassageRecord } from '../store/store.js';
import { withoutEnd } from './ending.js';
import { PERSONAL } from './person.js';
import type { Reading } from './reading.js';
import type { Topic } from './topic.js';

const OF_SEVERAL =
  /^(?:what (?:are|were) (?:their|the) (?:first )?names|what (?:are|were) they called|(?:their |the )?names)$/iu;
const OF_ONE =
  /^(?:what(?:['’]?s| is| was) (?:his|her) (?:full |first )?name|what(?:['’]?s| is| was) s?he called|(?:his|her) name)$/iu;

/**
 * "What are their names?" of what was just told, "two daughters, Signe and Liv": the only sentence of
 * the last answer with names that the question before did not say, and these marked.
 */
export function namesAtHand(
  { text }: Reading,
  { passages, last: { answer, understood, about } }: Topic,
): { readonly passage: PassageRecord; readonly answer: AnswerText } | undefined {
  const said = withoutEnd(text);
  const ofSeveral = OF_SEVERAL.test(said);
  if (answer === null || !(ofSeveral || OF_ONE.test(said))) return undefined;
  const known = indexText(`${understood} ${about ?? ''}`).positions;
  const found = passages.flatMap((passage) =>
    passage.sentences
      .filter((sentence) => answer.units.some(({ start }) => start === sentence.start))
      .flatMap((sentence) => {
        const index = indexOfSentence(sentence);
        const names = candidatesOf(index)
          .filter(({ kind }) => PERSONAL.has(kind))
          .filter(({ first, last }) =>
            index.words.slice(first, last + 1).every(({ stem }) => !known.has(stem)),
          )
          .map(({ first, last }) => ({
            start: sentence.start + (index.words[first]?.start ?? 0),
            end: sentence.start + (index.words[last]?.end ?? 0),
          }));
        const isAsked = ofSeveral ? names.length > 1 : names.length === 1;
        return isAsked ? [{ passage, answer: answerTextOf(passage, [sentence], names) }] : [];
      }),
  );
  const [only] = found;
  return found.every((each) => each.answer.start === only?.answer.start) ? only : undefined;
}
