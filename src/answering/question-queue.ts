import { NewsdeskError } from '../errors.js';
import { FairQueue } from '../processes/fair-queue.js';

/** While one is ranked in this process, one is read or embedded in its own, and others are there. */
const AT_ONCE = 4;

/** So long, in ms, all that wait may be expected to take: few people wait for longer. */
const EXPECTED_WAIT_MS = 10_000;
/** Who waits for longer than was expected, in ms, is told so before they have given up. */
const LONGEST_WAIT_MS = 2 * EXPECTED_WAIT_MS;
/** However quick answers are: each holds some memory while it waits. */
const MOST_WAITING = 1_000;

/** What a question takes on two slow cores, in ms, before any was measured. */
const FIRST_MEAN_MS = 100;
/** The weight of the latest question in the mean: it follows a change within some twenty. */
const LATEST = 1 / 16;

export interface Turn {
  /**
   * Who asks, a server or a person: the questions of one are answered in their order, and those of
   * several in turns. If too many wait they are refused, with `questions-busy`. Whoever is not named
   * waits however long it takes.
   */
  readonly askedBy?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Questions that wait to be answered, a few at a time. As many are taken as can be answered soon,
 * as the mean time of the latest ones tells; what is more is refused at once, so that nobody waits
 * in vain. A server that asks much keeps no other from asking: what is refused is the latest
 * question of whoever has most waiting (McKenney, Stochastic Fairness Queueing, INFOCOM 1990).
 */
export class QuestionQueue {
  readonly #queue = new FairQueue(AT_ONCE, AT_ONCE);
  /** What a question takes of the time that all of those under way share, in ms. */
  #meanMs = FIRST_MEAN_MS;

  /** Questions that wait for their turn. */
  get waiting(): number {
    return this.#queue.waiting;
  }

  /** @throws NewsdeskError `questions-busy`; what `work` throws, or the signal's reason */
  async run<T>(work: () => Promise<T>, { askedBy, signal }: Turn): Promise<T> {
    if (askedBy === undefined) return this.#queue.run('', () => this.#timed(work), signal);
    if (this.#isFull()) this.#makeRoomFor(askedBy);
    const patience = new AbortController();
    const timer = setTimeout(() => {
      patience.abort(new NewsdeskError('questions-busy'));
    }, LONGEST_WAIT_MS);
    const begin = (): Promise<T> => {
      clearTimeout(timer);
      return this.#timed(work);
    };
    const signals = [patience.signal, ...(signal === undefined ? [] : [signal])];
    try {
      return await this.#queue.run(askedBy, begin, AbortSignal.any(signals));
    } finally {
      clearTimeout(timer);
    }
  }

  #isFull(): boolean {
    if (this.#queue.running < AT_ONCE) return false;
    return this.waiting >= Math.min(MOST_WAITING, EXPECTED_WAIT_MS / this.#meanMs);
  }

  /** @throws NewsdeskError `questions-busy` if nobody else has more waiting */
  #makeRoomFor(askedBy: string): void {
    const busy = new NewsdeskError('questions-busy');
    const longest = this.#queue.longest() ?? askedBy;
    if (this.#queue.waitingOf(longest) <= this.#queue.waitingOf(askedBy) + 1) throw busy;
    this.#queue.dropLatest(longest, busy);
  }

  async #timed<T>(work: () => Promise<T>): Promise<T> {
    const started = performance.now();
    const before = this.#queue.running;
    try {
      return await work();
    } finally {
      const together = (before + this.#queue.running) / 2;
      const ms = (performance.now() - started) / Math.max(1, together);
      this.#meanMs += (ms - this.#meanMs) * LATEST;
    }
  }
}
