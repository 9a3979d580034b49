import { candidatesOf } from '../answering/confidence/evidence.js';
import { indexOfSentence } from '../retrieval/text-index.js';
import type { PassageRecord } from '../store/store.js';
import { wordsOf } from '../text/words.js';
import { isName, textOf } from './person.js';

/** "Built castle Rovenstein": what the article's title or a heading has of it, in its letters. */
export function asHeaded(about: string, passages: readonly PassageRecord[]): string {
  const words = wordsOf(about);
  const headings = [...new Set(passages.flatMap(({ title, path }) => [title, ...path]))];
  for (let from = 0; from < words.length - 1; from += 1) {
    const part = about.slice(words[from]?.start);
    const heading = headings.find((each) => each.toLowerCase().includes(part.toLowerCase()));
    const at = heading?.toLowerCase().indexOf(part.toLowerCase()) ?? 0;
    if (heading !== undefined) return heading.slice(at, at + part.length);
  }
  return about;
}

/** "Vogel" in an article that names her "Marta Vogel" somewhere. */
export function wholeName(name: string, passages: readonly PassageRecord[]): string {
  if (!isName(name) || wordsOf(name).length !== 1) return name;
  for (const { sentences } of passages) {
    for (const sentence of sentences) {
      if (!sentence.text.includes(` ${name}`)) continue;
      const index = indexOfSentence(sentence);
      const whole = candidatesOf(index)
        .map((candidate) => textOf(sentence.text, index, candidate))
        .find((each) => each.endsWith(` ${name}`));
      // "Russian President Vladimir Putin" would ask of Russia and its president as well.
      if (whole !== undefined) return whole.slice(wordsOf(whole).at(-2)?.start);
    }
  }
  return name;
}
