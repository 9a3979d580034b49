import { answerTextOf } from '../answering/answer-text.js';
import { decide, judgedPassages, type AskContext, type QuestionOptions } from '../answering/ask.js';
import type { AnswerText, Verdict } from '../answering/answer.js';
import { NAMED_CONFIDENCE } from '../answering/judge.js';
import { readQuery } from '../retrieval/query.js';
import { shownPassage } from '../retrieval/rank.js';
import type { PassageRecord, SentenceRecord } from '../store/store.js';
import { comparedRows } from './compared-rows.js';
import { contactAtHand } from './contact-at-hand.js';
import { entryOfRank, personLabelled, sinceWhen } from './labelled.js';
import { personToAsk } from './person-to-ask.js';
import { cellOfSameRow } from './row-at-hand.js';
import { rowBelowHeading } from './headed-row.js';
import { itemBeside } from './item-beside.js';
import { conditionAtHand, placeAtHand, sectionAtHand } from './section-at-hand.js';
import { namesAtHand } from './names-at-hand.js';
import type { Reading } from './reading.js';
import { elseAtHand, reasonAtHand, saidAlready, temperatureAtHand } from './said-already.js';
import { quoteAbout, speakerOf } from './speaker.js';
import { otherItems, itemByNumber, itemInPlace, orderedRow, rowBeside } from './structure.js';
import type { Topic } from './topic.js';
import { versionAtHand } from './version-at-hand.js';
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
    answerOfSameRow(followUp.reading, followUp.topic) ??
    answerOfPlace(followUp) ??
    answerSaidAlready(followUp) ??
    (await answerOfVersion(context, followUp, options)) ??
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

/** Words of the article as the answer that the last one leads to. */
function told(topic: Topic, answer: AnswerText, confidence: number): Verdict {
  const passages = topic.passages
    .filter(({ start, end }) => start < answer.end && end > answer.start)
    .map((passage) => shownPassage(passage, 1));
  return ofLast(topic, { ...NOTHING, kind: 'answer', confidence, answer, passages });
}

/** With the question before as what was understood: it is about no other thing. */
function ofLast({ articleId, last }: Topic, verdict: Verdict): Verdict {
  return { ...verdict, context: { articleId, about: null, understood: last.understood } };
}

/** "And the second one?" of a list is its second item, as surely as the list was the answer; "step 3" the article's. */
function answerOfItem({ reading, topic }: FollowUp): Verdict | undefined {
  const { confidence } = topic.last;
  const others = otherItems(reading, topic);
  if (others !== undefined) {
    const { passage, items: units } = others;
    return ofLast(topic, answerOf({ passage, units }, confidence));
  }
  const beside = itemBeside(reading, topic);
  const inPlace =
    itemInPlace(reading, topic) ?? (beside && { passage: beside.passage, item: beside.row });
  const found = inPlace ?? itemByNumber(reading, topic);
  if (found === undefined) return undefined;
  const { passage, item } = found;
  const sure = inPlace === undefined ? NAMED_CONFIDENCE : confidence;
  return ofLast(topic, answerOf({ passage, units: [item] }, sure));
}

/** Who said what was answered is as sure as that was. */
function answerOfSpeaker({ reading, topic, about }: FollowUp): Verdict | undefined {
  const quote = reading.pronoun === undefined ? undefined : quoteAbout(reading, about, topic);
  if (quote !== undefined) {
    const { passage, sentence } = quote;
    const context = {
      articleId: topic.articleId,
      about: about ?? null,
      understood: reading.text,
    };
    return { ...answerOf({ passage, units: [sentence] }, NAMED_CONFIDENCE), context };
  }
  const answer = speakerOf(reading, topic);
  return answer && told(topic, answer, topic.last.confidence);
}

/**
 * The number that stands by the last answer, or what the article's own label says, is as sure as what
 * an entry is named with.
 */
function answerOfLabel({ reading, topic, about }: FollowUp): Verdict | undefined {
  const found =
    contactAtHand(reading, topic) ??
    personLabelled(reading, about, topic) ??
    personToAsk(reading, topic) ??
    entryOfRank(reading, topic) ??
    sinceWhen(reading, about, topic) ??
    namesAtHand(reading, topic) ??
    comparedRows(reading, topic);
  if (found === undefined) return undefined;
  const { answer, passage } = found;
  const passages = [shownPassage(passage, 1)];
  return ofLast(topic, {
    ...NOTHING,
    kind: 'answer',
    confidence: NAMED_CONFIDENCE,
    answer,
    passages,
  });
}

/** Another cell of the row that answered is as sure as that was. */
export function answerOfSameRow(reading: Reading, topic: Topic): Verdict | undefined {
  const answer = cellOfSameRow(reading, topic);
  return answer && told(topic, answer, topic.last.confidence);
}

/** A section that is headed as telling where, or what if, is as sure as what an entry is named with. */
function answerOfPlace({ reading, topic }: FollowUp): Verdict | undefined {
  const section = placeAtHand(reading, topic) ?? conditionAtHand(reading, topic);
  if (section === undefined) return undefined;
  return ofLast(topic, answerOf(section, NAMED_CONFIDENCE));
}

/** What the last answer said already is as sure as that was. */
function answerSaidAlready({ reading, topic }: FollowUp): Verdict | undefined {
  const said =
    saidAlready(reading, topic) ??
    temperatureAtHand(reading, topic) ??
    reasonAtHand(reading, topic) ??
    elseAtHand(reading, topic);
  return said && ofLast(topic, answerOf(said, topic.last.confidence));
}

/** What stands under a version's own heading is as sure as what an entry is named with. */
async function answerOfVersion(
  context: AskContext,
  { reading, topic }: FollowUp,
  options: QuestionOptions,
): Promise<Verdict | undefined> {
  const found = await versionAtHand(context, reading, topic, options);
  if (found === undefined) return undefined;
  const { answer, about, understood } = found;
  const verdict = told(topic, answer, NAMED_CONFIDENCE);
  return { ...verdict, context: { articleId: topic.articleId, about, understood } };
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
  const ordered = orderedRow(reading, topic) ?? rowBelowHeading(reading, topic);
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
