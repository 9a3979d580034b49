import type { Passage } from '../retrieval/passage.js';
import type { UnitKind } from '../passages/passage.js';
import type { ArticleSummary } from '../store/store.js';
import type { Span } from '../text/span.js';
import type { Gap } from './gap.js';

/** The words of an article that answer: `text` is its text from `start` to `end`, to the letter. */
export interface AnswerText extends Span {
  readonly text: string;
  readonly articleId: string;
  /** The passage around it, as positions in the article. */
  readonly passageStart: number;
  readonly passageEnd: number;
  /** Its text, to the letter. */
  readonly passage: string;
  /** The headings that it stands under, from the outermost in. */
  readonly path: readonly string[];
  /** The answering sentences, or other units, inside `start` to `end`, in order. */
  readonly sentences: readonly Span[];
  /** The same, with what they are in the article. */
  readonly units: readonly AnswerUnit[];
  /** Of a summary: the article's headings, in order. */
  readonly outline?: readonly string[] | undefined;
  /** The words that answer (the names, the date, the number), if that is clear. */
  readonly highlights: readonly Span[];
}

/** A sentence, an item, a row or code that answers, as positions in the article. */
export interface AnswerUnit extends Span {
  readonly kind: UnitKind;
  /** Of an item, as in the source, and how deep its list is nested, from 0. */
  readonly marker?: string | undefined;
  readonly depth?: number | undefined;
  /** Of a row, with the names of their columns. */
  readonly cells?: readonly (Span & { readonly column?: string | undefined })[] | undefined;
}

/** Why a reply is what it is, if it is not simply an answer or a refusal. */
export type AskKind =
  | 'answer'
  | 'unanswered'
  | 'gist'
  /** One word: the passages that have it. */
  | 'search'
  | Talk
  /** A question to the desk about its articles, answered from what is stored of them. */
  | 'desk'
  /** In a language that the model does not read. */
  | 'foreign'
  | 'unclear'
  | 'empty';

/** What a message that asks nothing of the articles is about: small talk, or Newsdesk itself. */
export type Talk =
  | 'greeting'
  | 'thanks'
  | 'goodbye'
  | 'ok'
  | 'help'
  | 'abilities'
  | 'self'
  | 'bot'
  | 'list'
  | 'privacy'
  | 'adding';

/** The languages that Newsdesk speaks, by BCP 47. */
export type Language = 'en' | 'de' | 'fr' | 'es' | 'ru';

/** Before it is timed and journalled. */
export interface Verdict {
  readonly kind: AskKind;
  /** Calibrated: of the answers given at 0.8, eight in ten are right. */
  readonly confidence: number;
  readonly answer: AnswerText | null;
  readonly passages: readonly Passage[];
  /** The words of the question that were looked for, after typing errors were corrected. */
  readonly lookedFor: readonly string[];
  /** Of a refusal: what of the question is mentioned, and what is not. */
  readonly gap?: Gap | undefined;
  /** Of the message, if it is to be answered in another language than English. */
  readonly language?: Language | undefined;
  /** Of `desk`: what is said. */
  readonly desk?: DeskReply | undefined;
  /** What another article answers as surely: it is for the asker to say which is meant. */
  readonly also?: AlsoAnswer | undefined;
  /** Set if the question was understood from those before it in its conversation. */
  readonly context?: AnswerContext | undefined;
}

/** What an article can be asked for as a whole, but for a summary, which is an answer. */
export type DeskAsk =
  'summary' | 'people' | 'places' | 'dates' | 'numbers' | 'published' | 'author' | 'source';

/** What the desk says of its articles. */
export type DeskReply =
  /** Some of them, the newest or nearest first; `total` are there. */
  | {
      readonly of: 'articles';
      readonly articles: readonly DeskArticle[];
      readonly total: number;
      readonly about?: string | undefined;
      /** Those of the period that was asked for. */
      readonly period?: boolean | undefined;
    }
  | {
      readonly of: 'mentions';
      readonly asks: 'people' | 'places' | 'dates' | 'numbers';
      readonly article: DeskArticle;
      readonly mentions: readonly Mention[];
    }
  | {
      readonly of: 'fact';
      readonly asks: 'published' | 'author' | 'source';
      readonly article: DeskArticle;
      /** ISO 8601, a name, or an address; undefined if it is not known. */
      readonly value: string | undefined;
    }
  /** Which of these articles is meant? */
  | {
      readonly of: 'choice';
      readonly asks: DeskAsk;
      readonly articles: readonly DeskArticle[];
    };

/** What a list says of an article. */
export type DeskArticle = Pick<ArticleSummary, 'id' | 'title' | 'publishedAt'>;

/** Something that an article names. */
export interface Mention {
  readonly text: string;
  readonly count: number;
  /** Where in the article it first stands. */
  readonly start: number;
}

/** The answer of another article, with the passage that it is from. */
export interface AlsoAnswer {
  readonly answer: AnswerText;
  readonly confidence: number;
  readonly passage: Passage;
}

/** What a question took over from the conversation. */
export interface AnswerContext {
  /** The article of the last answer, which alone was asked. */
  readonly articleId: string;
  /** What it was understood to be about; null if no words were taken over. */
  readonly about: string | null;
  /** The question with what it left out. */
  readonly understood: string;
  /** Nothing has answered yet: the article is only the nearest one to what was asked before. */
  readonly guessed?: boolean | undefined;
  /** The pronoun that it used: whoever was "he" is not "she" later on. */
  readonly pronoun?: string | undefined;
}

export interface AskResult extends Verdict {
  readonly question: string;
  readonly answered: boolean;
  /** Wall time in milliseconds. */
  readonly ms: number;
  /** The journal's id, for the buttons under a reply. */
  readonly recordId?: string | undefined;
}
