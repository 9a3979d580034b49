import type { Span } from '../passages/passage.js';
import type { Query } from '../retrieval/query.js';
import type { Term } from '../retrieval/terms.js';
import { indexOfSentence, type TextIndex } from '../retrieval/text-index.js';
import type { WeighedSentence } from './bold.js';
import { evidenceFor, type Candidate } from './evidence.js';
import type { AskedFor } from './question.js';

/**
 * Finds the words of a sentence that answer, as positions in the article; none where it is not
 * clear. A question-answering model can take the place of the rules.
 */
export interface SpanReader {
  read(query: Query, asked: AskedFor, sentence: WeighedSentence): Span[] | Promise<Span[]>;
}

/** A sentence that is less likely to be the answering one is not marked. */
const LEAST_SHARE = 0.6;

/** Rules for names, dates and numbers: they speak where one thing in the sentence fits best. */
export const ruleReader: SpanReader = {
  read(query, asked, { sentence, share }) {
    if (share < LEAST_SHARE || asked.kind === 'place') return [];
    const text = indexOfSentence(sentence);
    const { expected, candidates } = evidenceFor(asked, text, query.stems);
    if (!expected) return [];
    const groups = asked.kind === 'person' ? lists(candidates, text) : candidates.map((c) => [c]);
    const group = clearest(groups, query, asked, text);
    return group.flatMap((candidate) => spanOf(candidate, sentence.start, text));
  },
};

/** Between the names of a list: "Sergei Lavrov, and Deputy Prime Minister Alexander Novak". */
const LIST_GAP = 3;

/** Names that follow one another with nothing but commas, "and" and titles between them. */
function lists(candidates: readonly Candidate[], { words }: TextIndex): Candidate[][] {
  const groups: Candidate[][] = [];
  for (const candidate of candidates) {
    const group = groups.at(-1);
    const previous = group?.at(-1);
    const between = previous === undefined ? [] : words.slice(previous.last + 1, candidate.first);
    const joined =
      previous !== undefined &&
      between.length <= LIST_GAP &&
      between.every(({ text, capitalised }) => capitalised || text === 'and' || text === 'or');
    if (joined) group?.push(candidate);
    else groups.push([candidate]);
  }
  return groups;
}

/** How much nearer to the question's words one must be than the next. */
const CLEARLY_NEARER = 1.8;

/** The only one, the number that stands before what is counted, or what the question's words surround. */
function clearest(
  groups: readonly Candidate[][],
  { terms }: Query,
  { kind, head }: AskedFor,
  text: TextIndex,
): Candidate[] {
  const [only, ...others] = groups;
  if (only === undefined || others.length === 0) return only ?? [];
  if (kind === 'person') return [];
  const heads = head === undefined ? [] : (text.positions.get(head) ?? []);
  const counting = groups.filter((group) =>
    group.some(({ last }) => heads.some((at) => at > last && at - last <= 2)),
  );
  if (kind === 'number' && counting.length === 1) return counting[0] ?? [];
  const [best, next] = groups
    .map((group) => ({ group, nearness: nearness(group, terms, text) }))
    .sort((a, b) => b.nearness - a.nearness);
  if (best === undefined || next === undefined) return [];
  return best.nearness >= CLEARLY_NEARER * next.nearness ? best.group : [];
}

/** Each of the question's words counts for more the nearer it stands. */
function nearness(group: readonly Candidate[], terms: readonly Term[], text: TextIndex): number {
  return terms.reduce((sum, { stem, weight }) => {
    const distances = (text.positions.get(stem) ?? []).flatMap((at) =>
      group.map(({ first, last }) => Math.max(first - at, at - last, 1)),
    );
    return distances.length === 0 ? sum : sum + weight / Math.min(...distances);
  }, 0);
}

function spanOf({ first, last }: Candidate, offset: number, { words }: TextIndex): Span[] {
  const from = words[first];
  const to = words[last];
  return from === undefined || to === undefined
    ? []
    : [{ start: offset + from.start, end: offset + to.end }];
}
