export interface RequestOptions<Progress = never> {
  readonly signal?: AbortSignal | undefined;
  /** In ms; without it, an answer may take as long as it likes. */
  readonly timeoutMs?: number | undefined;
  /**
   * Called once, when the signal is aborted or the time is up. The request goes on waiting until
   * `fail` ends it; without this, it is rejected at once.
   * @param reason the signal's, or a `TimeoutError`
   */
  readonly onOverdue?: ((id: number, reason: unknown) => void) | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

interface Waiting<Reply, Progress> {
  readonly resolve: (reply: Reply) => void;
  readonly reject: (reason: unknown) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

/**
 * The requests to one other process that are under way. They are told apart by number, since their
 * answers come in any order. Whoever holds the channel posts them and hands over what comes back.
 */
export class Requests<Reply, Progress = never> {
  readonly #waiting = new Map<number, Waiting<Reply, Progress>>();
  #lastId = 0;

  /** How many wait for an answer. */
  get size(): number {
    return this.#waiting.size;
  }

  /**
   * Waits for the answer to what `post` sends under the number that it is given.
   * @throws what `post` throws, what `fail` was given, or if the signal is aborted its reason
   */
  async run(
    post: (id: number) => void,
    { signal, timeoutMs, onOverdue, onProgress }: RequestOptions<Progress> = {},
  ): Promise<Reply> {
    signal?.throwIfAborted();
    const id = ++this.#lastId;
    const overdue = (reason: unknown): void => {
      if (onOverdue === undefined) this.fail(id, reason);
      else onOverdue(id, reason);
    };
    const onAbort = (): void => {
      overdue(signal?.reason);
    };
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<Reply>((resolve, reject) => {
        this.#waiting.set(id, { resolve, reject, onProgress });
        signal?.addEventListener('abort', onAbort, { once: true });
        if (timeoutMs !== undefined) {
          timer = setTimeout(() => {
            overdue(new DOMException(`No answer within ${timeoutMs} ms (timeout)`, 'TimeoutError'));
          }, timeoutMs);
        }
        post(id);
      });
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      this.#waiting.delete(id);
    }
  }

  /** Hands over an answer; one that nobody waits for any more is dropped. */
  settle(id: number, reply: Reply): void {
    this.#waiting.get(id)?.resolve(reply);
  }

  /** Hands over how far the other side has come with a request. */
  progress(id: number, progress: Progress): void {
    this.#waiting.get(id)?.onProgress?.(progress);
  }

  fail(id: number, reason: unknown): void {
    this.#waiting.get(id)?.reject(reason);
  }

  /** When the other side is gone. */
  failAll(reason: unknown): void {
    for (const { reject } of this.#waiting.values()) reject(reason);
  }
}
