import { wordsOf } from '../text/words.js';
import { latestWith, type Exchange } from './exchange.js';
import { readFollowUp, type Reading } from './reading.js';
import { isDay } from './rewrite.js';

const THAT_DAY = /\b(?:on )?(?:that|the same) day\b/iu;
/** Asked of nothing, a number is the one to call. */
const THE_NUMBER = /^(what(?:'s|’s|s| is) (?:the|his|her|their|your) )(?=number\W*$)/iu;

/** A question with the day in place of "that day", and with "phone" before "the number". */
export function spelledOut(reading: Reading, exchanges: readonly Exchange[]): Reading {
  const day = THAT_DAY.test(reading.text) ? latestWith(exchanges, dayOf) : undefined;
  const dated = day === undefined ? reading.text : reading.text.replace(THAT_DAY, `on ${day}`);
  const text = dated.replace(THE_NUMBER, '$1phone ');
  return text === reading.text ? reading : readFollowUp(text);
}

function dayOf({ understood, answer }: Exchange): string | undefined {
  for (const text of [understood, answer?.text ?? '']) {
    const days = wordsOf(text).filter(isDay);
    const [day] = days;
    if (day === undefined) continue;
    const isOne = days.every(({ stem }) => stem === day.stem);
    return isOne ? text.slice(day.start, day.end) : undefined;
  }
  return undefined;
}
