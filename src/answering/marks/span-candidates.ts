import { isStopWord } from '../../text/stop-words.js';
import type { TextIndex } from '../../retrieval/text-index.js';
import { candidatesOf, type Candidate } from '../confidence/evidence.js';

export type SpanKind = Candidate['kind'] | 'chunk';

/** Words of a sentence that may be the answer: one stretch, or the names of a list. */
export interface SpanCandidate {
  readonly kind: SpanKind;
  /** In order; indexes into the sentence's words, both included. */
  readonly stretches: readonly Stretch[];
}

export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** Names, lists of names, dates and numbers that the question does not say, and chunks of words. */
export function spanCandidates(
  text: TextIndex,
  questionStems: ReadonlySet<string>,
): SpanCandidate[] {
  const typed = candidatesOf(text)
    .filter(({ first, last }) =>
      text.words.slice(first, last + 1).some(({ stem }) => !questionStems.has(stem)),
    )
    .sort((a, b) => a.first - b.first);
  const isTyped = (at: number): boolean =>
    typed.some(({ first, last }) => first <= at && at <= last);
  const chunks = chunksOf(
    text,
    (at) => isTyped(at) || questionStems.has(text.words[at]?.stem ?? ''),
  );
  return [
    ...lists(typed, text),
    ...chunks.map((chunk) => ({ kind: 'chunk' as const, stretches: [chunk] })),
  ];
}

/** Between the names of a list: "Sergei Lavrov, and Deputy Prime Minister Alexander Novak". */
const LIST_GAP = 3;

/** Names that follow one another with nothing but commas, "and" and titles between them. */
function lists(candidates: readonly Candidate[], { words }: TextIndex): SpanCandidate[] {
  const groups: Candidate[][] = [];
  for (const candidate of candidates) {
    const group = groups.at(-1);
    const previous = group?.at(-1);
    const between = previous === undefined ? [] : words.slice(previous.last + 1, candidate.first);
    const joined =
      previous !== undefined &&
      isName(previous) &&
      isName(candidate) &&
      between.length <= LIST_GAP &&
      between.every(({ text, capitalised }) => capitalised || text === 'and' || text === 'or');
    if (joined) group?.push(candidate);
    else groups.push([candidate]);
  }
  return groups.flatMap((stretches) => {
    const kind = stretches[0]?.kind;
    return kind === undefined ? [] : [{ kind, stretches }];
  });
}

function isName({ kind }: Candidate): boolean {
  return kind !== 'date' && kind !== 'number';
}

/** Words that follow one another without punctuation, none of them a stop word or excluded. */
function chunksOf({ words }: TextIndex, isExcluded: (at: number) => boolean): Stretch[] {
  const chunks: { first: number; last: number }[] = [];
  words.forEach(({ text, start }, at) => {
    if (isStopWord(text) || isExcluded(at)) return;
    const chunk = chunks.at(-1);
    const before = words[at - 1];
    const goesOn = before !== undefined && chunk?.last === at - 1 && start - before.end <= 1;
    if (goesOn) chunk.last = at;
    else chunks.push({ first: at, last: at });
  });
  return chunks;
}
