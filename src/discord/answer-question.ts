import type { AlsoAnswer, AnswerText, AskResult, DeskAsk } from '../answering/answer.js';
import { lookedForPhrases } from '../answering/looked-for.js';
import { exchangeOf, type Exchange } from '../conversation/exchange.js';
import { questionsIn } from '../conversation/questions-in.js';
import { smallTalk } from '../conversation/small-talk.js';
import { NewsdeskError } from '../errors.js';
import { articlesPage, withArticles } from './pages.js';
import { recordedQuestion } from './buttons/recorded.js';
import type { Call } from './call.js';
import { findArticle, knownArticle } from './catalogue.js';
import { deskReply } from './desk.js';
import { PASSAGES_PER_PAGE, QUESTION } from './limits.js';
import { checkQuestion } from './question.js';
import type { AnswerReply, NoteReply, Reply } from './replies/reply.js';
import { cleanLine } from './text/clean.js';

export interface Asked {
  readonly question: string;
  /** What was chosen or typed for the option `article`. */
  readonly article?: string | undefined;
  /** Only who asked sees the reply. */
  readonly isPrivate: boolean;
  /** The exchange that a reply to one of the bot's messages takes up again. */
  readonly takesUp?: Exchange | undefined;
  readonly showQuestion: boolean;
}

/** What is said to a message, whether it came by command, mention or direct message. */
export async function answerQuestion(call: Call, asked: Asked): Promise<Reply> {
  const { newsdesk, catalogue, scope, askedBy, signal, conversations, speaker } = call;
  const message = cleanLine(asked.question);
  // Nobody else reads a direct message.
  const isPrivate = asked.isPrivate || call.guildId === undefined;
  const isTalk = smallTalk(message) !== undefined;
  if (!isTalk) call.countQuestion();
  const questions = isTalk ? [message] : questionsOf(asked.question);
  const articleId =
    asked.article === undefined ? undefined : findArticle(catalogue, asked.article, scope).id;
  const replies: Reply[] = [];
  let takenUp = asked.takesUp === undefined ? undefined : [asked.takesUp];
  for (const question of questions) {
    const conversation = takenUp ?? conversations.recall(speaker, isPrivate);
    const options = { scope, articleId, conversation, askedBy, signal };
    const result = await newsdesk.ask(question, options);
    const exchange = exchangeOf(result);
    if (exchange !== undefined) {
      conversations.remember(speaker, exchange, isPrivate);
      if (takenUp !== undefined) takenUp = [...takenUp, exchange];
    }
    const isOne = questions.length === 1;
    const shown = asked.showQuestion || !isOne ? question : undefined;
    replies.push(
      isOne && result.also !== undefined
        ? await bothAnswers(call, result, result.also, shown)
        : await replyTo(call, result, shown),
    );
  }
  const [only, ...others] = replies;
  return only !== undefined && others.length === 0 ? only : { kind: 'several', replies };
}

/** @throws NewsdeskError `discord-question-length` */
function questionsOf(message: string): string[] {
  const questions = questionsIn(message.slice(0, MAX_MESSAGE), QUESTION.max).map(checkQuestion);
  if (questions.length === 0) throw new NewsdeskError('discord-question-length', QUESTION);
  return questions;
}

/** As long as a message may be. */
const MAX_MESSAGE = 4000;

/** A follow-up that its article does not answer, asked of every article. */
export async function askAll(call: Call, recordId: string): Promise<Reply> {
  const { newsdesk, scope, askedBy, signal } = call;
  const { question, understood = question } = await recordedQuestion(call, recordId);
  call.countQuestion();
  const result = await newsdesk.ask(understood, { scope, askedBy, signal });
  const exchange = exchangeOf(result);
  if (exchange !== undefined) call.conversations.remember(call.speaker, exchange, true);
  return replyTo(call, result, understood);
}

/** As a person would ask it of one article. */
const QUESTIONS: Readonly<Record<DeskAsk, string>> = {
  summary: 'Summarise the article',
  people: 'List the people mentioned in the article',
  places: 'List the places mentioned in the article',
  dates: 'List the dates mentioned in the article',
  numbers: 'List the numbers mentioned in the article',
  published: 'When was the article published?',
  author: 'Who wrote the article?',
  source: 'Where is the article from?',
};

/** What was asked before it was clear of which article. */
export async function askOfArticle(call: Call, asks: DeskAsk, articleId: string): Promise<Reply> {
  const { newsdesk, scope, askedBy, signal, conversations, speaker } = call;
  const { id } = await knownArticle(call, articleId);
  call.countQuestion();
  const result = await newsdesk.ask(QUESTIONS[asks], { scope, articleId: id, askedBy, signal });
  const exchange = exchangeOf(result);
  // Whoever reads the menu reads the reply in its place.
  if (exchange !== undefined) conversations.remember(speaker, exchange, false);
  return replyTo(call, result, undefined);
}

async function replyTo(
  call: Call,
  result: AskResult,
  question: string | undefined,
): Promise<Reply> {
  switch (result.kind) {
    case 'help':
      return noteOf('abilities', result);
    case 'list':
      return articlesPage(call, 0);
    case 'empty':
      return { kind: 'note', note: call.isManager ? 'emptyManager' : 'empty' };
    case 'desk':
      return result.desk === undefined ? noteOf('unclear', result) : deskReply(call, result.desk);
    case 'search':
      return {
        kind: 'passages',
        heading: 'search',
        query: result.question,
        passages: await withArticles(call, result.passages.slice(0, PASSAGES_PER_PAGE)),
        page: 0,
        pages: 1,
        turn: (page) => ({ action: 'searchPage', page }),
      };
    case 'answer':
    case 'gist':
    case 'unanswered':
      return result.answer === null
        ? unanswered(result, question)
        : answered(call, result, result.answer, question);
    default:
      return noteOf(result.kind, result);
  }
}

/** In the language in which it was said, if that is one of Newsdesk's and not English. */
function noteOf(note: NoteReply['note'], { language }: AskResult): NoteReply {
  return { kind: 'note', note, language: language === 'en' ? undefined : language };
}

/** Two articles answer alike: which is meant, the asker knows. */
async function bothAnswers(
  call: Call,
  result: AskResult,
  also: AlsoAnswer,
  question: string | undefined,
): Promise<Reply> {
  if (result.answer === null) return replyTo(call, result, question);
  const first = await answered(call, result, result.answer, question);
  const second = await answered(call, { ...result, recordId: undefined }, also.answer, undefined);
  return {
    kind: 'several',
    alike: true,
    replies: [first, second].map((reply) => ({ ...reply, confidence: undefined })),
  };
}

async function answered(
  call: Call,
  result: AskResult,
  answer: AnswerText,
  question: string | undefined,
): Promise<AnswerReply> {
  return {
    kind: 'answer',
    gist: result.kind === 'gist',
    question,
    answer,
    article: await knownArticle(call, answer.articleId),
    confidence: result.confidence,
    about: result.context?.about ?? undefined,
    recordId: result.recordId,
  };
}

function unanswered(result: AskResult, question: string | undefined): Reply {
  const { context } = result;
  return {
    kind: 'unanswered',
    question,
    lookedFor: lookedForPhrases(context?.understood ?? result.question, result.lookedFor),
    gap: result.gap,
    // Of a guess no article has been shown that "that article" could mean.
    article:
      context === undefined || context.guessed === true
        ? undefined
        : { about: context.about ?? undefined },
    recordId: result.passages.length > 0 ? result.recordId : undefined,
  };
}
