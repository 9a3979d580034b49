import { LRUCache } from 'lru-cache';

const PARTIES_REMEMBERED = 20_000;

interface Waiting {
  readonly begin: () => void;
}

/**
 * Runs work of several parties: one piece of each at a time and a few in all, party after party.
 * However much one has to do, another waits for its turn alone.
 */
export class FairQueue {
  readonly #most: number;
  readonly #waiting = new Map<string, Waiting[]>();
  /** When each had its latest turn, in turns. */
  readonly #turns = new LRUCache<string, number>({ max: PARTIES_REMEMBERED });
  #turn = 0;
  readonly #running = new Set<string>();

  /** `most`: pieces of work under way at a time. */
  constructor(most: number) {
    this.#most = most;
  }

  /** @throws what `work` throws, or the signal's reason where that is aborted before its turn */
  async run<T>(party: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    await this.#wait(party, signal);
    try {
      return await work();
    } finally {
      this.#running.delete(party);
      this.#next();
    }
  }

  #wait(party: string, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const giveUp = (): void => {
        this.#forget(party, waiting);
        reject(signal?.reason as Error);
      };
      const waiting: Waiting = {
        begin: () => {
          signal?.removeEventListener('abort', giveUp);
          resolve();
        },
      };
      signal?.addEventListener('abort', giveUp, { once: true });
      const before = this.#waiting.get(party);
      if (before === undefined) this.#waiting.set(party, [waiting]);
      else before.push(waiting);
      this.#next();
    });
  }

  #next(): void {
    while (this.#running.size < this.#most) {
      const party = this.#whoseTurn();
      if (party === undefined) return;
      const first = this.#waiting.get(party)?.[0];
      if (first !== undefined) this.#forget(party, first);
      this.#turns.set(party, ++this.#turn);
      this.#running.add(party);
      first?.begin();
    }
  }

  /** Of those that wait, whoever has waited for a turn the longest. */
  #whoseTurn(): string | undefined {
    let longest: string | undefined;
    for (const party of this.#waiting.keys()) {
      if (this.#running.has(party)) continue;
      if (longest === undefined || this.#lastTurn(party) < this.#lastTurn(longest)) longest = party;
    }
    return longest;
  }

  #lastTurn(party: string): number {
    return this.#turns.get(party) ?? 0;
  }

  #forget(party: string, waiting: Waiting): void {
    const left = (this.#waiting.get(party) ?? []).filter((each) => each !== waiting);
    if (left.length === 0) this.#waiting.delete(party);
    else this.#waiting.set(party, left);
  }
}
