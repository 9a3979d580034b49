import type { Language } from '../answering/answer.js';
import type { Scope, Store } from '../store/store.js';
import { rankOf } from '../text/common-words.js';
import { isStopWord } from '../text/stop-words.js';
import { isUnspaced } from '../text/unspaced.js';
import { isNumber, wordsOf } from '../text/words.js';

/** Words of other languages that stand in English names or are English words too. */
const SAYS_NOTHING = new Set(
  `von der die das den dem des du de la le les los las el un une una san da di do del van den am an
  in so es me a son no was war man hat was wo y o u e se si tu te ma mi his on or as`.split(/\s+/u),
);
/** No other language that is likely here has these. */
const ENGLISH = new Set(
  `who what which when where why how the is are does did can could would should with about after
  against from this that they there have must over whose whom`.split(/\s+/u),
);
/** Question words of other languages, which begin a message that is no English one. */
const ASKS = new Set(
  `wat wie waar wanneer waarom hoeveel welke welk hvad hva hvem hvor hvornår hvorfor hvordan hvilken
  hvilke vem vad när varför vilken vilket vilka wer wann wo warum wieso welche welcher welches wieviel
  qui quand où pourquoi combien quel quelle quels quelles quién quien cuándo cuando dónde donde cuál
  cual cuánto cuanto qué cómo quem quando onde qual quanto chi dove perché quale kdo kde kdy proč kolik
  kto gdzie kiedy dlaczego kuka missä milloin miksi kuinka mikor miért cine unde`.split(/\s+/u),
);
/** English words that such a message may have all the same: they are words of its own language. */
const ALSO_OTHERS = new Set(['is', 'over', 'have']);
/** From this share of known words on a message is English, whatever its letters look like. */
const MOSTLY = 0.5;
/** What the detector is sure of scores 1, rare English words below 0.07. */
const PLAINLY = 0.1;
/** Of two or three words it is sure of what it likes: "oven temp" is Finnish to it, at 0.125. */
const PLAINLY_OF_FEW = 0.2;
const FEW_WORDS = 3;
/** A word alone may be a name in any language. */
const FEWEST_WORDS = 2;

const SPOKEN: ReadonlySet<string> = new Set(['de', 'fr', 'es', 'ru']);

/**
 * The language of a message that is plainly not in English: `other` if Newsdesk does not speak
 * it. What is mostly made of everyday English and of the articles' own words is never looked at, so
 * that a name or a rare word does not turn a question away.
 */
export async function foreignLanguage(
  store: Store,
  scope: Scope,
  message: string,
): Promise<Language | 'other' | undefined> {
  if (isUnspaced(message)) return 'other';
  const words = wordsOf(message)
    .map(({ text }) => text)
    .filter((text) => !isNumber(text) && !SAYS_NOTHING.has(text));
  if (wordsOf(message).length < FEWEST_WORDS || words.length === 0) return undefined;
  // "Wat is de hoofdstad" has an English word.
  const asks = ASKS.has(words[0] ?? '') && words.length > 1;
  if (words.some((word) => ENGLISH.has(word) && !(asks && ALSO_OTHERS.has(word)))) return undefined;
  const inArticles = await store.documentFrequencies(scope, words);
  const known = words.filter(
    (word) => isStopWord(word) || rankOf(word) !== undefined || (inArticles.get(word) ?? 0) > 0,
  );
  if (known.length >= words.length * MOSTLY) return undefined;
  // Its tables are loaded when the first such message comes: some 14 MB that few ever need.
  const { detectAll } = await import('tinyld/light');
  const [{ lang: language, accuracy } = { lang: 'en', accuracy: 0 }] = detectAll(message);
  const plainly = words.length > FEW_WORDS ? PLAINLY : PLAINLY_OF_FEW;
  if (asks && !known.includes(words[0] ?? '')) return spoken(language);
  const isPlain = accuracy >= plainly || /[^\p{ASCII}]/u.test(words.join('')) || hasLittle(message);
  if (language === 'en' || accuracy === 0 || !isPlain) return undefined;
  return spoken(language);
}

function spoken(language: string): Language | 'other' {
  return SPOKEN.has(language) ? (language as Language) : 'other';
}

/** Whether it has little words as sentences of other languages do. */
function hasLittle(message: string): boolean {
  return wordsOf(message).some(({ text }) => SAYS_NOTHING.has(text));
}
