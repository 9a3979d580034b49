import type { Verdict } from '../answering/answer.js';
import { answerTextOf } from '../answering/answer-text.js';
import { contentWords } from '../retrieval/terms.js';
import { wordsOf } from '../text/words.js';
import type { Reading } from './reading.js';
import type { Topic } from './topic.js';

/** Sentences behind one that only says the question's words which are shown with it. */
const FOLLOWING = 2;

/**
 * To "the lamp is off" a guide's own line, "The lamp is off.", answers nothing: what follows it in the
 * same block does.
 */
export function withWhatFollows(
  verdict: Verdict,
  { words }: Reading,
  { passages, articleId }: Topic,
): Verdict {
  const { answer } = verdict;
  if (answer?.articleId !== articleId || answer.units.length !== 1) return verdict;
  const said = new Set(words.map(({ stem }) => stem));
  const own = contentWords(wordsOf(answer.text)).filter(({ stem }) => !said.has(stem));
  // "It leaves stripes of dust" says hardly more than "it leaves stripes".
  if (own.length > 1 || words.some(({ text }) => ASKS.has(text))) return verdict;
  const passage = passages.find(({ start, end }) => start <= answer.start && end >= answer.end);
  const at = passage?.sentences.findIndex(({ start }) => start === answer.start) ?? -1;
  const line = passage?.sentences[at];
  if (passage === undefined || line?.kind !== 'sentence') return verdict;
  const following = passage.sentences
    .slice(at + 1, at + 1 + FOLLOWING)
    .filter(({ block, kind }) => block === line.block && kind === 'sentence');
  if (following.length === 0) return verdict;
  return { ...verdict, answer: answerTextOf(passage, [line, ...following]) };
}

/** A question is no line of a guide. */
const ASKS = new Set('who whom whose what which when where why how any'.split(' '));
