import { LRUCache } from 'lru-cache';
import { EXCHANGES, type Exchange } from './exchange.js';

/** People come back to what was said a moment ago; what is older is another conversation. */
const REMEMBERED_MS = 10 * 60_000;
/** Conversations that are remembered; beyond these the ones silent for longest are forgotten. */
const CONVERSATIONS = 5_000;

/** Who speaks where: nobody else's words, nor those of another channel, are ever referred to. */
export interface Speaker {
  /** Of a channel, a thread or a direct message; never the same in two servers. */
  readonly channel: string;
  readonly person: string;
}

/** The last few exchanges of each person and channel, in memory alone. */
export interface ConversationMemory {
  /**
   * Latest last. What was said in private comes back only if the reply is private too.
   */
  recall(speaker: Speaker, isPrivate: boolean): readonly Exchange[];
  remember(speaker: Speaker, exchange: Exchange, isPrivate: boolean): void;
}

interface Remembered {
  readonly exchange: Exchange;
  readonly isPrivate: boolean;
  readonly at: number;
  /** Two may come in one millisecond. */
  readonly number: number;
}

export function createMemory(now: () => number = Date.now): ConversationMemory {
  const conversations = new LRUCache<string, readonly Remembered[]>({ max: CONVERSATIONS });
  let count = 0;
  const recent = (key: string): readonly Remembered[] =>
    (conversations.get(key) ?? []).filter(({ at }) => now() - at < REMEMBERED_MS);
  return {
    recall(speaker, isPrivate) {
      return recent(keyOf(speaker))
        .filter((each) => isPrivate || !each.isPrivate)
        .slice(-EXCHANGES)
        .map(({ exchange }) => exchange);
    },
    remember(speaker, exchange, isPrivate) {
      const key = keyOf(speaker);
      count += 1;
      const all = [...recent(key), { exchange, isPrivate, at: now(), number: count }];
      // Those said in private never push out what may be said in public.
      const kept = [true, false].flatMap((which) =>
        all.filter((each) => each.isPrivate === which).slice(-EXCHANGES),
      );
      conversations.set(
        key,
        kept.sort((a, b) => a.number - b.number),
      );
    },
  };
}

function keyOf({ channel, person }: Speaker): string {
  return `${channel}/${person}`;
}
