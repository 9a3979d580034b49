import type { TextIndex } from '../../retrieval/text-index.js';
import { stemOf, type Word } from '../../text/words.js';

const BE = new Set('is are was were be been being got gets'.split(' '));
/** Adverbs that stand between "was" and what was done. */
const BETWEEN = new Set('first also later then only finally originally officially'.split(' '));
/** What may follow a participle that has no doer: "founded in 1921", "opened near the mill". */
const AFTER = new Set('in on at near for from with after before during under as'.split(' '));
/** How many words after a verb its doer may come, as in "built in 1911 of local stone by monks". */
const REACH = 12;

/**
 * Whether a question asks who did something, and all that is said of it is that it was done:
 * "Who opened the dairy?" of "The dairy was opened in 1933".
 */
export function lacksAgent(asked: readonly Word[], shown: readonly TextIndex[]): boolean {
  const verb = verbAsked(asked);
  if (verb === undefined) return false;
  let said = 0;
  for (const { words, positions } of shown) {
    if (words.some(({ text }) => isDoer(text, verb))) return false;
    for (const place of positions.get(verb.done) ?? []) {
      if (!isAgentless(words, place)) return false;
      said++;
    }
  }
  return said > 0;
}

/** What was done is "given" if somebody gave it; of others the two forms are one. */
const PARTICIPLES: ReadonlyMap<string, string> = new Map([
  ...'sold bought built made led sent paid taught won lost held brought caught shot struck fed lent'
    .split(' ')
    .map((verb): [string, string] => [verb, verb]),
  ['gave', 'given'],
  ['wrote', 'written'],
  ['took', 'taken'],
  ['drew', 'drawn'],
  ['broke', 'broken'],
  ['stole', 'stolen'],
  ['chose', 'chosen'],
  ['drove', 'driven'],
  ['began', 'begun'],
]);

/** "Opened" of "who opened the dairy", at the question's beginning, with the stem of what was done. */
function verbAsked(asked: readonly Word[]): { text: string; done: string } | undefined {
  const [who, verb] = asked;
  if (who?.text !== 'who' || verb === undefined) return undefined;
  const { text, stem } = verb;
  const participle = PARTICIPLES.get(text);
  if (participle !== undefined) return { text, done: stemOf(participle) };
  return /(?:ed|built|made)$/u.test(text) ? { text, done: stem } : undefined;
}

/** "Founder" beside "founded", "editor" beside "edited". */
function isDoer(word: string, { text }: { readonly text: string }): boolean {
  const root = text.replace(/ed$/u, '');
  return (
    root.length > 2 && /^(?:e?rs?|ors?)$/u.test(word.slice(root.length)) && word.startsWith(root)
  );
}

function isAgentless(words: readonly Word[], place: number): boolean {
  const verb = words[place];
  if (verb === undefined) return false;
  let before = place - 1;
  while (BETWEEN.has(words[before]?.text ?? '')) before--;
  const isPassive = BE.has(words[before]?.text ?? '');
  const isAlone =
    (verb.opens || /[,(;–]/u.test(verb.before)) && AFTER.has(words[place + 1]?.text ?? '');
  const after = words.slice(place + 1, place + 1 + REACH);
  return (isPassive || isAlone) && !after.some(({ text }) => text === 'by');
}
