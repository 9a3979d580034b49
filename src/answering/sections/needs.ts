import type { Block } from '../../documents/block.js';
import { coverage } from '../../retrieval/coverage.js';
import type { Query } from '../../retrieval/query.js';
import { indexText } from '../../retrieval/text-index.js';
import type { StoredArticle } from '../../store/store.js';
import { isStopWord } from '../../text/stop-words.js';
import { wordsOf, type Word } from '../../text/words.js';
import type { AnswerText, AnswerUnit } from '../answer.js';
import { unitOf } from '../answer-text.js';
import { shownAs, unitsUnder, type HeadedSection } from './headed-sections.js';
import { wholeList } from './whole-list.js';

/** What things that are needed are called when they head a list of them. */
const THINGS =
  'ingredients?|materials?|requirements?|prerequisites?|tools?|equipment|supplies|utensils?|gear|kit|hardware|components?|documents?|paperwork|things|items|stuff';
/** "Ingredients", "System requirements", "What you'll need", "Packing list", "Before you start". */
const HEADS_NEEDS = new RegExp(
  String.raw`^(?:(?:the|your|our|minimum|basic|system|hardware|required|necessary) )*(?:${THINGS})(?: (?:list|needed|required|you(?: will| ll)? need|to (?:bring|have|get|pack)))?(?: (?:and|&) (?:${THINGS}))?$|^(?:(?:what|things) )?(?:you(?: will| ll)?(?: also)? need|is (?:needed|required)|to (?:bring|pack|take|have ready))(?: to (?:bring|have|buy|get))?(?: for [\p{L} ]{1,40})?$|^(?:packing|shopping|kit|equipment|check) ?list$|^before you (?:start|begin)$`,
  'iu',
);

/** "What do I need for …", "which tools are required", "what should I bring". */
const ASKS_NEEDS = [
  /^(?:what|which)(?: \p{L}+){0,3} (?:do|does|will|would|did|should|must|can) (?:\p{L}+ ){1,3}(?:need|require|bring|pack|take)\b(?! (?:place|part|care)\b)/u,
  /^(?:what|which)(?: \p{L}+){0,2} (?:is|are) (?:needed|required|necessary)\b/u,
];
/** What is needed to do something is not what has to be done: "what do I need to know". */
const ASKS_TO_DO = /\bneed to (?!bring|have|pack|take|get|buy)(\p{L}+)(?: (\p{L}+))?/u;

/** Whether a question asks for the things that something takes. */
export function asksForNeeds(words: readonly Word[]): boolean {
  const text = textOf(words);
  if (!ASKS_NEEDS.some((pattern) => pattern.test(text))) return false;
  const [found, verb = '', object = ''] = ASKS_TO_DO.exec(text) ?? [];
  if (found === undefined) return true;
  if (/^(?:do|know|say|tell|pay|remember)$/u.test(verb)) return false;
  // "Need to join", "need to make a kite": not "need to send to the office".
  return !/^(?:to|about|with|from|before|after|by|of|if|when)$/u.test(object);
}

function textOf(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(' ');
}

/** What of the question the title and the headings above have to have. */
const TOPIC = 0.7;

/**
 * The list of what is needed: what stands under headings such as "Ingredients", those side by side
 * together, or behind a line such as "You will need:". Undefined if the article, by its title and
 * headings, is about something else.
 */
export function needsOf(
  query: Query,
  article: Pick<StoredArticle, 'id' | 'title' | 'text' | 'blocks'>,
  sections: readonly HeadedSection[],
): AnswerText | undefined {
  if (!asksForNeeds(query.words)) return undefined;
  const { title, text, blocks } = article;
  const isNamedBy = (names: string): boolean => {
    const terms = termsOfTopic(query);
    return terms.length === 0 || coverage(terms, indexText(`${title}\n${names}`)) >= TOPIC;
  };
  const all = sections.filter(
    (section) => headsNeeds(section.words) && isNamedBy(`${section.words}\n${section.under ?? ''}`),
  );
  const asked = all.filter((section) => asksForThis(query, section.words));
  const fitting = asked.length > 0 ? asked : all;
  const [first] = fitting;
  if (first === undefined) return introduced(article, isNamedBy);
  const last = fitting.reduce((end, next) => (next.at === end.to ? next : end), first);
  const units = [first, ...fitting.filter(({ at }) => at > first.at && at <= last.at)].flatMap(
    (section) => unitsUnder(text, blocks, section),
  );
  const [unit] = units;
  if (unit === undefined) return undefined;
  const start = text.lastIndexOf('\n', unit.start - 1) + 1;
  return shownAs(article, units, { start, end: last.end, path: [first.words] });
}

function headsNeeds(heading: string): boolean {
  // "1. Ingredients (for four)"
  const [plain = ''] = heading.split('(');
  return HEADS_NEEDS.test(textOf(wordsOf(plain)).replace(/^\p{N}{1,2} /u, ''));
}

/** Words that say that something is needed, or how it is asked, and so not for what. */
const SAYS_NEED = new RegExp(
  String.raw`^(?:need(?:ed|s)?|requir(?:e|es|ed)|necessary|bring|pack|take|along|list|for|${THINGS})$`,
  'u',
);

/** What something is needed for; not the verb of "to make a kite". */
function termsOfTopic({ terms, words }: Query): Query['terms'] {
  return terms.filter(
    ({ position, text }) => !SAYS_NEED.test(text) && words[position - 1]?.text !== 'to',
  );
}

/** "Which tools do I need?" asks for the tools alone. */
function asksForThis({ words }: Query, heading: string): boolean {
  const heads = new Set(wordsOf(heading).map(({ stem }) => stem));
  return words.some(
    ({ text, stem }) => !isStopWord(text) && SAYS_NEED.test(text) && heads.has(stem),
  );
}

/** The list behind a line that says what is needed: "You will need:". */
function introduced(
  article: Pick<StoredArticle, 'id' | 'title' | 'text' | 'blocks'>,
  isNamedBy: (names: string) => boolean,
): AnswerText | undefined {
  const { text, blocks } = article;
  const at = blocks.findIndex((block, place) => {
    const words = text.slice(block.start, block.end);
    return (
      block.kind === 'paragraph' &&
      blocks[place + 1]?.kind === 'item' &&
      /[:：]\s*$/u.test(words) &&
      headsNeeds(words) &&
      isNamedBy(words)
    );
  });
  const line = blocks[at];
  const list = at === -1 ? undefined : wholeList(blocks, at + 1);
  if (line === undefined || list === undefined) return undefined;
  const units = list.items.flatMap((item): AnswerUnit[] => {
    const block: Block | undefined = blocks[item];
    if (block === undefined) return [];
    return [unitOf(text, blocks, { ...block, kind: 'item', block: item })];
  });
  const end = units.at(-1)?.end ?? line.end;
  return shownAs(article, units, { start: line.start, end, path: [] });
}
