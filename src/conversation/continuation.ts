import type { AnswerText, Verdict } from '../answering/answer.js';
import { answerTextOf } from '../answering/answer-text.js';
import { shownPassage } from '../retrieval/rank.js';
import type { PassageRecord, SentenceRecord } from '../store/store.js';
import type { Topic } from './topic.js';
import { isOfWhole, thingIn } from './subject.js';

const FIRST = /\b(?:first|begin|start)\b/iu;

/** Sentences that "tell me more" adds at most. */
const MORE_SENTENCES = 3;

/**
 * "And then?" and "tell me more" go on behind the last answer, in the article's own order; "are you
 * sure?" gives the answer again, with how sure it was.
 */
export function continuation(
  { articleId, passages, exchanges, last }: Topic,
  form: 'next' | 'more' | 'sure',
  question: string,
): Verdict {
  const said = exchanges.findLast(({ answer }) => answer?.articleId === articleId);
  const about = thingIn(exchanges) ?? null;
  const isSame = form === 'sure' || isOfWhole(last);
  const understood = isSame ? last.understood : `${last.understood} ${question}`;
  const context = { articleId, about: isOfWhole(last) ? null : about, understood };
  const nothing: Verdict = {
    kind: 'unanswered',
    confidence: 0,
    answer: null,
    passages: [],
    lookedFor: [],
    context,
  };
  const answer = said?.answer;
  if (said === undefined || answer === undefined || answer === null) return nothing;
  if (form === 'sure') {
    const around = passages.filter(({ start, end }) => start < answer.end && end > answer.start);
    return {
      ...nothing,
      kind: 'answer',
      confidence: said.confidence,
      answer,
      passages: around.map((passage) => shownPassage(passage, 1)),
    };
  }
  const [unit] = answer.units;
  // The whole list was shown, but it was its beginning that was asked for.
  const isFirst = form === 'next' && unit?.kind === 'item' && FIRST.test(said.understood);
  const from = isFirst ? unit.end : answer.end;
  const following =
    form === 'next'
      ? nextIn(answer, passages, from)
      : sentencesAfter(passages, from, MORE_SENTENCES);
  const first = following[0];
  if (first === undefined) return nothing;
  return {
    ...nothing,
    kind: 'answer',
    // It is what the article says next, whatever was wanted.
    confidence: 1,
    answer: answerTextOf(
      first.passage,
      following.map(({ sentence }) => sentence),
    ),
    passages: [shownPassage(first.passage, 1)],
    context,
  };
}

/** What comes next in the same section, and after an item in the same list: nothing after its last. */
function nextIn(
  { units, path }: AnswerText,
  passages: readonly PassageRecord[],
  from: number,
): ReturnType<typeof sentencesAfter> {
  const [next] = sentencesAfter(passages, from, 1);
  if (next === undefined) return [];
  const { passage, sentence } = next;
  const isSameSection = passage.path.join('\n') === path.join('\n');
  const goesOn = units.at(-1)?.kind !== 'item' || sentence.kind === 'item';
  return isSameSection && goesOn ? [next] : [];
}

/** The next sentences of the article, all of the passage that the first one is in. */
function sentencesAfter(
  passages: readonly PassageRecord[],
  end: number,
  count: number,
): { readonly passage: PassageRecord; readonly sentence: SentenceRecord }[] {
  const passage = passages.find(({ sentences }) => sentences.some(({ start }) => start >= end));
  if (passage === undefined) return [];
  return passage.sentences
    .filter(({ start }) => start >= end)
    .slice(0, count)
    .map((sentence) => ({ passage, sentence }));
}
