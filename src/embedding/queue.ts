import type { Priority, WordedVector } from './embedder.js';
import type { EmbeddingJob } from './protocol.js';

export interface QueuedJob {
  readonly job: EmbeddingJob;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (result: WordedVector | readonly number[]) => void;
  readonly reject: (reason: unknown) => void;
  /** Processes that died while they held it. */
  deaths: number;
}

/** First come, first served, with every question before every article. */
export class JobQueue {
  readonly #waiting: Record<Priority, QueuedJob[]> = { question: [], article: [] };

  add(job: QueuedJob, priority: Priority): void {
    this.#waiting[priority].push(job);
  }

  /** A job whose process died goes before all others, so that its caller waits no longer than needed. */
  putBack(job: QueuedJob): void {
    this.#waiting.question.unshift(job);
  }

  isEmpty(): boolean {
    return this.#waiting.question.length + this.#waiting.article.length === 0;
  }

  hasQuestion(): boolean {
    return this.#waiting.question.length > 0;
  }

  /** The next job that is still wanted. */
  next(): QueuedJob | undefined {
    for (;;) {
      const job = this.#waiting.question.shift() ?? this.#waiting.article.shift();
      if (job?.signal?.aborted !== true) return job;
      job.reject(job.signal.reason);
    }
  }

  rejectAll(reason: unknown): void {
    for (const waiting of Object.values(this.#waiting)) {
      for (const job of waiting.splice(0)) job.reject(reason);
    }
  }
}
