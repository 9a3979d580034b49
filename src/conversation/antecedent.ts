import { candidatesOf } from '../answering/confidence/evidence.js';
import { askedFor } from '../answering/asked/question.js';
import { indexOfSentence, indexText } from '../retrieval/text-index.js';
import { wordsOf } from '../text/words.js';
import { asksWhoIs, namesIn, PERSONAL } from './person.js';
import { wholeName } from './written-name.js';
import type { Topic } from './topic.js';

const SAYS: Readonly<Record<'he' | 'she', ReadonlySet<string>>> = {
  he: new Set('he his him'.split(' ')),
  she: new Set('she her hers'.split(' ')),
};

/** Sentences before the one with "she" in which whom it means is looked for. */
const BEFORE = 3;

/**
 * Whom the last answer means by "she", if a person was asked for and it names none: the name that
 * the nearest sentence before that word has. Undefined if it says no such word.
 */
export function antecedent(kind: 'he' | 'she', { last, passages }: Topic): string | undefined {
  const { answer, understood } = last;
  if (answer === null || askedFor(wordsOf(understood)).kind !== 'person') return undefined;
  const question = indexText(understood);
  if (asksWhoIs(understood, namesIn(understood, question, PERSONAL)[0])) return undefined;
  const index = indexText(answer.text);
  const said = index.words.find(({ text }) => SAYS[kind].has(text));
  if (said === undefined) return undefined;
  if (candidatesOf(index).some((candidate) => candidate.kind === 'person')) return undefined;
  const before = passages
    .flatMap(({ sentences }) => sentences)
    .filter(({ end }) => end <= answer.start + said.start)
    .slice(-BEFORE);
  for (const sentence of before.reverse()) {
    const { words } = indexOfSentence(sentence);
    for (const { kind: sort, first, last: end } of candidatesOf(indexOfSentence(sentence))) {
      if (sort !== 'person' && sort !== 'name') continue;
      const name = sentence.reading.slice(words[first]?.start, words[end]?.end);
      const whole = wholeName(name, passages);
      if (sort === 'person' || wordsOf(whole).length > 1) return whole;
    }
  }
  return undefined;
}
