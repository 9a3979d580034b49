import type { AnswerText } from '../answering/answer.js';
import { isBlank } from '../answering/tables/cells.js';
import { indexText } from '../retrieval/text-index.js';
import { wordsOf, type Word } from '../text/words.js';
import type { Exchange } from './exchange.js';
import type { Pronoun } from './pronoun.js';
import type { Reading } from './reading.js';
import { thingIn } from './subject.js';
import type { Topic } from './topic.js';

interface Column {
  /** Whether a question asks for what such a column has. */
  readonly asked: (words: readonly Word[]) => boolean;
  readonly called: RegExp;
  /** Both the day and the time tell when. */
  readonly mayBeSeveral?: boolean;
}

function opensWith(openings: RegExp): Column['asked'] {
  return (words) => openings.test(words.map(({ text }) => text).join(' '));
}

/** After a row of lights or faults and what helps: "what do I do then?", "so what now?" */
const WHAT_TO_DO =
  /^(?:so )?what (?:(?:do|should|must|can) (?:i|we|you) do(?: now| then| about (?:it|that))?|now|then)$/u;

const COLUMNS: readonly Column[] = [
  {
    asked: opensWith(/^(?:who|(?:by|with) whom?)\b/u),
    called:
      /^(?:who|with|by|host|speaker|lead|leader|led by|run by|teacher|trainer|coach|instructor|organi[sz]er|presenter|moderator|artist|contact|responsible)\b/iu,
  },
  {
    asked: opensWith(
      /^(?:where|(?:in |on |at )?(?:which|what) (?:room|place|hall|stage|channel|floor|court|location))\b/u,
    ),
    called: /^(?:where|room|place|location|venue|stage|hall|channel|floor|court|pitch)\b/iu,
  },
  {
    asked: opensWith(/^(?:when|(?:at |on )?(?:which|what) (?:time|day|date|hour))\b/u),
    mayBeSeveral: true,
    called: /^(?:when|time|date|day|start|hours?)\b/iu,
  },
  {
    asked: opensWith(/^how long\b/u),
    called: /^(?:minutes|mins?|duration|length|takes|time needed|how long)\b/iu,
  },
  {
    asked: opensWith(
      /^how many (?:people|persons|players|guests|of us|does|do|can|fits?|seats?|places)\b/u,
    ),
    called: /^(?:seats?|places|capacity|people|persons|players|guests|max|group size)\b/iu,
  },
  {
    asked: opensWith(/^(?:how much|what (?:does it cost|is the price|s the price)|price|cost)\b/u),
    called: /^(?:price|cost|costs|fee|rate|fare)\b/iu,
  },
  {
    asked: opensWith(WHAT_TO_DO),
    called:
      /^(?:what to do|what you (?:should|can|must) do|action|remedy|solution|fix|cure|response)\b/iu,
  },
];

/** What is done with whatever a row is of. */
const DONE = new Set(
  `run runs running give gives giving host hosts hosting hold holds lead leads present presents teach
  teaches do does doing make makes making perform performs play plays speak speaks moderate moderates
  organise organises organize organizes room place hall stage channel floor court location time day date
  hour start starts begin begins take takes happen happens held people persons players guests seats
  places fit fits seat hold last lasts cost costs price pay`.split(/\s+/u),
);

/**
 * After one row of a table, "in which room?" or "who gives it?" asks for another cell of the same row:
 * that answer once more, with the cell marked. Undefined if "it" is something that the row is not of,
 * and if no column, or several, may be meant.
 */
export function cellOfSameRow(
  { words, content, pronoun, form }: Reading,
  { last }: Topic,
): AnswerText | undefined {
  const { answer } = last;
  const [unit, ...others] = answer?.units ?? [];
  if (answer === null || unit?.kind !== 'row' || others.length > 0) return undefined;
  if (form !== 'bare' && form !== 'whole' && form !== 'next') return undefined;
  // Without a "t" behind it, as in "won't", it is a verb of its own.
  const asksWon = words.some(({ text }, at) => text === 'won' && words[at + 1]?.text !== 't');
  if (asksWon || content.some(({ text }) => !DONE.has(text))) return undefined;
  if (pronoun !== undefined && !isOfRow(pronoun, last, answer)) return undefined;
  const column = COLUMNS.find(({ asked }) => asked(words));
  if (column === undefined) return undefined;
  const cells = (unit.cells ?? []).filter(
    ({ start, end, column: name = '' }) =>
      column.called.test(name) &&
      !isBlank(answer.text.slice(start - answer.start, end - answer.start)),
  );
  if (cells.length === 0 || (cells.length > 1 && column.mayBeSeveral !== true)) return undefined;
  return { ...answer, highlights: cells.map(({ start, end }) => ({ start, end })) };
}

const OF_ROW = new Set(['it', 'they', 'there']);

/** Whether a pronoun can mean what a row is of: what was asked about has a word in it, or is nothing. */
function isOfRow({ kind }: Pronoun, last: Exchange, { text }: AnswerText): boolean {
  if (!OF_ROW.has(kind)) return false;
  const about = thingIn([{ ...last, understood: last.question, about: undefined }]);
  if (about === undefined) return true;
  const { positions } = indexText(text);
  return wordsOf(about).some(({ stem }) => positions.has(stem));
}
