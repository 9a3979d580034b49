import type { TextIndex } from '../../retrieval/text-index.js';
import { stemOf, type Word } from '../../text/words.js';

const stems = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u).map(stemOf));

/** What is asked of a life, and what says it: how somebody died is told in few other ways. */
const EVENTS = [
  {
    asks: new Set('die died dies'.split(' ')),
    tells: stems(
      `die died dead death dying killed murdered drowned executed perished assassinated hanged shot
      stabbed succumbed fatal fatally suicide passed lost fell crashed late buried funeral obituary
      survived sank disease illness cancer`,
    ),
  },
  {
    asks: new Set(['born', 'birthday', 'birthplace']),
    tells: stems(
      'born birth birthday birthplace native delivered son daughter child raised age aged',
    ),
  },
] as const;

/** Somebody's death or birth is asked about, and what is bold says of neither. */
export function lacksLifeEvent(
  words: readonly Word[],
  shown: readonly TextIndex[],
  about: TextIndex,
): boolean {
  // Where is told in many ways: "Ida Lund of Osk".
  if (words[0]?.text === 'where') return false;
  const asked = EVENTS.find(({ asks }) => words.some(({ text }) => asks.has(text)));
  if (asked === undefined) return false;
  // The dates in a title are of whom the article is about: of one life, not of any in it.
  const says = (text: TextIndex, stem: string): boolean => text.positions.has(stem);
  return ![...asked.tells].some(
    (stem) => says(about, stem) || shown.some((text) => says(text, stem) || text.implied.has(stem)),
  );
}
