import type { TextIndex } from '../../retrieval/text-index.js';
import { isStopWord } from '../../text/stop-words.js';
import type { Word } from '../../text/words.js';
import { candidatesOf } from './evidence.js';

/** Before a role they make another of it: who chairs is not the vice chair. On a line, what means the same. */
const SECONDS = ['vice deputy', 'assistant associate', 'acting interim', 'honorary'].map(
  (names) => new Set(names.split(' ')),
);

/** Whether the vice chair, or the assistant coach, is asked for, and what is shown has the chair or coach alone. */
export function lacksSecond(
  asked: readonly Word[],
  shown: readonly TextIndex[],
  about: TextIndex,
): boolean {
  const at = asked.findIndex(({ text }) => SECONDS.some((names) => names.has(firstPart(text))));
  const word = asked[at];
  const next = asked[at + 1];
  if (word === undefined || asked[0]?.text !== 'who') return false;
  const isWhole = word.text.includes('-');
  if (!isWhole && (next === undefined || isStopWord(next.text))) return false;
  const names = SECONDS.find((each) => each.has(firstPart(word.text)));
  return ![...shown, about].some(({ words }) =>
    words.some(({ text }) => names?.has(firstPart(text)) === true),
  );
}

/** "Vice" of "vice-chair". */
function firstPart(word: string): string {
  return word.split('-', 1)[0] ?? word;
}

/** What has a name of its own, and one that is written as such. */
const NAMED = new Set(
  `guild clan club server band choir team company firm shop store café cafe pub bar restaurant hotel
  inn museum gallery theatre theater cinema school college university ship boat ferry yacht dog cat
  horse pony pet song album book novel film movie game village town city street road square bridge
  river lake island mountain charity church festival magazine newspaper`.split(/\s+/u),
);

/** "What is the guild called?", "what's the name of the dog?" */
function asksName(asked: readonly Word[]): boolean {
  const texts = asked.map(({ text }) => text);
  if (!/^whats?$/u.test(texts[0] ?? '')) return false;
  const named = texts.findIndex((text) => NAMED.has(text));
  const last = texts.at(-1) ?? '';
  const isCalled = named !== -1 && named === texts.length - 2 && /^(?:called|named)$/u.test(last);
  const of = texts.findIndex((text, at) => text === 'name' && texts[at + 1] === 'of');
  return isCalled || (of !== -1 && named === texts.length - 1);
}

const SAYS_NAME = /^(?:called|named|name|names|known|titled|entitled|dubbed)$/u;

/**
 * Whether the name of something is asked for that is written as one, and what is shown has none but the
 * question's own.
 */
export function lacksName(asked: readonly Word[], shown: readonly TextIndex[]): boolean {
  if (!asksName(asked)) return false;
  const own = new Set(asked.map(({ stem }) => stem));
  return !shown.some((index) => {
    if (index.words.some(({ text, before }) => SAYS_NAME.test(text) || /["“„«#@/]/u.test(before))) {
      return true;
    }
    return candidatesOf(index).some(
      ({ kind, first, last }) =>
        (kind === 'name' || kind === 'person' || kind === 'place') &&
        index.words.slice(first, last + 1).some(({ stem }) => !own.has(stem)),
    );
  });
}
