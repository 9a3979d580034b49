import type { PassageRecord, SentenceRecord } from '../store/store.js';
import { impliedStems } from '../text/calendar.js';
import { wordsOf, type Word } from '../text/words.js';

/** A text's words, and where each stem stands among them. */
export interface TextIndex {
  readonly words: readonly Word[];
  readonly positions: ReadonlyMap<string, readonly number[]>;
  /** Stems of the days and months that it means and does not say: Wednesday of "Mon–Fri". */
  readonly implied: ReadonlySet<string>;
}

const indexes = new WeakMap<object, TextIndex>();
const titles = new Map<string, TextIndex>();
const TITLES_KEPT = 2_000;

export function indexText(text: string): TextIndex {
  return indexWords(wordsOf(text));
}

/** Kept beside the sentence for as long as the store keeps it. */
export function indexOfSentence(sentence: SentenceRecord): TextIndex {
  return remembered(sentence, () => indexText(sentence.reading));
}

/** The sentences that may answer, as one text. */
export function indexOfPassage(passage: PassageRecord): TextIndex {
  return remembered(passage, () =>
    indexWords(passage.sentences.flatMap((sentence) => indexOfSentence(sentence).words)),
  );
}

export function indexOfTitle(title: string): TextIndex {
  let index = titles.get(title);
  if (index === undefined) {
    if (titles.size >= TITLES_KEPT) titles.clear();
    index = indexText(title);
    titles.set(title, index);
  }
  return index;
}

/** What only the passages that are looked at more closely need is made when it is asked for. */
function indexWords(words: readonly Word[]): TextIndex {
  let positions: ReadonlyMap<string, readonly number[]> | undefined;
  let implied: ReadonlySet<string> | undefined;
  return {
    words,
    get positions() {
      return (positions ??= positionsOf(words));
    },
    get implied() {
      return (implied ??= impliedStems(words));
    },
  };
}

function positionsOf(words: readonly Word[]): ReadonlyMap<string, readonly number[]> {
  const positions = new Map<string, number[]>();
  words.forEach((word, position) => {
    const known = positions.get(word.stem);
    if (known === undefined) positions.set(word.stem, [position]);
    else known.push(position);
  });
  return positions;
}

function remembered(key: object, make: () => TextIndex): TextIndex {
  let index = indexes.get(key);
  if (index === undefined) {
    index = make();
    indexes.set(key, index);
  }
  return index;
}
