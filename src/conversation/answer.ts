import { answerInCharacters } from '../answering/answer-in-characters.js';
import { answerQuestion, type AskContext, type QuestionOptions } from '../answering/ask.js';
import type { Verdict } from '../answering/answer.js';
import type { Passage } from '../retrieval/passage.js';
import { messageKind } from '../answering/asked/kind.js';
import { presence, termsOf } from '../retrieval/terms.js';
import { isStopWord } from '../text/stop-words.js';
import { indexText } from '../retrieval/text-index.js';
import { isInCharacters } from '../text/unspaced.js';
import { wordsOf } from '../text/words.js';
import { antecedent } from './antecedent.js';
import { continuation } from './continuation.js';
import type { Exchange } from './exchange.js';
import { answerFollowUp } from './follow-up.js';
import type { FollowUp } from './understandings.js';
import { answerDesk } from './desk/desk-answer.js';
import { answerOfSameRow } from './at-hand.js';
import { readDeskQuestion, type DeskQuestion } from './desk/desk-question.js';
import { withoutGreeting } from './opening.js';
import { foreignLanguage } from './language.js';
import { isOfItself, reachOf } from './reach.js';
import { readFollowUp, withoutChange, type Reading } from './reading.js';
import { smallTalk, type SmallTalk } from './small-talk.js';
import { isOfWhole, referent, thingIn } from './subject.js';
import { sinceChange, takesNothingOver, topicOf, withoutWhole, type Topic } from './topic.js';
import { asHeaded, wholeName } from './written-name.js';

export interface ConversationOptions extends QuestionOptions {
  /** What was said before in the same conversation, latest last. */
  readonly conversation?: readonly Exchange[] | undefined;
  /** The model reads no other language: a question in one is told so. */
  readonly readsEnglishOnly?: boolean | undefined;
  /** What "this week" is part of. */
  readonly now?: Date | undefined;
}

/**
 * Answers a question with what was said before it in mind. With nothing before it, and where it
 * names a subject of its own, it is answered as if it stood alone.
 */
export async function answerInConversation(
  context: AskContext,
  message: string,
  {
    conversation = [],
    readsEnglishOnly = false,
    now = new Date(),
    ...options
  }: ConversationOptions,
): Promise<Verdict> {
  const talk = smallTalk(message);
  if (talk !== undefined) return saying(talk);
  const question = withoutGreeting(message);
  const own = isInCharacters(question)
    ? await answerInCharacters(context, question, options)
    : undefined;
  if (own !== undefined && (readsEnglishOnly || own.answer !== null)) return own;
  const foreign = readsEnglishOnly
    ? await foreignLanguage(context.store, options.scope, question)
    : undefined;
  if (foreign !== undefined) {
    return saying({ talk: 'foreign', language: foreign === 'other' ? undefined : foreign });
  }
  const asked = readDeskQuestion(question, now);
  if (asked !== undefined) {
    const verdict = await atTheDesk(context, question, asked, conversation, options);
    if (verdict !== undefined) return verdict;
  }
  return answerFromArticles(context, question, conversation, options);
}

/** With what the articles' words answer first, if it may be a question for them as well. */
async function atTheDesk(
  context: AskContext,
  question: string,
  asked: DeskQuestion,
  conversation: readonly Exchange[],
  options: QuestionOptions,
): Promise<Verdict | undefined> {
  const last = conversation.findLast(
    ({ articleId, guessed }) => articleId !== undefined && !guessed,
  );
  const desk = answerDesk(context, asked, { ...options, topicId: last?.articleId });
  const isSoft = 'which' in asked && 'of' in asked.which && asked.which.of === 'it';
  if (!isSoft || asked.asks === 'summary' || last?.answer === null) return desk;
  const verdict = await answerFromArticles(context, question, conversation, options);
  return verdict.answer === null ? desk : verdict;
}

async function answerFromArticles(
  context: AskContext,
  question: string,
  conversation: readonly Exchange[],
  options: QuestionOptions,
): Promise<Verdict> {
  const changed = conversation.findLastIndex((each) => readFollowUp(each.question).changesTopic);
  const known = conversation.slice(Math.max(0, changed)).filter(({ guessed }) => guessed !== true);
  const topic = await topicOf(context.store, known, options);
  const reading = readFollowUp(question);
  if (reading.changesTopic) return answerAlone(context, withoutChange(question), options);
  if (conversation.at(-1)?.guessed === true) {
    const guess = await topicOf(context.store, conversation, options);
    const verdict =
      guess === undefined
        ? undefined
        : await answerGuessed(context, question, reading, guess, options);
    if (verdict !== undefined && (verdict.answer !== null || topic === undefined)) return verdict;
  }
  if (topic === undefined) return answerAlone(context, question, options);
  return answerFrom(context, question, reading, topic, options);
}

/** Goes on from an answer: in its article, unless the question is about something else. */
async function answerFrom(
  context: AskContext,
  question: string,
  reading: Reading,
  spokenOf: Topic,
  options: QuestionOptions,
): Promise<Verdict> {
  if (messageKind(question) === 'gist') {
    return answerQuestion(context, question, { preferArticleId: spokenOf.articleId, ...options });
  }
  const latest = spokenOf.exchanges.at(-1);
  const isListed = latest !== undefined && isOfWhole(latest) && latest.answer === null;
  if (reading.form === 'next' || reading.form === 'more' || reading.form === 'sure') {
    const cell = reading.form === 'next' ? answerOfSameRow(reading, spokenOf) : undefined;
    return isListed ? UNCLEAR : (cell ?? continuation(spokenOf, reading.form, question));
  }
  const topic = withoutWhole(spokenOf);
  if (reading.form === 'bare' && takesNothingOver(topic)) return UNCLEAR;
  const { reach, lacking, named } = await reachOf(context.store, reading, topic, options.scope);
  if (reach === 'all') return answerAlone(context, question, options);
  const followUp: FollowUp = {
    reading,
    topic,
    about: aboutOf(reading, topic),
    ownSubject: reach === 'instead',
    complete: reach === 'first' || reach === 'compare',
  };
  const verdict = await answerFollowUp(context, question, followUp, options);
  if (verdict.answer !== null && reach === 'instead') return verdict;
  const isOfOthers = verdict.answer === null && asksOfAsker(reading);
  if (reach === 'article' && !isOfOthers) return verdict;
  const alone = await answerAlone(context, question, options);
  if (!named && !isOfItself(alone, lacking, topic)) return verdict;
  if (reach === 'article') return alone.answer === null ? verdict : alone;
  const lead = reach === 'first' ? LEAD : 0;
  return verdict.answer !== null && verdict.confidence + lead >= alone.confidence ? verdict : alone;
}

const ASKERS = new Set('i we you'.split(' '));

/** "How do I join?" has a subject of its own, and leans on nothing. */
function asksOfAsker({ form, joined, pronoun, words }: Reading): boolean {
  const isWhole = form === 'whole' && !joined && pronoun === undefined;
  return isWhole && words.some(({ text }) => ASKERS.has(text));
}

const UNCLEAR: Verdict = {
  kind: 'unclear',
  confidence: 0,
  answer: null,
  passages: [],
  lookedFor: [],
};

/** So much surer must another article be than the one spoken of. */
const LEAD = 0.25;

/**
 * Goes on from a question that nothing answered: what leans on it is understood from it, and asked
 * of the article that came nearest. Undefined for a question that stands alone.
 */
async function answerGuessed(
  context: AskContext,
  question: string,
  reading: Reading,
  topic: Topic,
  options: QuestionOptions,
): Promise<Verdict | undefined> {
  if (messageKind(question) === 'gist') return undefined;
  if (!['bare', 'instead', 'whole'].includes(reading.form)) return UNCLEAR;
  const { reach } = await reachOf(context.store, reading, topic, options.scope);
  if (reach === 'all' || reach === 'first' || reach === 'compare') return undefined;
  const about = aboutOf(reading, topic);
  const followUp = { reading, topic, about, ownSubject: reach === 'instead', complete: false };
  const verdict = await answerFollowUp(context, question, followUp, options);
  if (verdict.answer !== null || verdict.context === undefined) return verdict;
  return { ...verdict, context: { ...verdict.context, guessed: true } };
}

/** As if nothing had been said before. One word is a search for it. */
async function answerAlone(
  context: AskContext,
  question: string,
  options: QuestionOptions,
): Promise<Verdict> {
  const verdict = await answerQuestion(context, question, { ...options, offersAlso: true });
  const [word, ...others] = wordsOf(question);
  const isWord = word !== undefined && others.length === 0 && !isStopWord(word.text);
  if (verdict.kind !== 'unclear' || !isWord) return verdict;
  const [term] = termsOf([word], new Map(), 1);
  const has = ({ text, title }: Passage): boolean =>
    term !== undefined && presence(term, indexText(`${title} ${text}`)) > 0;
  return { ...verdict, kind: 'search', passages: verdict.passages.filter(has) };
}

function saying({
  talk,
  language,
}: {
  readonly talk: SmallTalk['talk'] | 'foreign';
  readonly language: SmallTalk['language'];
}): Verdict {
  return { kind: talk, language, confidence: 0, answer: null, passages: [], lookedFor: [] };
}

function aboutOf({ pronoun }: Reading, topic: Topic): string | undefined {
  if (pronoun === undefined && takesNothingOver(topic)) return undefined;
  const { passages } = topic;
  const { kind } = pronoun ?? {};
  const isPerson = kind === 'he' || kind === 'she';
  const exchanges = isPerson ? topic.exchanges : sinceChange(topic);
  const named = isPerson ? antecedent(kind, topic) : undefined;
  const said = pronoun === undefined ? thingIn(exchanges) : referent(pronoun, exchanges, passages);
  const about = named ?? said;
  return about === undefined ? undefined : wholeName(asHeaded(about, passages), passages);
}
