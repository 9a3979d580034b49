import type { AnswerText } from '../answering/answer.js';
import { answerTextOf } from '../answering/answer-text.js';
import { candidatesOf } from '../answering/confidence/evidence.js';
import { indexOfSentence, indexOfTitle } from '../retrieval/text-index.js';
import type { PassageRecord, SentenceRecord } from '../store/store.js';
import type { Span } from '../text/span.js';
import { PERSONAL } from './person.js';
import type { Reading } from './reading.js';
import type { Topic } from './topic.js';

const ASKS =
  /^who(?:m)? (?:do|should|can|must|could|would) (?:i|we|one|you) (?:ask|contact|talk|speak|write|call|turn|go|message|e-?mail|tell|see|report)\b/iu;
const ASKING = new Set(
  `ask contact talk speak write call turn go message email e mail tell see report question questions
  problem problems`.split(/\s+/u),
);
/** "Book it with Dana", "questions to Mr Bell", "tell Ida Krog". */
const LEADS_TO =
  /\b(?:ask|contact|call|ring|phone|e-?mail|mail|message|see|tell|(?:write|talk|speak|turn|report|go|questions?) (?:to|with)|(?:book|arrange|sign up|register|speak|talk|leave|check)(?: \p{L}{1,12}){0,4} with)\s(?=@?\p{Lu}|@)/iu;

/**
 * To "who do I ask about the course?" the only sentence that sends people to somebody by name, and
 * has all that the question names, itself or in the heading above it.
 */
export function personToAsk(
  { text, content }: Reading,
  { passages }: Topic,
): { readonly passage: PassageRecord; readonly answer: AnswerText } | undefined {
  if (!ASKS.test(text)) return undefined;
  const things = content.filter((word) => !ASKING.has(word.text));
  if (things.length === 0) return undefined;
  const found = passages.flatMap((passage) => {
    const heading = indexOfTitle(passage.path.at(-1) ?? '');
    return passage.sentences.flatMap((sentence, at) => {
      const somebody = sentTo(sentence);
      if (somebody === undefined) return [];
      const about = [sentence, passage.sentences[at - 1]].flatMap((each) =>
        each === undefined ? [] : [indexOfSentence(each)],
      );
      const has = things.every(({ stem }) =>
        [heading, ...about].some(({ positions }) => positions.has(stem)),
      );
      return has ? [{ passage, answer: answerTextOf(passage, [sentence], [somebody]) }] : [];
    });
  });
  const [only] = found;
  return found.every(({ answer }) => answer.start === only?.answer.start) ? only : undefined;
}

function sentTo(sentence: SentenceRecord): Span | undefined {
  const { text, start } = sentence;
  const match = LEADS_TO.exec(text);
  if (match === null) return undefined;
  const from = match.index + match[0].length;
  const handle = /^@\w(?:[\w.-]{0,38}\w)?/u.exec(text.slice(from));
  if (handle !== null) return { start: start + from, end: start + from + handle[0].length };
  const index = indexOfSentence(sentence);
  const name = candidatesOf(index).find(
    ({ kind, first }) => PERSONAL.has(kind) && index.words[first]?.start === from,
  );
  const end = index.words[name?.last ?? -1]?.end;
  return end === undefined ? undefined : { start: start + from, end: start + end };
}
