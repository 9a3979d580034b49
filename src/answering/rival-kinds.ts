import type { TextIndex } from '../retrieval/text-index.js';
import { isNumber, type Word } from '../text/words.js';

/**
 * Things of which one is not the other, though all else may be the same: "the spring trip" is not
 * "the autumn trip". On a line, the names of one thing.
 */
const KINDS: readonly (readonly ReadonlySet<string>[])[] = [
  ['spring', 'summer', 'autumn fall', 'winter'],
  [
    'mother mothers mum mom',
    'father fathers dad',
    'brother brothers',
    'sister sisters',
    'wife husband',
    'daughter daughters',
    'uncle uncles',
    'aunt aunts',
    'grandmother grandma',
    'grandfather grandpa',
    'cousin cousins',
  ],
  [
    'red',
    'green',
    'blue',
    'yellow',
    'orange',
    'white',
    'black',
    'purple violet',
    'pink',
    'grey gray',
    'brown',
  ],
  [
    'windows',
    'linux',
    'mac macs macos osx',
    'android',
    'ios iphone ipad',
    'playstation ps4 ps5',
    'xbox',
    'switch nintendo',
    'steam',
  ],
  [
    'child children kid kids under',
    'student students pupil pupils',
    'pensioner pensioners oap oaps retired',
    'adult adults',
    'member members',
  ],
  ['north northern', 'south southern', 'east eastern', 'west western'],
].map((kind) => kind.map((names) => new Set(names.split(' '))));

/**
 * Whether what is bold is of another thing of the same kind than the question names, which neither it
 * nor the headings above it say.
 */
export function hasRivalKind(
  asked: readonly Word[],
  shown: readonly TextIndex[],
  about: TextIndex,
): boolean {
  const has = (names: ReadonlySet<string>, words: readonly Word[]): boolean =>
    words.some(({ text }) => names.has(text));
  const isSaid = (names: ReadonlySet<string>): boolean =>
    [about, ...shown].some(({ words }) => has(names, words));
  return KINDS.some(
    (kind) =>
      kind.some((names) => has(names, asked) && !isSaid(names)) &&
      !kind.some((names) => has(names, asked) && isSaid(names)) &&
      kind.some((names) => !has(names, asked) && shown.some(({ words }) => has(names, words))),
  );
}

const NUMBERED_BY = new Set(['no', 'nr', 'number', 'nos']);
/** "17", "7b": what things of one name are told apart by; no year and no time. */
const LABEL = /^\d{1,3}[a-z]?$/u;

/**
 * Whether what is bold, or a heading above it, has another number behind the noun that the question
 * has one behind, which stands nowhere there: "garage 18" of "garage no. 17".
 */
export function hasRivalLabel(
  asked: readonly Word[],
  shown: readonly TextIndex[],
  about: TextIndex,
): boolean {
  const texts = [about, ...shown];
  return asked.some((word, at) => {
    const noun = asked[at - 1];
    if (!LABEL.test(word.text) || noun === undefined || isNumber(noun.text)) return false;
    if (noun.text.length < 4 || texts.some(({ positions }) => positions.has(word.stem)))
      return false;
    return texts.some(({ words, positions }) =>
      (positions.get(noun.stem) ?? []).some((place) => {
        const next = NUMBERED_BY.has(words[place + 1]?.text ?? '') ? place + 2 : place + 1;
        const other = words[next];
        return other !== undefined && LABEL.test(other.text) && /^[\s.#]*$/u.test(other.before);
      }),
    );
  });
}
