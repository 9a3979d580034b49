import { wordsOf } from '../text/words.js';
import { withoutEnd } from './ending.js';
import { latestWith, type Exchange } from './exchange.js';
import { readFollowUp, type Reading } from './reading.js';
import { isDay } from './rewrite.js';

const THAT_DAY = /\b(?:on )?(?:that|the same) day\b/iu;
const DO_THAT = /\bdo (?:that|this|it|so)\b/iu;
const DOERS = new Set('i we you people one'.split(' '));
const OBLIGED = /^(?:have to|need to|want to) /iu;
const REFERS = new Set('it that this them there'.split(' '));

/** Asked of nothing, a number is the one to call. */
const THE_NUMBER = /^(what(?:'s|’s|s| is) (?:the|his|her|their|your) )(?=number\W*$)/iu;

/** A question with the day in place of "that day", and with "phone" before "the number". */
export function spelledOut(reading: Reading, exchanges: readonly Exchange[]): Reading {
  const day = THAT_DAY.test(reading.text) ? latestWith(exchanges, dayOf) : undefined;
  const dated = day === undefined ? reading.text : reading.text.replace(THAT_DAY, `on ${day}`);
  const done = DO_THAT.test(dated) ? latestWith(exchanges.slice(-1), deedOf) : undefined;
  const doing = done === undefined ? dated : dated.replace(DO_THAT, done);
  const text = doing.replace(THE_NUMBER, '$1phone ');
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

/** What somebody does who asks: "sign up" of "until when can I sign up?" */
function deedOf({ question }: Exchange): string | undefined {
  const words = wordsOf(question);
  const after = words[words.findIndex(({ text }) => DOERS.has(text)) + 1];
  // Some other "it" would be taken over with it.
  if (after === words[0] || after === undefined) return undefined;
  if (words.some(({ text }) => REFERS.has(text))) return undefined;
  return withoutEnd(question.slice(after.start)).replace(OBLIGED, '');
}
