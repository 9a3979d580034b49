import { isAsked } from '../../passages/sections.js';
import type { Query } from '../../retrieval/query.js';
import { indexOfSentence, indexOfTitle } from '../../retrieval/text-index.js';
import type { PassageRecord } from '../../store/store.js';
import { isWeekday } from '../../text/calendar.js';
import { wordsOf } from '../../text/words.js';
import type { Bold } from '../bold.js';
import { lacksContact } from '../asked/contact.js';
import { mayTell } from './evidence.js';
import { askedFor, type AskedFor } from '../asked/question.js';

/**
 * Whether a passage can hold the answer at all, however well it meets the question: the number, date,
 * command or contact that is asked for stands there, and nothing of another day is bold.
 */
export function isAble(query: Query, asked: AskedFor, passage: PassageRecord, bold: Bold): boolean {
  return (
    canStand(asked, passage) &&
    hasCommands(query, passage) &&
    !isOfOtherDay(query, passage, bold) &&
    !(ASKS_FOR_ALL.test(query.text) && isSingle(bold)) &&
    !lacksContact(
      query,
      bold.sentences.map(({ sentence }) => sentence.reading),
    )
  );
}

const ASKS_FOR_ALL =
  /^\W*(?:(?:please|can you|could you|and) )*(?:list|enumerate|name|show(?: me)?|give(?: me)?) (?:all|every|a (?:full |complete )?list of|the (?:full|complete) list of)\b/iu;
/** What stands between several things of one sentence. */
const SEVERAL = /[,;:、，：]|\s(?:and|or|und|et|y)\s/u;

/** Whether a sentence is bold that names one thing at most, in place of all. */
function isSingle({ sentences }: Bold): boolean {
  const [only, ...more] = sentences.map(({ sentence }) => sentence);
  return more.length === 0 && only?.kind === 'sentence' && !SEVERAL.test(only.reading);
}

/** Of a rule or a step that is a heading: "4. Leave 100 blocks between bases". */
const OWN_NUMBER = /^\s*(?:§\s*)?\d{1,3}(?:\.\d{1,3})*[.):]?\s+/u;

/**
 * Whether what is asked for can stand there: a number or a date does, in its heading at least, or the
 * document itself asks for one and so says in its own way when or how much: "whenever the doctor sees
 * fit".
 */
function canStand(asked: AskedFor, { path, sentences }: PassageRecord): boolean {
  const heading = path.at(-1);
  const said = heading === undefined ? [] : [indexOfTitle(heading.replace(OWN_NUMBER, ''))];
  return (
    mayTell(asked, [...sentences.map(indexOfSentence), ...said]) ||
    (heading !== undefined && isAsked(heading) && askedFor(wordsOf(heading)).kind === asked.kind)
  );
}

/** `/fly`, `!play`: a command with the sign that it is typed with. */
const COMMAND = /(?<=^|\s)[/!]\p{L}[\p{L}\p{N}_-]{1,31}(?=$|[\s?.,!])/gu;

/** Whether a passage has each command that a question names; "fly" alone is another word. */
function hasCommands({ text }: Query, { context, sentences }: PassageRecord): boolean {
  const commands = text.toLowerCase().match(COMMAND) ?? [];
  if (commands.length === 0) return true;
  const all = [context, ...sentences.map(({ reading }) => reading)].join('\n').toLowerCase();
  return commands.every((command) => all.includes(command));
}

/** A weekday is asked for that neither what is bold nor its headings say or mean, and another is there. */
function isOfOtherDay(query: Query, { context }: PassageRecord, { sentences }: Bold): boolean {
  const days = query.terms.filter(({ stem }) => isWeekday(stem));
  if (days.length === 0) return false;
  const texts = [
    indexOfTitle(context),
    ...sentences.map(({ sentence }) => indexOfSentence(sentence)),
  ];
  const isSaid = texts.some((text) =>
    days.some(({ stem }) => text.positions.has(stem) || text.implied.has(stem)),
  );
  return !isSaid && texts.some(({ words }) => words.some(({ stem }) => isWeekday(stem)));
}
