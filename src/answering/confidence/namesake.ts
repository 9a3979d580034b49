import type { TextIndex } from '../../retrieval/text-index.js';
import { isStopWord } from '../../text/stop-words.js';
import { isNumber, type Word } from '../../text/words.js';

/**
 * Whether a question names somebody or something by several words, of which the last stands nowhere,
 * and what is bold names another that begins alike: "Halden Sailworks" of "Halden Ropeworks". One that
 * is called by its first words alone, too, may be the same.
 */
export function hasNamesake(
  asked: readonly Word[],
  shown: readonly TextIndex[],
  about: TextIndex,
): boolean {
  return asked.some((last, at) => {
    const first = asked[at - 1];
    if (first === undefined || !isName(first) || !isName(last) || last.before !== ' ') return false;
    // "Halden Ropeworks Museum" may be called "the museum", or nothing.
    if (isPart(asked[at + 1]) || isPart(asked[at - 2])) return false;
    const texts = [about, ...shown];
    if (texts.some(({ positions }) => positions.has(last.stem))) return false;
    const followed = texts.flatMap(({ words, positions }) =>
      (positions.get(first.stem) ?? []).map(
        (place) => isPart(words[place + 1]) && !isSpeltAlike(words[place + 1], last),
      ),
    );
    return followed.length > 0 && followed.every((is) => is);
  });
}

function isName({ text, capitalised, opens }: Word): boolean {
  return capitalised && !opens && !isStopWord(text) && !isNumber(text);
}

/** "Shelly" for "Shelley". */
function isSpeltAlike(one: Word | undefined, { text }: Word): boolean {
  return one !== undefined && one.text.slice(0, ALIKE) === text.slice(0, ALIKE);
}

/** Letters that two spellings of a name begin with. */
const ALIKE = 4;

/** Whether a word goes on with a name: with nothing but a space before it. */
function isPart(word: Word | undefined): boolean {
  return word?.before === ' ' && word.capitalised && !isStopWord(word.text) && !isNumber(word.text);
}
