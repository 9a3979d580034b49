import { candidatesOf } from '../answering/confidence/evidence.js';
import type { Judgement } from '../answering/judge.js';
import { askedFor } from '../answering/asked/question.js';
import { lacksSecond } from '../answering/confidence/named-as.js';
import { asksYesNo, lacksKind } from '../answering/confidence/standing.js';
import type { Query } from '../retrieval/query.js';
import { indexOfSentence, indexOfTitle, type TextIndex } from '../retrieval/text-index.js';
import type { PassageRecord, SentenceRecord } from '../store/store.js';
import { isStopWord } from '../text/stop-words.js';
import { wordsOf } from '../text/words.js';
import type { Exchange } from './exchange.js';

/** A way to understand a follow-up, with what the article came to. */
export interface Judged {
  readonly query: Query;
  readonly judgement: Judgement;
}

/**
 * From these odds on, and so far ahead of every other sentence, words that were read are the answer. Set
 * by hand, and flat down to 1.5 and 2: of 320 follow-ups, the development set's and our own, five that
 * were refused are right so and none is wrong.
 */
const CLEAR = 3;
const AHEAD = 2.5;

interface Read {
  readonly passage: PassageRecord;
  readonly sentence: SentenceRecord;
  readonly odds: number;
}

/**
 * The sentence that reading alone is sure of, in whatever words it says what is asked, if it has the
 * kind of thing asked for and is of what the question's pronoun stands for.
 */
export function clearlyRead(
  judged: readonly Judged[],
  about: string | undefined,
  last?: Pick<Exchange, 'understood' | 'answer'>,
): { readonly passage: PassageRecord; readonly units: readonly SentenceRecord[] } | undefined {
  const clear = judged.flatMap(({ query, judgement }) => {
    if (asksYesNo(query.words)) return [];
    const [best, next] = spansOf(judgement);
    if (best === undefined || best.odds < CLEAR) return [];
    if (next !== undefined && best.odds - next.odds < AHEAD) return [];
    if (last !== undefined && isSaidBefore(best, judgement, last)) return [];
    const shown = indexOfSentence(best.sentence);
    const lacks =
      lacksKind(judgement.asked, [shown], query) ||
      lacksSecond(query.words, [shown], indexOfTitle(best.passage.path.join('. ')));
    return lacks || !isOf(best, shown, about) ? [] : [best];
  });
  const [best] = clear.toSorted((a, b) => b.odds - a.odds);
  return best === undefined ? undefined : { passage: best.passage, units: [best.sentence] };
}

/** "What time?" after "when is the fair?" asks for more than the date that was told. */
function isSaidBefore(
  { sentence }: Read,
  { asked }: Judgement,
  { understood, answer }: Pick<Exchange, 'understood' | 'answer'>,
): boolean {
  if (answer === null || sentence.start < answer.start || sentence.end > answer.end) return false;
  return asked.kind !== 'thing' && asked.kind === askedFor(wordsOf(understood)).kind;
}

/** Likeliest first. */
function spansOf({ readings }: Judgement): Read[] {
  return [...(readings ?? [])]
    .flatMap(([passage, reading]) =>
      reading.flatMap((span, at) => {
        const sentence = passage.sentences[at];
        return span === undefined || sentence === undefined
          ? []
          : [{ passage, sentence, odds: span.odds }];
      }),
    )
    .sort((a, b) => b.odds - a.odds);
}

/** It has a word of what is spoken of, or a heading above it does, or it names nothing else. */
function isOf({ passage }: Read, shown: TextIndex, about: string | undefined): boolean {
  if (about === undefined) return true;
  const stems = wordsOf(about)
    .filter(({ text }) => !isStopWord(text))
    .map(({ stem }) => stem);
  const headings = indexOfTitle(passage.path.join('. '));
  return (
    stems.some((stem) => shown.positions.has(stem) || headings.positions.has(stem)) ||
    candidatesOf(shown).every(({ kind }) => kind !== 'person' && kind !== 'name')
  );
}
