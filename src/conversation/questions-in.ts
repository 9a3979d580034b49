import { wordsOf } from '../text/words.js';

/** Questions of one message that are answered at most. */
export const MOST_QUESTIONS = 4;

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
const ASKING = new Set(
  `who whom whose what which when where why how is are was were do does did can could will would
  should has have had may must`.split(/\s+/u),
);
/** Shorter ones go with the question beside them: "Really?", "No?". */
const FEWEST_WORDS = 2;

/**
 * The questions of a message, in order: the message itself if it holds no more than one and is
 * no longer than `longest` characters. None if a longer one holds no question at all.
 */
export function questionsIn(message: string, longest: number): string[] {
  const text = message.trim();
  const sentences = text
    .split(/\n+/u)
    .flatMap((line) => Array.from(segmenter.segment(line), ({ segment }) => segment.trim()));
  const questions = sentences.filter(isQuestion).filter(({ length }) => length <= longest);
  if (questions.length > 1) return questions.slice(0, MOST_QUESTIONS);
  return text.length <= longest ? [text] : questions;
}

function isQuestion(sentence: string): boolean {
  const words = wordsOf(sentence);
  if (words.length < FEWEST_WORDS) return false;
  if (/\?["”»)\]]*$/u.test(sentence)) return true;
  return !/[.!:]["”»)\]]*$/u.test(sentence) && ASKING.has(words[0]?.text ?? '');
}
