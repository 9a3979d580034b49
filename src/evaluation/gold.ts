import { wordsOf } from '../text/words.js';
import type { Gold, GoldAnswer } from './evaluation-set.js';

/** Compared without case, outer punctuation and articles, as SQuAD's own script does. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[‘’]/gu, "'")
    .replace(/\s+/gu, ' ')
    .replace(/^(?:the|an?)\s+/u, '')
    .replace(/^[^\p{L}\p{N}]+|(?<=[\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, '');
}

/** Whether an answer stands in a text. */
export function holdsAnswer(text: string, answer: GoldAnswer): boolean {
  return text
    .toLowerCase()
    .replace(/[‘’]/gu, "'")
    .replace(/\s+/gu, ' ')
    .includes(plain(answer.text));
}

/** Whether a passage's text is one to find: it holds an answer, or a part of one. */
export function holdsGold(text: string, { answers, shown }: Gold): boolean {
  return answers.some((answer) =>
    shown === 'part'
      ? isPartOf(text, answer) || isPartOf(answer.text, { text })
      : holdsAnswer(text, answer),
  );
}

/** Whether texts that are shown together answer: as `Gold.shown` says. */
export function answersGold(texts: readonly string[], { answers, shown }: Gold): boolean {
  const isShown = (answer: GoldAnswer): boolean => texts.some((text) => holdsAnswer(text, answer));
  switch (shown) {
    case 'any':
      return answers.some(isShown);
    case 'all':
      return answers.every(isShown);
    case 'part':
      return texts.some((text) => answers.some((answer) => isPartOf(text, answer)));
  }
}

/** Whether a passage has anything of an answer: what a question is to be asked without. */
export function overlapsGold(text: string, { answers, shown }: Gold): boolean {
  return answers.some((answer) => {
    if (shown !== 'part') return holdsAnswer(text, answer);
    const own = triples(text);
    const others = new Set(triples(answer.text));
    return own.filter((triple) => others.has(triple)).length > OVERLAP * others.size;
  });
}

/** Share of an answer's word triples that a passage may have by chance. */
const OVERLAP = 0.15;

/** Share of a text's word triples that the answer must have too: lines are joined in many ways. */
const MOSTLY = 0.6;

function isPartOf(text: string, answer: GoldAnswer): boolean {
  const own = triples(text);
  const others = new Set(triples(answer.text));
  return own.length > 0 && own.filter((triple) => others.has(triple)).length >= MOSTLY * own.length;
}

function triples(text: string): string[] {
  const words = wordsOf(text).map(({ text: word }) => word);
  if (words.length < 3) return words.length === 0 ? [] : [words.join(' ')];
  return words
    .slice(2)
    .map((word, index) => `${words[index] ?? ''} ${words[index + 1] ?? ''} ${word}`);
}

/** Whether two texts have the same words. */
export function sameWords(a: string, b: string): boolean {
  const wordsIn = (text: string): string =>
    wordsOf(text)
      .map(({ text: word }) => word)
      .join(' ');
  return wordsIn(a) === wordsIn(b);
}

/** A highlight is right if it contains a gold answer or is contained in one. */
export function isGoldHighlight(highlight: string, answers: readonly GoldAnswer[]): boolean {
  const marked = plain(highlight);
  return answers.some(({ text }) => {
    const gold = plain(text);
    return gold !== '' && marked !== '' && (marked.includes(gold) || gold.includes(marked));
  });
}
