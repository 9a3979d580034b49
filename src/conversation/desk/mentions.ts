import type { Mention } from '../../answering/answer.js';
import { candidatesOf, type Candidate } from '../../answering/confidence/evidence.js';
import { indexText } from '../../retrieval/text-index.js';
import type { PassageRecord } from '../../store/store.js';
import { rankOf } from '../../text/common-words.js';
import { wordsOf } from '../../text/words.js';
import type { MentionKind } from './article-ask.js';

const OF_KIND: Readonly<Record<MentionKind, ReadonlySet<Candidate['kind']>>> = {
  people: new Set(['person', 'name'] as const),
  places: new Set(['place'] as const),
  dates: new Set(['date'] as const),
  numbers: new Set(['number'] as const),
};

/** More than these are no list that anybody reads. */
const MOST = 40;

/**
 * The people, places, dates or numbers that an article names, as it writes them, each once, in the
 * order in which they first come. Found by small rules, so that a name may be missing or be more
 * than a person's.
 */
export function mentionsOf(passages: readonly PassageRecord[], kind: MentionKind): Mention[] {
  const found = new Map<string, Mention>();
  const places = kind === 'people' ? namesOfPlaces(passages) : new Set<string>();
  for (const { text, start } of unitsOf(passages)) {
    const index = indexText(text);
    for (const candidate of candidatesOf(index)) {
      if (!OF_KIND[kind].has(candidate.kind)) continue;
      const first = index.words[candidate.first];
      const last = index.words[candidate.last];
      if (first === undefined || last === undefined) continue;
      const whole = text.slice(first.start, last.end);
      const said = kind === 'people' ? personIn(whole, candidate, places) : whole;
      if (said === undefined) continue;
      const key = keyOf(said);
      const known = found.get(key);
      found.set(key, {
        text: known?.text ?? said,
        count: (known?.count ?? 0) + 1,
        start: known?.start ?? start + first.start,
      });
    }
  }
  const mentions = [...found.values()];
  const listed = kind === 'people' ? withoutParts(mentions).map(timesNamed(passages)) : mentions;
  return listed.slice(0, MOST);
}

function unitsOf(passages: readonly PassageRecord[]): { text: string; start: number }[] {
  const seen = new Set<number>();
  return passages.flatMap(({ sentences }) =>
    sentences.filter(({ start }) => !seen.has(start) && seen.add(start)),
  );
}

function keyOf(text: string): string {
  return wordsOf(text)
    .map((word) => word.text)
    .join(' ');
}

function namesOfPlaces(passages: readonly PassageRecord[]): Set<string> {
  return new Set(
    unitsOf(passages).flatMap(({ text }) => {
      const index = indexText(text);
      return candidatesOf(index)
        .filter(({ kind }) => kind === 'place')
        .map(({ first, last }) =>
          keyOf(text.slice(index.words[first]?.start ?? 0, index.words[last]?.end ?? 0)),
        );
    }),
  );
}

const TITLES = new Set(
  `president minister chancellor mayor governor senator king queen prince princess professor general
  secretary director captain judge sir lord lady dr mr mrs ms coach chief spokesman spokeswoman
  chairman`.split(/\s+/u),
);
/** What is called so is nobody, and neither is what its people are called: "North Korean". */
const NOBODY =
  /(?:states|nations|council|house|university|cent(?:re|er)|party|ministry|war|square|church|street|park|bridge|river|island|city|county|police|court|bank|company|club|school|museum|union|agency|committee|office|league|army|airport|hotel|festival|congress|parliament|senate|ean|ese|ish)$/u;

/** The person of a name, without what stands before it: "Foreign Minister Sergei Lavrov". */
function personIn(
  whole: string,
  { kind }: Candidate,
  places: ReadonlySet<string>,
): string | undefined {
  const all = wordsOf(whole);
  const title = all.findLastIndex(({ text }) => TITLES.has(text));
  const words = all.slice(title + 1);
  const [first] = words;
  if (
    first === undefined ||
    words.some(({ capitalised, text }) => !capitalised || /\d/u.test(text))
  )
    return undefined;
  const said = whole.slice(first.start);
  const isTitled = title >= 0 || kind === 'person';
  const isAnything =
    words.length === 1 || words.length > 4 || words.every(({ text }) => rankOf(text) !== undefined);
  if (places.has(keyOf(said)) || NOBODY.test(words.at(-1)?.text ?? '')) return undefined;
  return isAnything && !isTitled ? undefined : said;
}

/** "Moedas" is "Carlos Moedas", who is named in full elsewhere. */
function withoutParts(mentions: readonly Mention[]): Mention[] {
  const isPartOf = (mention: Mention, other: Mention): boolean =>
    other !== mention && ` ${keyOf(other.text)} `.includes(` ${keyOf(mention.text)} `);
  return mentions.filter((mention) => !mentions.some((other) => isPartOf(mention, other)));
}

/** People are mostly called by the last of their names. */
function timesNamed(passages: readonly PassageRecord[]): (mention: Mention) => Mention {
  const times = new Map<string, number>();
  for (const { text } of unitsOf(passages)) {
    for (const word of wordsOf(text)) {
      if (word.capitalised) times.set(word.text, (times.get(word.text) ?? 0) + 1);
    }
  }
  return (mention) => {
    const last = wordsOf(mention.text).at(-1)?.text ?? '';
    return { ...mention, count: Math.max(mention.count, times.get(last) ?? 0) };
  };
}
