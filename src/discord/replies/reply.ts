import type {
  AnswerText,
  DeskArticle,
  DeskAsk,
  DeskReply,
  Language,
} from '../../answering/answer.js';
import type { Gap } from '../../answering/gap.js';
import type { ErrorDetails } from '../../errors.js';
import type { IndexProgress, IndexStatus } from '../../newsdesk.js';
import type { Passage } from '../../retrieval/passage.js';
import type { UnansweredQuestion } from '../../store/journal.js';
import type { ArticleSummary } from '../../store/store.js';
import type { ButtonAction } from '../custom-id.js';
import type { Messages } from '../messages/index.js';
import type { ArticleFacts } from './article-line.js';
import type { Span } from '../../text/span.js';

/** A sentence that answers, or the sentences that say what an article is about. */
export interface AnswerReply {
  readonly kind: 'answer';
  readonly gist: boolean;
  /** Shown if it does not stand above the reply anyway. */
  readonly question?: string | undefined;
  readonly answer: AnswerText;
  readonly article: ArticleFacts;
  /** Undefined if it is not clear whether this answer is meant at all. */
  readonly confidence?: number | undefined;
  /** What a follow-up was understood to be about. */
  readonly about?: string | undefined;
  readonly recordId?: string | undefined;
}

export interface UnansweredReply {
  readonly kind: 'unanswered';
  readonly question?: string | undefined;
  readonly lookedFor: readonly string[];
  readonly gap?: Gap | undefined;
  /** Set for a follow-up, which was asked of one article alone. */
  readonly article?: { readonly about?: string | undefined } | undefined;
  /** Set if nearest passages can be offered. */
  readonly recordId?: string | undefined;
}

/** A fixed text. */
export interface NoteReply {
  readonly kind: 'note';
  readonly note: keyof Messages['notes'];
  /** Of the message that it answers; the person's own if it is missing. */
  readonly language?: Language | undefined;
}

/** Answers to the questions of one message, in order, or those of two articles to one question. */
export interface SeveralReply {
  readonly kind: 'several';
  /** All answer the same question, and it is for the asker to say which is meant. */
  readonly alike?: boolean | undefined;
  readonly replies: readonly Reply[];
}

export interface ShownPassage {
  readonly passage: Passage;
  readonly article: ArticleFacts;
}

/** One page of passages. */
export interface PassagesReply {
  readonly kind: 'passages';
  readonly heading: 'search' | 'others' | 'nearest';
  readonly query: string;
  readonly passages: readonly ShownPassage[];
  readonly page: number;
  readonly pages: number;
  readonly turn: (page: number) => ButtonAction;
}

/** An answer among its neighbours. */
export interface ContextReply {
  readonly kind: 'context';
  readonly article: ArticleFacts;
  readonly text: string;
  /** Where `text` begins in the article. */
  readonly start: number;
  /** The answer, as a position in the article. */
  readonly answer: Span;
}

export interface ArticlesReply {
  readonly kind: 'articles';
  /** All of them by default; the others have one page. */
  readonly which?: 'newest' | 'found' | undefined;
  readonly articles: readonly ArticleSummary[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

export interface Change {
  readonly status: IndexStatus;
  readonly title: string;
  readonly url?: string | undefined;
  readonly passages?: number | undefined;
  readonly error?: { readonly code: string; readonly details: ErrorDetails } | undefined;
}

/** What an addition, a removal or a refresh did. */
export interface ChangesReply {
  readonly kind: 'changes';
  readonly changes: readonly Change[];
  /** The original was read again, since there is nothing to fetch. */
  readonly reread?: boolean | undefined;
}

export interface ProgressReply {
  readonly kind: 'progress';
  readonly progress: IndexProgress | { readonly step: 'fetching' };
}

export interface OpenQuestionsReply {
  readonly kind: 'open';
  readonly questions: readonly UnansweredQuestion[];
  readonly page: number;
  readonly pages: number;
}

export interface HelpReply {
  readonly kind: 'help';
  readonly version: string;
  readonly articles: number;
}

export interface ErrorReply {
  readonly kind: 'error';
  /** The code of a NewsdeskError, or `fault`. */
  readonly code: string;
  readonly details: ErrorDetails;
  readonly requestId: string;
}

/** What is known of an article, or what it names. */
export interface DeskFactReply {
  readonly kind: 'fact';
  readonly article: ArticleFacts;
  readonly fact: Extract<DeskReply, { of: 'fact' | 'mentions' }>;
}

/** Which of these articles is meant? */
export interface ChoiceReply {
  readonly kind: 'choice';
  readonly asks: DeskAsk;
  readonly articles: readonly DeskArticle[];
}

/** What is said, apart from how it looks and in which language. */
export type Reply =
  | AnswerReply
  | UnansweredReply
  | NoteReply
  | SeveralReply
  | PassagesReply
  | ContextReply
  | ArticlesReply
  | ChangesReply
  | ProgressReply
  | OpenQuestionsReply
  | HelpReply
  | DeskFactReply
  | ChoiceReply
  | ErrorReply;

/** Answers are for everybody in the channel; errors, refusals and notes for who asked. */
export function isPublic(reply: Reply): boolean {
  switch (reply.kind) {
    case 'answer':
    case 'several':
    case 'articles':
    case 'fact':
    case 'choice':
      return true;
    case 'passages':
      return reply.passages.length > 0;
    default:
      return false;
  }
}
