import { createHash } from 'node:crypto';
import { EVERYWHERE, type Collection, type Store } from '../store/store.js';

/** Crockford's base 32 in small letters: no i, l, o or u to mistake or to swear with. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const SHORTEST = 6;

/** A short id that the same source in the same collection always gets, longer if it is taken. */
export async function articleId(
  store: Pick<Store, 'article'>,
  collection: Collection,
  source: string,
): Promise<string> {
  const digest = createHash('sha256').update(`${collection}\n${source}`).digest();
  const letters = Array.from(digest, (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
  for (let length = SHORTEST; length < letters.length; length++) {
    const id = letters.slice(0, length);
    if ((await store.article(id, EVERYWHERE)) === undefined) return id;
  }
  return letters;
}
