import type { AnswerText, AskResult, Verdict } from '../answering/answer.js';
import { SUMMARY } from '../answering/asked/kind.js';
import { withApostrophes } from './apostrophes.js';
import { withoutGreeting } from './opening.js';

/** A question of a conversation and what was said to it: what a later question may refer to. */
export interface Exchange {
  readonly question: string;
  /**
   * The question with what it left out; the same as `question` if it left out nothing, and
   * `SUMMARY` if articles were asked about as a whole.
   */
  readonly understood: string;
  /** The article that it was about; undefined if none answered. */
  readonly articleId: string | undefined;
  /** Nothing answered: the article is only the nearest one. */
  readonly guessed?: boolean | undefined;
  readonly answer: AnswerText | null;
  /** 0 to 1, of the answer. */
  readonly confidence: number;
  /** What the question was understood to be about, if it took that over itself. */
  readonly about?: string | undefined;
  /** The pronoun that stood for it. */
  readonly pronoun?: string | undefined;
}

/** A later question refers to one of the last few. */
export const EXCHANGES = 4;

/** What an answer adds to its conversation; undefined if there is nothing to refer to. */
export function exchangeOf(result: Verdict & Pick<AskResult, 'question'>): Exchange | undefined {
  const { question, answer, confidence, context } = result;
  const known = answer?.articleId ?? context?.articleId;
  const nearest = result.kind === 'unanswered' ? result.passages[0]?.articleId : undefined;
  const articleId = known ?? nearest;
  const isOfArticles = result.kind === 'gist' || result.kind === 'desk';
  if (articleId === undefined && !isOfArticles) return undefined;
  const isGuess = answer === null && (known === undefined || context?.guessed === true);
  return {
    question,
    understood: isOfArticles
      ? SUMMARY
      : (context?.understood ?? withApostrophes(withoutGreeting(question))),
    articleId,
    guessed: isGuess && !isOfArticles,
    answer,
    confidence,
    about: context?.about ?? undefined,
    pronoun: context?.pronoun,
  };
}

/** What is found in the latest exchange that has it. */
export function latestWith(
  exchanges: readonly Exchange[],
  find: (exchange: Exchange) => string | undefined,
): string | undefined {
  for (const exchange of exchanges.toReversed()) {
    const found = find(exchange);
    if (found !== undefined) return found;
  }
  return undefined;
}
