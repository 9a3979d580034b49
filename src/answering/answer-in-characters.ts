import { candidatesByWords } from '../retrieval/candidates-by-words.js';
import { shownPassage } from '../retrieval/rank.js';
import type { PassageRecord, SentenceRecord } from '../store/store.js';
import { words as pairsOf } from '../text/index-words.js';
import { hasCharacters } from '../text/unspaced.js';
import { answerTextOf } from './answer-text.js';
import type { Verdict } from './answer.js';
import type { AskContext, QuestionOptions } from './ask.js';
import { MIN_CONFIDENCE } from './coefficients.js';
import {
  isAskedInCharacters,
  isSingle,
  readInCharacters,
  type AskedWord,
  type CharacterQuestion,
} from './question-in-characters.js';

/** How sure an answer is whose sentence has all words of the question, and one that has none. */
const SUREST = 0.9;
const LEAST_SURE = 0.6;
/** A sentence that has less of what is asked is meant by its neighbours only. */
const LEAST_SHARE = 1 / 3;
/** What the pairs between words say beside the words. */
const BETWEEN = 0.3;
const SHOWN = 8;

/**
 * Answers a question in Chinese or Japanese, which the models do not read, by the pairs of
 * characters that it shares with a sentence. All that is named must stand in the passage, its
 * headings or its title: no spelling or meaning stands for it. Undefined if no passage has any of it.
 */
export async function answerInCharacters(
  { store, minConfidence = MIN_CONFIDENCE }: Pick<AskContext, 'store' | 'minConfidence'>,
  message: string,
  { scope, articleId }: QuestionOptions,
): Promise<Verdict | undefined> {
  const question = readInCharacters(message);
  const pairs = [...new Set(pairsOf(message))];
  const records = await candidatesByWords(store, scope, pairs, articleId);
  const scored = records
    .filter(({ text }) => hasCharacters(text))
    .map((record) => ({ record, score: shareOf(question.words, pairs, wholeText(record)) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  if (scored.length === 0) return undefined;
  const passages = scored.slice(0, SHOWN).map(({ record, score }) => shownPassage(record, score));
  const lookedFor = question.words.map(({ text }) => text);
  const refusal: Verdict = { kind: 'unanswered', confidence: 0, answer: null, passages, lookedFor };
  if (!isAskedInCharacters(message)) return { ...refusal, kind: 'search' };
  const [best] = scored
    .flatMap(({ record, score }) => {
      const found = likeliest(question, pairs, record);
      return found === undefined ? [] : [{ record, score, ...found }];
    })
    .sort((a, b) => b.score + b.share - (a.score + a.share));
  if (best === undefined) return refusal;
  const confidence = LEAST_SURE + (SUREST - LEAST_SURE) * best.share;
  if (confidence < minConfidence) return { ...refusal, confidence };
  const answer = answerTextOf(best.record, [best.sentence]);
  const shown = passages.find(
    ({ articleId, start }) => articleId === answer.articleId && start === answer.passageStart,
  );
  const ordered = shown && [shown, ...passages.filter((passage) => passage !== shown)];
  return { kind: 'answer', confidence, answer, passages: ordered ?? passages, lookedFor };
}

/** The sentence with most of what is asked, if its passage names all that is asked about. */
function likeliest(
  { words, kind }: CharacterQuestion,
  pairs: readonly string[],
  record: PassageRecord,
): { readonly sentence: SentenceRecord; readonly share: number } | undefined {
  const whole = folded(wholeText(record));
  if (words.some(({ text, isDeed }) => !isDeed && !isSingle(text) && !has(whole, text))) {
    return undefined;
  }
  const deeds = words.filter(({ isDeed }) => isDeed);
  const [best] = record.sentences
    .filter(({ reading }) => !/[?？]\s*$/u.test(reading) && kind?.test(reading) !== false)
    .filter(({ reading }) => deeds.every(({ text }) => tells(folded(reading), text)))
    .map((sentence) => ({ sentence, share: shareOf(words, pairs, sentence.reading) }))
    .sort((a, b) => b.share - a.share);
  return best !== undefined && best.share >= LEAST_SHARE ? best : undefined;
}

/** The same word, or one that is written with a character of it: 修好 for 修理. */
function tells(sentence: string, deed: string): boolean {
  return Array.from(deed).some((character) => sentence.includes(character));
}

/** Of a number, or a word in another script, not only a part. */
function has(text: string, word: string): boolean {
  if (hasCharacters(word)) return text.includes(word);
  const own = new Set(pairsOf(text));
  return pairsOf(word).every((each) => own.has(each));
}

/** How much of a question's words a text has, and of the pairs that they make side by side. */
function shareOf(words: readonly AskedWord[], pairs: readonly string[], text: string): number {
  const own = new Set(pairsOf(text));
  const met = (each: readonly string[]): number =>
    each.filter((pair) => own.has(pair)).length / Math.max(1, each.length);
  let sum = BETWEEN * met(pairs);
  let all = BETWEEN;
  for (const { text: word, weight } of words) {
    sum += weight * (isSingle(word) ? Number(text.includes(word)) : met(pairsOf(word)));
    all += weight;
  }
  return sum / all;
}

function wholeText({ title, path, text }: PassageRecord): string {
  return [title, ...path, text].join('\n');
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
