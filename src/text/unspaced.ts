/** Scripts that put no spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;
const LETTER = /\p{L}/gu;
/** A name is shorter than so many letters, a sentence longer. */
const SENTENCE = 5;

/** Whether a message is written in a script without spaces, and says more than a name. */
export function isUnspaced(message: string): boolean {
  const own = message.match(UNSPACED)?.length ?? 0;
  return own >= SENTENCE && own * 2 > (message.match(LETTER)?.length ?? 0);
}

/** Characters that Chinese and Japanese are written in, with the mark of a long vowel: "コーヒー". */
const CHARACTER = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]`;
const RUN = new RegExp(`${CHARACTER}+|(?:(?!${CHARACTER})[^])+`, 'gu');
const IS_RUN = new RegExp(`^${CHARACTER}`, 'u');
const HAS_RUN = new RegExp(CHARACTER, 'u');
const ALL = new RegExp(CHARACTER, 'gu');

/** Whether there is any Chinese or Japanese in a text. */
export function hasCharacters(text: string): boolean {
  return HAS_RUN.test(text);
}

/** Whether a message is mostly written in Chinese or Japanese. */
export function isInCharacters(message: string): boolean {
  const own = message.match(ALL)?.length ?? 0;
  return own > 0 && own * 2 > (message.match(LETTER)?.length ?? 0);
}

/**
 * A word as it is indexed: in Chinese and Japanese, whose words nothing parts, each two characters
 * that stand side by side; any other as it is.
 */
export function cutIntoPairs(word: string): string[] {
  if (!hasCharacters(word)) return [word];
  return (word.match(RUN) ?? []).flatMap((run) => (IS_RUN.test(run) ? pairsOf(run) : [run]));
}

function pairsOf(run: string): string[] {
  const characters = Array.from(run);
  return characters.length < 2
    ? characters
    : characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`);
}
