import type { TextIndex } from '../../retrieval/text-index.js';
import { isStopWord } from '../../text/stop-words.js';
import { isNumber, type Word } from '../../text/words.js';

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
  ['male males man men boy boys', 'female females woman women girl girls'],
  ['breakfast', 'brunch', 'lunch', 'dinner supper'],
  [
    'dog dogs puppy puppies',
    'cat cats kitten kittens',
    'rabbit rabbits',
    'horse horses pony ponies',
  ],
  [
    'car cars',
    'bus buses coach coaches',
    'train trains',
    'tram trams',
    'ferry ferries',
    'plane planes',
    'bike bikes bicycle bicycles',
    'motorbike motorbikes motorcycle motorcycles',
  ],
  ['highest maximum max', 'lowest minimum min'],
  ['arrival arrivals', 'departure departures'],
].map((kind) => kind.map((names) => new Set(names.split(' '))));

/** Whether two words are names of one thing: "kid" and "child". */
export function nameTheSame(one: string, other: string): boolean {
  return KINDS.some((kind) => kind.some((names) => names.has(one) && names.has(other)));
}

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

const MEASURES = new Set(
  `litre litres liter liters gallon gallons pint pints tonne tonnes ton tons kilo kilos kilogram
  kilograms kg gram grams pound pounds ounce ounces barrel barrels bottle bottles cup cups glass
  glasses bag bags box boxes crate crates sack sacks jar jars keg kegs can cans tin tins pallet pallets
  bale bales tub tubs ml millilitres milligrams mg`.split(/\s+/u),
);

/**
 * Whether a question asks how many litres of one thing, and what is bold has litres of another, while
 * the first stands nowhere there.
 */
export function hasRivalMeasured(
  asked: readonly Word[],
  shown: readonly TextIndex[],
  about: TextIndex,
): boolean {
  return asked.some((measure, at) => {
    const thing = measuredAt(asked, at);
    if (thing === undefined || !MEASURES.has(measure.text)) return false;
    if ([about, ...shown].some(({ positions }) => positions.has(thing.stem))) return false;
    return shown.some(({ words, positions }) =>
      (positions.get(measure.stem) ?? []).some((place) => measuredAt(words, place) !== undefined),
    );
  });
}

/** "Wine" of "litres of wine" or "litres of the wine". */
function measuredAt(words: readonly Word[], at: number): Word | undefined {
  if (words[at + 1]?.text !== 'of') return undefined;
  const next = words[at + 2];
  const thing = next !== undefined && isStopWord(next.text) ? words[at + 3] : next;
  return thing === undefined || isStopWord(thing.text) ? undefined : thing;
}

const YEAR = /^(?:1[0-9]|20)\d\d$/u;
/** So many years that something is told of are a row, in which others are not told of. */
const YEARS = 2;

/**
 * Whether a question asks what was in a year, and what is bold tells it of several others and not of
 * that one: "140 workers in 2005, after 210 in 1990". What stands under a title or a heading with a
 * year, "Prices 2026", is told of that.
 */
export function hasRivalYears(
  asked: readonly Word[],
  shown: readonly TextIndex[],
  about: TextIndex,
): boolean {
  const [year] = yearsIn(asked);
  if (year === undefined || [about, ...shown].some(({ positions }) => positions.has(year))) {
    return false;
  }
  if (about.words.some(({ text }) => YEAR.test(text))) return true;
  return new Set(shown.flatMap(({ words }) => yearsIn(words))).size >= YEARS;
}

function yearsIn(words: readonly Word[]): string[] {
  return words.flatMap(({ text, stem }, at) =>
    YEAR.test(text) && words[at - 1]?.text === 'in' ? [stem] : [],
  );
}

const NUMBERED_BY = new Set(['no', 'nr', 'number', 'nos']);
/** "17", "7b", "k2": what things of one name are told apart by; no year and no time. */
const LABEL = /^(?:\d{1,3}[a-z]?|[a-z]{1,2}\d{1,3})$/u;
const SPELLED =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.split(
    ' ',
  );

/** The number, code or letter that tells a thing from others of its name: "3" of "three", "B" of "Block B". */
function labelOf({ text, capitalised }: Word): string | undefined {
  const spelled = SPELLED.indexOf(text);
  if (spelled >= 0) return String(spelled + 1);
  const isLetter = capitalised && text !== 'i' && /^[a-z]$/u.test(text);
  return isLetter || LABEL.test(text) ? text : undefined;
}

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
  const labels = new Set(texts.flatMap(({ words }) => words.map(labelOf)));
  return asked.some((word, at) => {
    const label = labelOf(word);
    const noun = asked[at - 1];
    if (label === undefined || noun === undefined || isNumber(noun.text)) return false;
    if (noun.text.length < 4 || isStopWord(noun.text) || labels.has(label)) return false;
    return texts.some(({ words, positions }) =>
      (positions.get(noun.stem) ?? []).some((place) => {
        const next = NUMBERED_BY.has(words[place + 1]?.text ?? '') ? place + 2 : place + 1;
        const other = words[next];
        return (
          other !== undefined && labelOf(other) !== undefined && /^[\s.#]*$/u.test(other.before)
        );
      }),
    );
  });
}
