import type { TextIndex } from '../../retrieval/text-index.js';
import type { SentenceRecord } from '../../store/store.js';
import { wordsOf, type Word } from '../../text/words.js';
import { IS, nounFrom } from '../asked/noun.js';

const listed = (names: string): ReadonlySet<string> => new Set(names.split(/\s+/u));

const LENGTHS = `m metre metres meter meters cm centimetre centimetres centimeter centimeters mm
  millimetre millimetres millimeter millimeters km kilometre kilometres kilometer kilometers ft foot
  feet inch inches mile miles yard yards fathom fathoms`;

const SPEED = `kmh kph mph knot knots rpm hz mhz ghz bit mbit mbps gbps speed speeds fast faster fastest quick
  quicker quickly slow slower per pace`;

/** What is measured: what asks for it, behind "how" or as a noun, and what tells it. */
interface Measure {
  readonly how?: ReadonlySet<string>;
  readonly noun?: ReadonlySet<string>;
  readonly tells: ReadonlySet<string>;
}

const MEASURED: readonly Measure[] = [
  {
    how: listed('fast quickly'),
    tells:
      listed(`${SPEED} h hour hours minutes minute min second seconds s times day days week weeks month
      months year years once immediately instantly`),
  },
  {
    noun: listed('speed velocity'),
    tells: listed(SPEED),
  },
  {
    how: listed('tall high'),
    noun: listed('height altitude elevation'),
    tells:
      listed(`${LENGTHS} tall taller tallest high higher highest height heights altitude elevation storey storeys
      storeyed story stories floor floors knee waist level`),
  },
  {
    how: listed('deep'),
    noun: listed('depth'),
    tells: listed(`${LENGTHS} deep deeper deepest depth depths knee waist`),
  },
  {
    how: listed('wide'),
    noun: listed('width'),
    tells: listed(
      `${LENGTHS} wide wider widest width widths across broad lane lanes span spans diameter`,
    ),
  },
  {
    how: listed('heavy'),
    noun: listed('weight mass'),
    tells:
      listed(`kg g mg kilo kilos kilogram kilograms kilogramme kilogrammes gram grams gramme grammes lb
      lbs pound pounds oz ounce ounces tonne tonnes ton tons t stone weigh weighs weighed weight weights weighing
      heavy heavier heaviest light lighter`),
  },
  {
    how: listed('hot cold warm'),
    noun: listed('temperature'),
    tells:
      listed(`c f k degree degrees celsius fahrenheit temperature temperatures hot hotter hottest cold colder coldest
      cool warm heat heated freezing boiling`),
  },
  {
    how: listed('far'),
    noun: listed('distance'),
    tells:
      listed(`${LENGTHS} far farther further distance distances away walk drive minute minutes min hour hours h
      block blocks stop stops near close next edge end until`),
  },
  {
    how: listed('often frequently'),
    noun: listed('frequency'),
    tells:
      listed(`time times every each daily weekly monthly yearly annual annually hourly quarterly nightly
      once twice thrice often frequently frequency regular regularly rarely never always sometimes usually
      per when whenever day days week weeks month months year years hour hours minute minutes after before
      mondays tuesdays wednesdays thursdays fridays saturdays sundays season seasons`),
  },
  {
    noun: listed('percentage proportion'),
    tells:
      listed(`percent percentage proportion share half third thirds quarter quarters fifth tenth
      majority most all none nearly every everyone nobody fraction ratio of out`),
  },
];

/** "21°", "40 %", 5′, "80 km/h": they tell any of these. */
const SIGN = /[°%′″]|\bk?m\/(?:h|s)\b/u;
/** "39kg". */
const UNIT_BEHIND = /^\p{N}[\p{N}.,]*(\p{L}{1,4})$/u;

/**
 * Whether a question asks how fast, heavy or far something is, or for its speed, weight or
 * temperature, and what is shown tells nothing of the sort: "What is the top speed of the Bora?" of
 * "Bora: 39 kg, 140 km".
 */
export function lacksMeasure(
  asked: readonly Word[],
  bold: readonly SentenceRecord[],
  about: TextIndex,
): boolean {
  const measure = measureAsked(asked);
  if (measure === undefined || bold.some(({ reading }) => SIGN.test(reading))) return false;
  const said = [...about.words, ...bold.flatMap(({ reading }) => wordsOf(reading))];
  return !said.some(({ text }) => measure.tells.has(UNIT_BEHIND.exec(text)?.[1] ?? text));
}

/** Of "how heavy is it", "what is its top speed", "what weight can it carry", "at what depth". */
function measureAsked(asked: readonly Word[]): Measure | undefined {
  const at = asked.findIndex(({ text }) => /^(?:how|whats?|which)$/u.test(text));
  const [first, next] = asked.slice(at, at + 2).map(({ text }) => text);
  if (first === undefined || next === undefined) return undefined;
  if (first === 'how') return MEASURED.find(({ how }) => how?.has(next));
  const noun = asked[nounFrom(asked, IS.has(next) ? at + 2 : at + 1)?.last ?? -1]?.text;
  return noun === undefined ? undefined : MEASURED.find((each) => each.noun?.has(noun));
}
