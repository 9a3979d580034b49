import type { Priority, WordedVector } from './embedder.js';
import type { Reading } from './passage-reader.js';
import type { EmbeddingJob } from './protocol.js';

/** What each kind of job gives. */
interface Results {
  readonly embed: WordedVector;
  readonly count: readonly number[];
  readonly read: Reading;
}

export type ResultOf<Job extends EmbeddingJob> = Results[Job['kind']];
export type JobResult = ResultOf<EmbeddingJob>;

/** Reading is for a question that is embedded already: those that are not go first. */
export type Turn = Priority | 'reading';

export interface QueuedJob {
  readonly job: EmbeddingJob;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (result: JobResult) => void;
  readonly reject: (reason: unknown) => void;
  /** Processes that died while they held it. */
  deaths: number;
}

/** First come, first served, with every question before all reading, and that before every article. */
export class JobQueue {
  readonly #waiting: Record<Turn, QueuedJob[]> = { question: [], reading: [], article: [] };

  add(job: QueuedJob, turn: Turn): void {
    this.#waiting[turn].push(job);
  }

  /** A job whose process died goes before all others, so that its caller waits no longer than needed. */
  putBack(job: QueuedJob): void {
    this.#waiting.question.unshift(job);
  }

  isEmpty(): boolean {
    return Object.values(this.#waiting).every((waiting) => waiting.length === 0);
  }

  hasQuestion(): boolean {
    return this.#waiting.question.length > 0;
  }

  /** The next job that is still wanted. */
  next(): QueuedJob | undefined {
    for (;;) {
      const { question, reading, article } = this.#waiting;
      const job = question.shift() ?? reading.shift() ?? article.shift();
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
