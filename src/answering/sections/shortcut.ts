import { presence } from '../../retrieval/terms.js';
import { indexOfSentence } from '../../retrieval/text-index.js';
import type { Query } from '../../retrieval/query.js';
import type { Bold, WeighedSentence } from '../bold.js';

const ASKS = /\b(?:short-?cuts?|hot-?keys?|key ?binds?|key ?bindings?|key combinations?)\b/iu;
/** "Ctrl+Shift+D", "⌘K", "F5", "press Q". */
const KEYS =
  /\b(?:[Cc](?:trl|TRL|ontrol|md|ommand)|CTRL|[Aa]lt|ALT|[Oo]ption|[Ss]hift|SHIFT|[Ww]in)\s?[+-]\s?[\p{L}\p{N}]|[⌘⌥⌃]|\bF\d{1,2}\b|\b(?:[Pp]ress|[Hh]it|[Hh]old|[Tt]ap) (?:the )?(?:[A-Z]|\p{L}{3,9} key)\b/u;

/** The unit that names keys, if a shortcut is asked for and the likeliest names none. */
export function shortcut(
  { text, terms }: Query,
  weighed: readonly WeighedSentence[],
  { sentences }: Bold,
): WeighedSentence | undefined {
  if (!ASKS.test(text)) return undefined;
  const hasKeys = ({ sentence }: { readonly sentence: WeighedSentence['sentence'] }): boolean =>
    KEYS.test(sentence.reading);
  if (sentences.some(hasKeys)) return undefined;
  const asked = terms.filter((term) => !ASKS.test(term.text));
  return weighed.find(
    (unit) =>
      hasKeys(unit) && asked.some((term) => presence(term, indexOfSentence(unit.sentence)) > 0),
  );
}
