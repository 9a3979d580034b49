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
