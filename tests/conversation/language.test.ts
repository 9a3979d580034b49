import { expect, it } from 'vitest';
import { foreignLanguage } from '../../src/conversation/language.js';
import type { Store } from '../../src/store/store.js';

/** A store whose articles have a few words. */
const store = {
  documentFrequencies: (_scope: unknown, words: readonly string[]) =>
    Promise.resolve(
      new Map(words.map((word) => [word, /^(?:harbour|kelby|boats?|crane)$/u.test(word) ? 1 : 0])),
    ),
} as unknown as Store;
const of = (message: string) => foreignLanguage(store, ['shared'], message);

it.each([
  'Wat is de hoofdstad van Tarnië?',
  'Wie heeft de brug over de rivier gebouwd?',
  'Hvem har bygget broen over floden?',
  'Vem byggde bron över floden?',
  'Kdo postavil ten most přes řeku?',
  '¿Quién fue el alcalde del puerto?',
  'Quanto costa la barca?',
])(
  'a question that begins with a question word of another language is in it: %s',
  async (asked) => {
    expect(await of(asked)).toBeDefined();
  },
);

it.each([
  'wat is the price of a boat',
  'wat time is over',
  'Who is Qui Gon?',
  'Vem harbour boats?',
  'Kelby crane?',
  'Where is Chi Dove?',
])('one in English is in none: %s', async (asked) => {
  expect(await of(asked)).toBeUndefined();
});
