import { answerTextOf } from '../answering/answer-text.js';
import { decide, judgedPassages, type AskContext, type QuestionOptions } from '../answering/ask.js';
import type { AnswerText, Verdict } from '../answering/answer.js';
import { NAMED_CONFIDENCE } from '../answering/judge.js';
import { readQuery } from '../retrieval/query.js';
import { shownPassage } from '../retrieval/rank.js';
import type { PassageRecord, SentenceRecord } from '../store/store.js';
import { contactAtHand } from './contact-at-hand.js';
import { entryOfRank, personLabelled, sinceWhen } from './labelled.js';
import { cellOfSameRow } from './row-at-hand.js';
import { itemBeside } from './item-beside.js';
import { placeAtHand, sectionAtHand } from './section-at-hand.js';
import { quoteAbout, speakerOf } from './speaker.js';
import { otherItems, itemByNumber, itemInPlace, orderedRow, rowBeside } from './structure.js';
import type { FollowUp } from './understandings.js';

/** What the order and the labels of an article answer by themselves, whatever its words. */
export async function answerAtHand(
  context: AskContext,
  followUp: FollowUp,
  options: QuestionOptions,
): Promise<Verdict | undefined> {
  return (
    answerOfItem(followUp) ??
    answerOfSpeaker(followUp) ??
    answerOfLabel(followUp) ??
    answerOfSameRow(followUp) ??
    answerOfPlace(followUp) ??
    (await answerOfRow(context, followUp, options))
  );
}

export const NOTHING: Verdict = {
  kind: 'unanswered',
  confidence: 0,
  answer: null,
  passages: [],
  lookedFor: [],
};

/** Some of a passage as an answer. */
export function answerOf(
  {
    passage,
    units,
  }: { readonly passage: PassageRecord; readonly units: readonly SentenceRecord[] },
  confidence: number,
): Verdict {
  return {
    ...NOTHING,
    kind: 'answer',
    confidence,
    answer: answerTextOf(passage, units),
    passages: [shownPassage(passage, 1)],
  };
}

/** "And the second one?" of a list is its second item, as surely as the list was the answer; "step 3" the article's. */
function answerOfItem({ reading, topic }: FollowUp): Verdict | undefined {
  const others = otherItems(reading, topic);
  if (others !== undefined) {
    const { articleId, last } = topic;
    const answer = answerTextOf(others.passage, others.items);
    const context = { articleId, about: null, understood: last.understood };
    const passages = [shownPassage(others.passage, 1)];
    return { ...NOTHING, kind: 'answer', confidence: last.confidence, answer, passages, context };
  }
  const beside = itemBeside(reading, topic);
  const inPlace =
    itemInPlace(reading, topic) ?? (beside && { passage: beside.passage, item: beside.row });
  const found = inPlace ?? itemByNumber(reading, topic);
  if (found === undefined) return undefined;
  const { articleId, last } = topic;
  return {
    ...NOTHING,
    kind: 'answer',
    confidence: inPlace === undefined ? NAMED_CONFIDENCE : last.confidence,
    answer: answerTextOf(found.passage, [found.item]),
    passages: [shownPassage(found.passage, 1)],
    context: { articleId, about: null, understood: last.understood },
  };
}

/** Who said what was answered is as sure as that was. */
function answerOfSpeaker({ reading, topic, about }: FollowUp): Verdict | undefined {
  const { articleId, last } = topic;
  const quote = reading.pronoun === undefined ? undefined : quoteAbout(reading, about, topic);
  if (quote !== undefined) {
    const context = { articleId, about: about ?? null, understood: reading.text };
    return {
      ...answerOf({ passage: quote.passage, units: [quote.sentence] }, NAMED_CONFIDENCE),
      context,
    };
  }
  const answer = speakerOf(reading, topic);
  if (answer === undefined) return undefined;
  return {
    ...NOTHING,
    kind: 'answer',
    confidence: last.confidence,
    answer,
    passages: aroundIn(topic, answer),
    context: { articleId, about: null, understood: last.understood },
  };
}

/**
 * The number that stands by the last answer, or what the article's own label says, is as sure as what
 * an entry is named with.
 */
function answerOfLabel({ reading, topic, about }: FollowUp): Verdict | undefined {
  const found =
    contactAtHand(reading, topic) ??
    personLabelled(reading, about, topic) ??
    entryOfRank(reading, topic) ??
    sinceWhen(reading, about, topic);
  if (found === undefined) return undefined;
  return {
    ...NOTHING,
    kind: 'answer',
    confidence: NAMED_CONFIDENCE,
    answer: found.answer,
    passages: [shownPassage(found.passage, 1)],
    context: { articleId: topic.articleId, about: null, understood: topic.last.understood },
  };
}

/** Another cell of the row that answered is as sure as that was. */
function answerOfSameRow({ reading, topic }: FollowUp): Verdict | undefined {
  const { articleId, last } = topic;
  const answer = cellOfSameRow(reading, topic);
  if (answer === undefined) return undefined;
  const { understood } = last;
  const context = { articleId, about: null, understood };
  return {
    ...NOTHING,
    kind: 'answer',
    confidence: last.confidence,
    answer,
    passages: aroundIn(topic, answer),
    context,
  };
}

/** A section that is headed as telling where is as sure as what an entry is named with. */
function answerOfPlace({ reading, topic }: FollowUp): Verdict | undefined {
  const section = placeAtHand(reading, topic);
  if (section === undefined) return undefined;
  const { articleId, last } = topic;
  const context = { articleId, about: null, understood: last.understood };
  return { ...answerOf(section, NAMED_CONFIDENCE), context };
}

function aroundIn({ passages }: FollowUp['topic'], answer: AnswerText): Verdict['passages'] {
  return passages
    .filter(({ start, end }) => start < answer.end && end > answer.start)
    .map((passage) => shownPassage(passage, 1));
}

/** Not "what's first on Sunday?" */
const FIRST_OF_SOMETHING =
  /\b(?:first|last|latest|final) (?!on |in |at |of |for |today|tomorrow)\p{L}/iu;

/** A row that the table's own order gives is as sure as the table is the one that is meant. */
async function answerOfRow(
  context: AskContext,
  { reading, topic }: FollowUp,
  { scope, signal }: QuestionOptions,
): Promise<Verdict | undefined> {
  // "My first visit" is no row that comes first, if a section is headed so.
  if (FIRST_OF_SOMETHING.test(reading.text) && sectionAtHand(reading, topic)?.isSame === true) {
    return undefined;
  }
  const ordered = orderedRow(reading, topic);
  const found = ordered ?? rowBeside(reading, topic);
  if (found === undefined) return undefined;
  const { passage, row, about, understood } = found;
  const text = ordered === undefined ? understood : `${reading.text} ${row.text}`;
  const query = await readQuery(context, text, scope, signal);
  const window = [{ ...passage, sentences: [row] }];
  const judgement = await judgedPassages(context.embedder.reader, query, window, signal);
  const verdict = await decide({ ...context, minConfidence: 0 }, query, judgement);
  if (verdict.answer === null) return undefined;
  return {
    ...verdict,
    confidence: topic.last.confidence,
    context: { articleId: topic.articleId, about, understood },
  };
}
