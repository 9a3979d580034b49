import {
  considered,
  decide,
  fittedThreshold,
  judgedPassages,
  type AskContext,
  type QuestionOptions,
} from '../answering/ask.js';
import { NAMED_CONFIDENCE, type Judgement } from '../answering/judge.js';
import type { AnswerText, Verdict } from '../answering/answer.js';
import { readQuery, type Query } from '../retrieval/query.js';
import type { Span } from '../text/span.js';
import { answerAtHand, answerOf, NOTHING } from './at-hand.js';
import {
  hasAnother,
  isOfAnotherPerson,
  isOfOwnSection,
  isOfRow,
  missesAtHand,
  repeatsWithoutReason,
  windowsOf,
} from './near.js';
import { withWhatFollows } from './echo.js';
import { clearlyRead, type Judged } from './read-answer.js';
import { isLabelledSo } from './labelled-so.js';
import { allowance, shareOfAnyMet, weighed } from './own-words.js';
import { paraphrases } from './paraphrase.js';
import { isCondition, type Rewritten } from './rewrite.js';
import { sectionAtHand } from './section-at-hand.js';
import { understandings, type FollowUp } from './understandings.js';

/**
 * Asks a follow-up of the article of the last answer, in each way in which it can be understood;
 * the surest answer counts. Nothing is answered from another article if the question does not
 * name a subject of its own.
 */
export async function answerFollowUp(
  context: AskContext,
  question: string,
  followUp: FollowUp,
  options: QuestionOptions,
): Promise<Verdict> {
  const { topic, about, ownSubject } = followUp;
  const ordered = await answerAtHand(context, followUp, options);
  if (ordered !== undefined) return ordered;
  const articleId = ownSubject ? undefined : topic.articleId;
  let best: Understood | undefined;
  const meant = await understandings(context, followUp, options);
  const ways = meant.flatMap((way) => [...paraphrases(way, topic.passages), way]);
  const said = { text: followUp.reading.text, carried: new Set<string>() };
  const own = await Promise.all(
    [said, ...paraphrases(said, topic.passages)].map(({ text }) =>
      readQuery(context, text, options.scope, options.signal),
    ),
  );
  const named = await readQuery(context, meant[0]?.text ?? question, options.scope, options.signal);
  const judged = new Map<string, Judged>();
  for (const { text, carried } of ways) {
    const read = await readQuery(context, text, options.scope, options.signal);
    const query = weighed(read, carried);
    const judgement = await considered(context, query, options.scope, articleId, options.signal);
    judged.set(text, { query, judgement });
    const verdict = await decide({ ...context, minConfidence: 0 }, query, judgement);
    const met = isOfOwnSection(followUp, judgement) ? 1 : shareOfAnyMet(own, judgement.chosen);
    const misses = isAside(followUp, named, verdict, judgement);
    const confidence = misses ? 0 : verdict.confidence * allowance(met);
    if (best !== undefined && best.verdict.confidence + LIKELIER >= confidence) continue;
    const least = context.minConfidence ?? fittedThreshold(judgement);
    best = understoodSo({ text, carried }, verdict, { confidence, met, least });
  }
  const { reading } = followUp;
  const isBare = reading.form === 'bare';
  for (const window of followUp.complete ? [] : windowsOf(followUp)) {
    let isFound = false;
    for (const { text, carried } of ways.slice(0, NEAR_WAYS)) {
      const query = weighed(await readQuery(context, text, options.scope, options.signal), carried);
      const judgement = await judgedPassages(
        context.embedder.reader,
        query,
        window.passages,
        options.signal,
      );
      const verdict = await decide({ ...context, minConfidence: 0 }, query, judgement);
      if (window.isAnswer && !hasAnother(verdict, judgement, topic)) continue;
      if (isAside(followUp, named, verdict, judgement)) continue;
      const isRow = reading.pronoun !== undefined && isOfRow(verdict, judgement);
      const isAbout = isRow || isOfOwnSection(followUp, judgement);
      const met = isAbout ? 1 : shareOfAnyMet(own, judgement.chosen);
      const confidence = verdict.confidence * allowance(met);
      const fitted = context.minConfidence ?? fittedThreshold(judgement);
      const least = fitted * (isRow ? LABELLED : 1);
      const ahead = aheadOf(best, { confidence, met, alone: verdict.confidence });
      const isNamed = about === undefined || reading.pronoun === undefined || carried.size > 0;
      const near = isBare ? NEARNESS_OF_BARE : NEARNESS;
      // Without its name what is said of "he" may be said of anybody.
      const nearness = window.isAnswer ? 1 : isNamed ? near : -LIKELIER;
      // Of the same window a way that is less likely meant has to be surer.
      if (confidence < least || ahead > (isFound ? -LIKELIER : nearness)) continue;
      isFound = true;
      best = understoodSo({ text, carried }, verdict, { confidence, met, least });
    }
    if (window.isAnswer && best?.verdict.answer?.start === topic.last.answer?.start) break;
  }
  const { verdict, taken, least } = best ?? { verdict: NOTHING, taken: false, least: 1 };
  // Which of its words another thing takes the place of, the answer tells.
  const isInstead = reading.form === 'instead' && verdict.answer !== null;
  const understood = {
    articleId: verdict.answer?.articleId ?? topic.articleId,
    about: taken ? (insteadOf(reading) ?? about ?? null) : null,
    understood: (isInstead ? best?.text : meant[0]?.text) ?? question,
    pronoun: followUp.reading.pronoun?.kind,
  };
  const isLabelled = verdict.answer !== null && isLabelledSo(verdict.answer, reading);
  const isSure =
    verdict.answer !== null && verdict.confidence >= least * (isLabelled ? LABELLED : 1);
  const section = sectionAtHand(reading, topic);
  if (section?.isSame === true && !(isSure && isIn(section.passage, verdict.answer))) {
    return { ...answerOf(section, NAMED_CONFIDENCE), context: understood };
  }
  if (isSure) return { ...withWhatFollows(verdict, reading, topic), context: understood };
  if ((context.minConfidence ?? 0) <= READ_CONFIDENCE) {
    // A name or words put into it make every sentence that has them look like the answer.
    const plain = reading.form === 'whole' ? [reading] : meant;
    const asked = plain.flatMap(({ text }) => judged.get(text) ?? []);
    const isPerson = reading.pronoun?.kind === 'he' || reading.pronoun?.kind === 'she';
    const before = isBare ? topic.last : undefined;
    const found = clearlyRead(asked, isPerson ? about : undefined, before) ?? section;
    if (found !== undefined) return { ...answerOf(found, READ_CONFIDENCE), context: understood };
  }
  return { ...verdict, kind: 'unanswered', answer: null, context: understood };
}

/** What a follow-up comes to in one of the ways in which it can be understood. */
interface Understood {
  readonly verdict: Verdict;
  /** With words of what was said before. */
  readonly taken: boolean;
  readonly least: number;
  readonly text: string;
  /** How much of the question's own words the answer meets, for which its confidence is lowered. */
  readonly met: number;
  /** Its confidence before that. */
  readonly alone: number;
}

/** With the confidence that is lowered for what its answer does not meet. */
function understoodSo(
  { text, carried }: Rewritten,
  verdict: Verdict,
  { confidence, ...rest }: Pick<Understood, 'met' | 'least'> & { readonly confidence: number },
): Understood {
  const lowered = { ...verdict, confidence };
  return { ...rest, verdict: lowered, taken: carried.size > 0, text, alone: verdict.confidence };
}

/** How much surer the best is; what meets as little of the question gains nothing from both being lowered. */
function aheadOf(
  best: Understood | undefined,
  { confidence, met, alone }: Pick<Understood, 'met' | 'alone'> & { readonly confidence: number },
): number {
  if (best === undefined) return -confidence;
  const ahead = best.verdict.confidence - confidence;
  return best.met >= met ? Math.max(ahead, best.alone - alone) : ahead;
}

function isIn({ start, end }: Span, answer: AnswerText | null): boolean {
  return answer !== null && answer.start >= start && answer.end <= end;
}

/** What a question names in place of what the one before was about: "and Fern?". */
function insteadOf(reading: FollowUp['reading']): string | undefined {
  const { form, text, content } = reading;
  if (form !== 'instead' || content.length === 0 || isCondition(reading)) return undefined;
  return text.slice(content[0]?.start, content.at(-1)?.end);
}

/** Not what is asked for, however sure it is. */
function isAside(
  { reading, topic, about }: FollowUp,
  named: Query,
  verdict: Verdict,
  judgement: Judgement,
): boolean {
  return (
    missesAtHand(reading, judgement, topic) ||
    repeatsWithoutReason(verdict, judgement, topic) ||
    isOfAnotherPerson(reading, about, named, judgement)
  );
}

/** So sure is what reading alone is sure of. */
const READ_CONFIDENCE = 0.6;
/** So much surer must be what is less likely meant. */
const LIKELIER = 0.02;
/** What the article's own labels and columns say, whatever its words, may be so much less sure. */
const LABELLED = 0.4;

/** Ways in which a question is asked of the last answer's surroundings. */
const NEAR_WAYS = 2;
/** What stands beside the last answer may be so much less sure than what does not. */
const NEARNESS = 0.15;
const NEARNESS_OF_BARE = 0.4;
