import type { TextIndex } from '../../retrieval/text-index.js';
import { isNumber, type Word } from '../../text/words.js';

/** What was before, or was at all, is asked for, and what is bold tells what is, or what will be. */
export function lacksPast(words: readonly Word[], shown: readonly TextIndex[]): boolean {
  return (
    (asksPast(words) && !shown.some(tellsPast)) || (isInPast(words) && shown.every(isInFuture))
  );
}

const PERIODS = new Set('year month week season time'.split(' '));

/** "Last year", "previously", "used to". */
function asksPast(words: readonly Word[]): boolean {
  return words.some(({ text }, at) => {
    const next = words[at + 1]?.text ?? '';
    return (
      (text === 'last' && PERIODS.has(next)) ||
      text === 'previously' ||
      text === 'previous' ||
      (text === 'used' && next === 'to')
    );
  });
}

const TELLS_PAST = new Set(
  'last previous previously before former formerly ago earlier until since was were had did used'.split(
    ' ',
  ),
);

function tellsPast({ words }: TextIndex): boolean {
  return words.some(
    ({ text }) =>
      TELLS_PAST.has(text) ||
      (isNumber(text) && /^(?:19|20)\d\d$/u.test(text)) ||
      /ed$/u.test(text),
  );
}

const WAS = new Set('was were did'.split(' '));

/** "When were they in the final?" */
function isInPast(words: readonly Word[]): boolean {
  return (
    WAS.has(words[1]?.text ?? '') || (words[0]?.text === 'how' && WAS.has(words[2]?.text ?? ''))
  );
}

/** "They will be in the final", and nothing of what was. */
function isInFuture(text: TextIndex): boolean {
  return text.words.some((word) => word.text === 'will') && !tellsPast(text);
}
