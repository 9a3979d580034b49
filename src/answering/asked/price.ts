import type { Query } from '../../retrieval/query.js';
import type { SentenceRecord } from '../../store/store.js';
import { isStopWord } from '../../text/stop-words.js';
import { wordsOf } from '../../text/words.js';
import { IS, nounFrom, type Noun } from './noun.js';

const PRICE_WORDS = new Set(
  'cost costs price prices fee fees charge charges rent pay paid'.split(' '),
);

/** "How much is it worth", "how much is left" ask for no sum of money. */
const NO_PRICE = new Set('worth left needed enough missing'.split(' '));
/** They may stand before the thing that is paid for. */
const OF_MONEY = new Set('money extra more less'.split(' '));

/** "How much is", or how much with a word such as cost or fee; not "how much damage". */
export function asksPrice({ words }: Pick<Query, 'words'>): boolean {
  const texts = words.map(({ text }) => text);
  const at = texts.indexOf('how');
  if (at < 0 || texts[at + 1] !== 'much') return false;
  if (texts.some((text) => NO_PRICE.has(text))) return false;
  const next = texts[at + 2] ?? '';
  const isThing = !isStopWord(next) && !PRICE_WORDS.has(next) && !OF_MONEY.has(next);
  return !isThing && (IS.has(next) || texts.some((text) => PRICE_WORDS.has(text)));
}

const CURRENCY = /[$€£¥₽₹¢]/u;
const CURRENCY_WORDS = new Set(
  `dollar dollars euro euros pound pounds pence crown crowns yen cent cents ruble rubles rouble roubles
  rupee rupees franc francs usd eur gbp nok sek dkk chf gold coin coins token tokens credit credits
  percent million billion`.split(/\s+/u),
);

/** "Price: 300" of a row that is read with the names of its columns: games have money of their own. */
const PRICE_COLUMN = /^[^:]{0,30}\b(?:price|cost|fee|fare|rate)s?\b[^:]{0,20}: [^:]{0,20}\d/iu;

/** Whether a text names a sum, by a currency's sign or its word, or by the name of its column. */
export function hasPrice(text: string): boolean {
  if (text.split(', ').some((part) => PRICE_COLUMN.test(part))) return true;
  if (CURRENCY.test(text)) return true;
  const words = wordsOf(text).map(({ text: word }) => word);
  return words.some(
    (word, at) => CURRENCY_WORDS.has(word) || (word === 'free' && !isOfName(words, at)),
  );
}

/** "The free plan" is told from the one that is paid for, and what is said of it may be anything. */
function isOfName(words: readonly string[], at: number): boolean {
  const next = words[at + 1] ?? '';
  return words[at - 1] === 'the' && next !== '' && !isStopWord(next);
}

const PRICE_HEADING = /\b(?:prices?|pricing|price list|fees?|costs?|rates|tariffs?|fares|menu)\b/iu;
const NUMBER = /(?:^|[\s|–—:-])\d{1,6}(?:[.,]\d{1,3})?(?=$|[\s|,;])/u;

/** A row's first cell may be what is paid for, by the name of its column. */
const PRICED_ROW = /^(?:ticket|fare|admission|licen[cs]e|membership)s?: /iu;

/**
 * Whether a unit names a sum; the numbers of an entry below a title or a heading such as "Prices"
 * are sums, and so are those of a ticket.
 */
export function tellsPrice({ kind, reading, text }: SentenceRecord, context: string): boolean {
  if (hasPrice(reading)) return true;
  if (kind !== 'row' && kind !== 'item') return false;
  const isPriced = PRICE_HEADING.test(context) || (kind === 'row' && PRICED_ROW.test(reading));
  return isPriced && NUMBER.test(text);
}

/** What is asked to have a price. */
export interface Priced extends Noun {
  /** "How much is": told of the thing by its name, while what something cost is told of "the work", too. */
  readonly isNamed: boolean;
}

/**
 * The place of the noun in "how much is the membership for children", "how much does a mug cost",
 * "the price of a mug", "what do you charge for a mug".
 */
export function pricedAsked({ words }: Pick<Query, 'words'>): Priced | undefined {
  const texts = words.map(({ text }) => text);
  const how = texts.findIndex((text, at) => text === 'how' && texts[at + 1] === 'much');
  const verb = texts[how + 2] ?? '';
  const costs = how >= 0 && texts.some((text) => COSTS.has(text));
  const paid = texts.findIndex((text, at) => PAID_FOR.has(text) && FOR.has(texts[at + 1] ?? ''));
  const isNamed = paid < 0 && IS.has(verb);
  if (paid < 0 && (how < 0 || !(isNamed || (costs && DOES.has(verb))))) return undefined;
  const noun = nounFrom(words, paid >= 0 ? paid + 2 : how + 3, COSTS);
  return noun && { ...noun, isNamed };
}

const COSTS = new Set(['cost', 'costs', 'worth']);
const DOES = new Set('do does did would will'.split(' '));
const PAID_FOR = new Set('price prices cost costs fee charge charges pay'.split(' '));
const FOR = new Set(['of', 'for']);
