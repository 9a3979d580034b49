import { candidatesOf } from '../answering/confidence/evidence.js';
import type { Verdict } from '../answering/answer.js';
import { presence, termsOf, type Term } from '../retrieval/terms.js';
import { indexOfPassage, indexOfTitle, indexText } from '../retrieval/text-index.js';
import type { Scope, Store } from '../store/store.js';
import { rankOf } from '../text/common-words.js';
import { isStopWord } from '../text/stop-words.js';
import type { Word } from '../text/words.js';
import { saysOtherwise } from './paraphrase.js';
import type { Reading } from './reading.js';
import { isCondition } from './rewrite.js';
import { takesNothingOver, type Topic } from './topic.js';

/**
 * Where the answer is to be looked for: in the `article` of the last answer alone, there `first`, or
 * in `all`; in both to `compare` if what it names is in this article too; `instead` of a subject
 * before, another that the question names, in all.
 */
export type Reach = 'article' | 'first' | 'compare' | 'instead' | 'all';

/** Content words at most for a question to need the one before it: "who paid?". */
const NEEDS_MORE = 1;

export interface Reached {
  readonly reach: Reach;
  /** What the question says and this article does not. */
  readonly lacking: readonly Term[];
  /** It names what it is about, as a question that begins a conversation does. */
  readonly named: boolean;
}

export async function reachOf(
  store: Pick<Store, 'documentFrequencies'>,
  reading: Reading,
  topic: Topic,
  scope: Scope,
): Promise<Reached> {
  const { form, content, pronoun, joined, words } = reading;
  const inArticle: Reached = { reach: 'article', lacking: [], named: false };
  if (form === 'bare' || pronoun !== undefined || isCondition(reading)) return inArticle;
  if (content.length === 0) return inArticle;
  const known = await store.documentFrequencies(
    scope,
    content.map(({ text }) => text),
  );
  const { passages } = topic;
  const title = indexOfTitle(passages[0]?.title ?? '');
  const texts = [title, ...passages.map(indexOfPassage)];
  const terms = termsOf(content, known, 1);
  const lacking = terms.filter(
    (term) =>
      texts.every((text) => presence(term, text) === 0) && !saysOtherwise(term.text, passages),
  );
  // An everyday word that this article happens to lack is no subject.
  const foreign = lacking.filter(({ text }) => (known.get(text) ?? 0) > 0 && !isEveryday(text));
  const elsewhere = foreign.length > 0;
  if (form === 'instead') {
    return { reach: elsewhere ? 'instead' : 'article', lacking, named: true };
  }
  const index = { words, positions: new Map<string, number[]>(), implied: new Set<string>() };
  const names = candidatesOf(index).filter(
    ({ kind, first }) => kind !== 'date' && kind !== 'number' && words[first]?.text !== 'i',
  );
  const isLacking = ({ stem }: Word): boolean => lacking.some((term) => term.stem === stem);
  if (names.some(({ first, last }) => words.slice(first, last + 1).some(isLacking))) {
    return { reach: 'all', lacking, named: true };
  }
  if (names.length > 0) return { reach: 'compare', lacking, named: true };
  const named = foreign.some(({ stem }) => isSubject(words, stem));
  if (named) {
    return { reach: lacking.length * 2 > terms.length ? 'all' : 'compare', lacking, named };
  }
  if (elsewhere) return { reach: 'compare', lacking, named };
  const leans = joined || content.length <= NEEDS_MORE;
  return {
    reach: leans && !takesNothingOver(topic) ? 'article' : 'first',
    lacking,
    named,
  };
}

/** "Happens" and "needed" are as common as "happened" and "need". */
function isEveryday(word: string): boolean {
  const base = word.replace(/(?:ing|ed|s)$/u, '');
  const forms = [word, base, `${base}ed`, ...(base === word ? [] : [`${base}e`])];
  return forms.some((form) => rankOf(form) !== undefined);
}

const IS = new Set('is are was were s'.split(' '));
const ASKS_OF = new Set('what who where when much many'.split(' '));
/** "Who was missing?" asks for one, and names nothing. */
const DESCRIBES = /(?:ing|ed)$/u;

/**
 * Whether a word is named as what the question is about: "the chili", "how much are nachos?", but
 * neither done, "how do I quit?", nor any, "is there a lift?", which may be asked of everything.
 */
function isSubject(words: readonly Word[], stem: string): boolean {
  const at = words.findIndex((word) => word.stem === stem);
  let before = at - 1;
  while (before >= 0 && !isStopWord(words[before]?.text ?? '')) before -= 1;
  const opens = words[before]?.text ?? '';
  if (opens === 'the') return true;
  const isNoun = !DESCRIBES.test(words[at]?.text ?? '');
  return isNoun && IS.has(opens) && ASKS_OF.has(words[before - 1]?.text ?? '');
}

/** So many words that this article lacks must an answer of another have to be what is meant. */
const FEWEST = 2;
const SURE = 0.8;

/**
 * Whether what answers a question that names nothing is plainly its subject: the same article, one
 * that is called by what this one lacks, or a sure one with all of several such words.
 */
export function isOfItself(
  { answer, confidence, passages }: Verdict,
  lacking: readonly Term[],
  { articleId }: Topic,
): boolean {
  if (answer === null) return true;
  if (answer.articleId === articleId) return true;
  const { title = '' } = passages.find((passage) => passage.articleId === answer.articleId) ?? {};
  const named = indexOfTitle(title);
  if (lacking.some((term) => !isEveryday(term.text) && presence(term, named) === 1)) return true;
  const text = indexText(answer.passage);
  return (
    confidence >= SURE &&
    lacking.length >= FEWEST &&
    lacking.every((term) => presence(term, text) > 0)
  );
}
