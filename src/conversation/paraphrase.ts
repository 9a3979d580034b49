import { indexOfPassage, indexOfTitle } from '../retrieval/text-index.js';
import type { PassageRecord } from '../store/store.js';
import { stemOf, wordsOf, type Word } from '../text/words.js';
import { EVERYDAY } from './everyday-words.js';
import type { Rewritten } from './rewrite.js';

/** Words between a verb and its particle at most: "throw somebody out". */
const APART = 2;
/** Ways in which one question is put in other words. */
const MOST = 2;

/** "When don't I have to pay the postage?" asks for no date. */
const FREE =
  /^(?:and |but |so )?when (?:do|does|is|are)(?:n['’]t| not)? (?:i|we|you|one)(?: not)? (?:have|need|obliged) to pay(?: for)? (\S[^?]{0,80}?)[\s?]*$/iu;

/** "How old is the bridge?" is told by when it was built; not so of somebody by name. */
const OLD = /^how old (is|was|are|were) (the \S[^?]{0,80}?)[\s?]*$/iu;
const MADE = ['built', 'dated', 'dates', 'founded', 'opened', 'erected'];

/** Who says so asks how to cancel, or what becomes of whoever does not come. */
const ABSENT = /\b(?:can(?:['’]?t|not)|am unable to) (?:make it|come|attend|be there)\b/iu;

/** Who has kids has no pupils. */
const OWN_KIDS = /\b(?:have|has|had|got|any)\b[^?]{0,20}?\b(?:kids?|child(?:ren)?)\b/iu;

const ABSENCE = ['absence', 'absent', 'come'];

interface Group {
  readonly words: readonly (readonly string[])[];
  readonly texts: readonly string[];
}

const GROUPS: readonly Group[] = EVERYDAY.map((texts) => ({
  texts,
  words: texts.map((text) => wordsOf(text).map(({ stem }) => stem)),
}));

/**
 * A question in the words that an article has for what it asks, if it lacks the question's own: "how
 * do I cancel?" for "how do I quit?" Likeliest first; none if it has all of them, or no others either.
 */
export function paraphrases(
  { text, carried }: Rewritten,
  passages: readonly PassageRecord[],
): Rewritten[] {
  const words = wordsOf(text);
  const free = FREE.exec(text);
  if (free !== null && hasIn(passages, ['free'])) {
    return [{ text: `is ${free[1] ?? 'it'} free?`, carried }];
  }
  const old = OLD.exec(text);
  if (old !== null && MADE.some((word) => hasIn(passages, [stemOf(word)]))) {
    return [{ text: `when ${old[1] ?? 'was'} ${old[2] ?? 'it'} built?`, carried }];
  }
  if (ABSENT.test(text) && hasIn(passages, [stemOf('cancel')])) {
    return [{ text: text.replace(ABSENT, 'cancel'), carried }];
  }
  const absent = ABSENCE.find((word) => hasIn(passages, [stemOf(word)]));
  if (ABSENT.test(text) && absent !== undefined) {
    return [
      { text: text.replace(ABSENT, absent === 'come' ? "can't come" : 'am absent'), carried },
    ];
  }
  const isFamily = OWN_KIDS.test(text);
  const found = replacementsIn(words, passages)
    .map((each) => ({
      ...each,
      others: each.others.filter((other) => !isFamily || other !== 'pupil'),
    }))
    .filter(({ others }) => others.length > 0);
  const ways = Math.min(MOST, Math.max(0, ...found.map(({ others }) => others.length)));
  return Array.from({ length: ways }, (_, way) => {
    let put = text;
    const taken = new Set(carried);
    for (const { first, last, others } of found.toReversed()) {
      const other = others[way] ?? others[0] ?? '';
      const between = words.slice(first + 1, last);
      const rest = between.map(({ text: word }) => ` ${word}`).join('');
      put = `${put.slice(0, words[first]?.start)}${other}${rest}${put.slice(words[last]?.end)}`;
      if (carried.has(words[first]?.stem ?? '')) taken.add(stemOf(other));
    }
    return { text: put, carried: taken };
  });
}

/** Whether an article says in other words what it lacks a word for. */
export function saysOtherwise(word: string, passages: readonly PassageRecord[]): boolean {
  return replacementsIn(wordsOf(word), passages).length > 0;
}

interface Replacement {
  /** Places of its first and last word. */
  readonly first: number;
  readonly last: number;
  readonly others: readonly string[];
}

function replacementsIn(words: readonly Word[], passages: readonly PassageRecord[]): Replacement[] {
  const has = (stems: readonly string[]): boolean => hasIn(passages, stems);
  const found: Replacement[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const said = GROUPS.flatMap(({ words: each, texts }) =>
      each.flatMap((stems, place) => {
        const last = endOf(words, at, stems);
        return last === undefined ? [] : [{ last, stems, each, texts, place }];
      }),
    ).sort((a, b) => b.stems.length - a.stems.length);
    const [longest] = said;
    if (longest === undefined || has(longest.stems)) continue;
    const { last, stems } = longest;
    const others = said
      .filter((one) => one.stems.length === stems.length)
      .flatMap(({ each, texts, place }) =>
        texts.filter((_, index) => index !== place && has(each[index] ?? [])),
      );
    if (others.length > 0) found.push({ first: at, last, others: others.filter(isFirstOfItsStem) });
    at = last;
  }
  return found;
}

function hasIn(passages: readonly PassageRecord[], stems: readonly string[]): boolean {
  return passages.some((passage) => {
    const { positions } = indexOfPassage(passage);
    const headings = indexOfTitle(passage.context).positions;
    return stems.every((stem) => positions.has(stem) || headings.has(stem));
  });
}

/** The place of the last of some words that begin there. */
function endOf(words: readonly Word[], at: number, stems: readonly string[]): number | undefined {
  if (words[at]?.stem !== stems[0]) return undefined;
  if (stems.length === 1) return at;
  const last = words.findIndex(
    ({ stem }, place) => place > at && place <= at + 1 + APART && stem === stems[1],
  );
  return last < 0 ? undefined : last;
}

function isFirstOfItsStem(text: string, at: number, all: readonly string[]): boolean {
  return all.findIndex((other) => stemOf(other) === stemOf(text)) === at;
}
