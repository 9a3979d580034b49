import type { AskResult } from '../answering/answer.js';
import { EXCHANGES, exchangeOf, type Exchange } from './exchange.js';

/** One person's conversation from its first question on. */
export interface Conversation {
  ask(question: string): Promise<AskResult>;
  /** The next question begins another conversation. */
  forget(): void;
}

export function beginConversation(
  ask: (question: string, conversation: readonly Exchange[]) => Promise<AskResult>,
): Conversation {
  let exchanges: readonly Exchange[] = [];
  return {
    async ask(question) {
      const result = await ask(question, exchanges);
      const exchange = exchangeOf(result);
      if (exchange !== undefined) exchanges = [...exchanges, exchange].slice(-EXCHANGES);
      return result;
    },
    forget() {
      exchanges = [];
    },
  };
}
