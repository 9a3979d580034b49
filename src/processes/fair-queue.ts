import { LRUCache } from 'lru-cache';

const PARTIES_REMEMBERED = 20_000;

interface Waiting {
  readonly begin: () => void;
  readonly giveUp: (reason: Error) => void;
}

/**
 * Runs work of several parties, a few pieces at a time, party after party. However much one has to
 * do, another waits for its turn alone.
 */
export class FairQueue {
  readonly #most: number;
  readonly #mostEach: number;
  readonly #waiting = new Map<string, Waiting[]>();
  /** When each had its latest turn, in turns. */
  readonly #turns = new LRUCache<string, number>({ max: PARTIES_REMEMBERED });
  #turn = 0;
  /** Pieces under way of each party that has any. */
  readonly #running = new Map<string, number>();

  /** @param most pieces of work under way at a time, of which `mostEach` may be of the same party */
  constructor(most: number, mostEach = 1) {
    this.#most = most;
    this.#mostEach = mostEach;
  }

  /** Pieces that wait for their turn. */
  get waiting(): number {
    return sum(Array.from(this.#waiting.values(), ({ length }) => length));
  }

  /** Pieces under way. */
  get running(): number {
    return sum(this.#running.values());
  }

  waitingOf(party: string): number {
    return this.#waiting.get(party)?.length ?? 0;
  }

  /** The party that has most waiting; undefined if nothing waits. */
  longest(): string | undefined {
    let longest: string | undefined;
    for (const [party, { length }] of this.#waiting) {
      if (longest === undefined || length > this.waitingOf(longest)) longest = party;
    }
    return longest;
  }

  /** Has the piece of a party that came last, of those that wait, fail with this reason. */
  dropLatest(party: string, reason: Error): void {
    this.#waiting.get(party)?.at(-1)?.giveUp(reason);
  }

  /** @throws what `work` throws, or the signal's reason if that is aborted before its turn */
  async run<T>(party: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    await this.#wait(party, signal);
    try {
      return await work();
    } finally {
      const left = this.#runningOf(party) - 1;
      if (left > 0) this.#running.set(party, left);
      else this.#running.delete(party);
      this.#next();
    }
  }

  #wait(party: string, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const onAbort = (): void => {
        waiting.giveUp(signal?.reason as Error);
      };
      const waiting: Waiting = {
        begin: () => {
          signal?.removeEventListener('abort', onAbort);
          resolve();
        },
        giveUp: (reason) => {
          signal?.removeEventListener('abort', onAbort);
          this.#forget(party, waiting);
          reject(reason);
        },
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      const before = this.#waiting.get(party);
      if (before === undefined) this.#waiting.set(party, [waiting]);
      else before.push(waiting);
      this.#next();
    });
  }

  #next(): void {
    while (this.running < this.#most) {
      const party = this.#whoseTurn();
      if (party === undefined) return;
      const first = this.#waiting.get(party)?.[0];
      if (first !== undefined) this.#forget(party, first);
      this.#turns.set(party, ++this.#turn);
      this.#running.set(party, this.#runningOf(party) + 1);
      first?.begin();
    }
  }

  /** Of those that wait, whoever has waited for a turn the longest. */
  #whoseTurn(): string | undefined {
    let longest: string | undefined;
    for (const party of this.#waiting.keys()) {
      if (this.#runningOf(party) >= this.#mostEach) continue;
      if (longest === undefined || this.#lastTurn(party) < this.#lastTurn(longest)) longest = party;
    }
    return longest;
  }

  #runningOf(party: string): number {
    return this.#running.get(party) ?? 0;
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

function sum(counts: Iterable<number>): number {
  let all = 0;
  for (const count of counts) all += count;
  return all;
}
