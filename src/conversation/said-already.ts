import { hasClock } from '../answering/asked/clock.js';
import { askedFor } from '../answering/asked/question.js';
import { candidatesOf } from '../answering/confidence/evidence.js';
import { indexOfSentence } from '../retrieval/text-index.js';
import type { PassageRecord, SentenceRecord } from '../store/store.js';
import { isWeekday } from '../text/calendar.js';
import { wordsOf } from '../text/words.js';
import { withoutEnd } from './ending.js';
import type { Reading } from './reading.js';
import type { Topic } from './topic.js';

interface Told {
  readonly asked: RegExp;
  readonly told: (sentence: SentenceRecord) => boolean;
}

/** "20 minutes", "a week", but neither "within 30 days" nor "every three months". */
const TAKES =
  /(?<!\b(?:within|every|after|in|least|most|than|past|last|next|aged?) )\b(?:\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety)(?:[ -](?:and a half|to \d{1,4}|or \w{2,8}))? (?:minute|min|hour|day|night|week|month|year)s?\b(?! (?:old|ago|before|after|later|earlier|in advance))/iu;
const TO_A_TIME = /\b(?:by|until|till|til|before|no later than|closes?|ends?|deadline)\b/iu;

const TOLD: readonly Told[] = [
  {
    asked: /^(?:when|(?:on )?(?:which|what) days?)(?: (?:exactly|is (?:it|that)))?$/iu,
    told: tellsWhen,
  },
  {
    asked: /^(?:(?:at|from|by) )?(?:what|which) (?:time|hour)(?: (?:exactly|is (?:it|that)))?$/iu,
    told: (sentence) => hasClock(indexOfSentence(sentence)),
  },
  {
    asked:
      /^(?:for )?how long(?: (?:(?:does|do|did|will|would) (?:it|that|this|they) (?:take|last|go on)|is (?:it|that|this)|for))?$/iu,
    told: ({ text }) => TAKES.test(text),
  },
  {
    asked:
      /^when (?:can|may|could|should) (?:i|we|one|you) (?:call|ring|phone|visit|come|go|get in|(?:reach|call|ring) (?:you|them|him|her|it))(?: (?:there|them|you|him|her))?$/iu,
    told: (sentence) => hasClock(indexOfSentence(sentence)),
  },
  {
    asked: /^(?:until|till|til|by|up to) (?:when|what (?:time|day|date))$/iu,
    told: (sentence) =>
      TO_A_TIME.test(sentence.text) &&
      (hasClock(indexOfSentence(sentence)) ||
        candidatesOf(indexOfSentence(sentence)).some(({ kind }) => kind === 'date')),
  },
];

/**
 * "At what time?", "how long does it take?" and "until when?" of what was just told: the only sentence
 * of the last answer that says so. Undefined if that was given to such a question itself.
 */
export function saidAlready(
  { text }: Reading,
  { passages, last }: Topic,
): { readonly passage: PassageRecord; readonly units: readonly SentenceRecord[] } | undefined {
  const { answer } = last;
  const found = TOLD.find(({ asked }) => asked.test(withoutEnd(text)));
  if (answer === null || found === undefined) return undefined;
  if (found.asked.test(withoutEnd(last.question)) || isAskedAlike(text, last.question)) {
    return undefined;
  }
  const shown = passages.flatMap((passage) =>
    passage.sentences
      .filter((sentence) => answer.units.some(({ start }) => start === sentence.start))
      .filter(found.told)
      .map((sentence) => ({ passage, units: [sentence] })),
  );
  const [only, ...others] = shown;
  return others.some(({ units }) => units[0]?.start !== only?.units[0]?.start) ? undefined : only;
}

const ASKS_TEMPERATURE =
  /^(?:(?:at |on )?(?:what|which) (?:(?:oven )?temp(?:erature)?|heat|setting)(?: for the oven)?|how (?:hot|warm|cold)(?: (?:is|should) (?:it|that|the oven)(?: be)?)?|(?:the )?(?:oven )?temp(?:erature)?)$/iu;
const TEMPERATURE = /\d ?°|\d ?º|\d degrees?\b|\bgas mark \d/iu;

/** "At what temp?": the only sentence of the last answer that tells one, or the article's only one. */
export function temperatureAtHand(
  { text }: Reading,
  { passages, last: { answer } }: Topic,
): { readonly passage: PassageRecord; readonly units: readonly SentenceRecord[] } | undefined {
  if (!ASKS_TEMPERATURE.test(withoutEnd(text))) return undefined;
  const all = passages.flatMap((passage) =>
    passage.sentences
      .filter((sentence) => TEMPERATURE.test(sentence.text))
      .map((sentence) => ({ passage, units: [sentence] })),
  );
  const told = all.filter(({ units }) =>
    answer?.units.some(({ start }) => start === units[0]?.start),
  );
  const [only, ...others] = told.length > 0 ? told : all;
  return others.every(({ units }) => units[0]?.start === only?.units[0]?.start) ? only : undefined;
}

function tellsWhen(sentence: SentenceRecord): boolean {
  const index = indexOfSentence(sentence);
  return (
    hasClock(index) ||
    index.words.some(({ stem }) => isWeekday(stem)) ||
    candidatesOf(index).some(({ kind }) => kind === 'date')
  );
}

/** To "how long is the river?" the answer was a length, and "how long?" asks for more, as does "when?" after "when?". */
function isAskedAlike(text: string, before: string): boolean {
  const [own, other] = [text, before].map((each) => askedFor(wordsOf(each)));
  return own?.kind === other?.kind && (own?.kind === 'number' || own?.kind === 'date');
}

const ALSO = /\b(?:also|in addition|additionally|besides|as well)\b/iu;
const ELSE = new Set('else anything something'.split(' '));
const ASKS_ELSE = new Set('need needs bring have take pay know'.split(' '));

/** "Do I need anything else?": the only sentence of the last answer that adds something of that sort. */
export function elseAtHand(
  { words, content, form }: Reading,
  { passages, last: { answer } }: Topic,
): { readonly passage: PassageRecord; readonly units: readonly SentenceRecord[] } | undefined {
  const at = words.findIndex(({ text }) => text === 'else');
  const before = words[at - 1]?.text ?? '';
  const isElse = at !== -1 && /^(?:anything|what|something)$/u.test(before);
  if (answer === null || form !== 'whole' || !isElse) return undefined;
  const verbs = words.filter(({ text }) => ASKS_ELSE.has(text));
  const says = content.some(({ text }) => !ELSE.has(text) && !ASKS_ELSE.has(text));
  if (verbs.length === 0 || says) return undefined;
  const [only, another] = passages.flatMap((passage) =>
    passage.sentences
      .filter(
        (sentence) =>
          answer.units.some(({ start }) => start === sentence.start) &&
          ALSO.test(sentence.text) &&
          verbs.some(({ stem }) => indexOfSentence(sentence).positions.has(stem)),
      )
      .map((sentence) => ({ passage, units: [sentence] })),
  );
  return another === undefined ? only : undefined;
}

const BECAUSE =
  /\b(?:because|since|so that|due to|otherwise|or else|to avoid|as (?:it|they|this|that|the|he|she|we))\b/iu;

/**
 * "Why not with the lemon juice?": the only sentence of the last answer, or right behind it, that has
 * all that is named and gives a reason.
 */
export function reasonAtHand(
  { words, content, form }: Reading,
  { passages, last }: Topic,
): { readonly passage: PassageRecord; readonly units: readonly SentenceRecord[] } | undefined {
  const { answer } = last;
  if (answer === null || words[0]?.text !== 'why' || form !== 'whole' || content.length === 0) {
    return undefined;
  }
  const found = passages.flatMap((passage) => {
    const at = passage.sentences.findLastIndex(({ start }) =>
      answer.units.some((unit) => unit.start === start),
    );
    return passage.sentences
      .filter(
        (sentence, place) =>
          answer.units.some(({ start }) => start === sentence.start) ||
          (at !== -1 && place === at + 1),
      )
      .filter((sentence) => {
        const { positions } = indexOfSentence(sentence);
        return BECAUSE.test(sentence.text) && content.every(({ stem }) => positions.has(stem));
      })
      .map((sentence) => ({ passage, units: [sentence] }));
  });
  const [only, another] = found;
  return another === undefined ? only : undefined;
}
