import { MIN_CONFIDENCE } from '../answering/coefficients.js';
import { READING } from '../answering/reading-coefficients.js';
import type { ModelSettings } from '../embedding/model-files.js';
import { askRoom, type Asked } from './asked.js';
import { indexRoom, numberedCollection, openBenchDesk } from './bench-desk.js';
import { askConversations } from './converse.js';
import type { Room, SetQuestion } from './evaluation-set.js';
import { readSet } from './read-set.js';
import { reportOn, type EvaluationReport } from './report.js';

export type { EvaluationReport, Miss } from './report.js';

export interface EvaluationOptions {
  readonly model: ModelSettings;
  /** Reads the best passages; none by default. */
  readonly reader?: ModelSettings | undefined;
  /** The compiled embedding process, if the caller runs from sources. */
  readonly embedderUrl?: URL | undefined;
  /** Another file of any shape, none of whose questions the first one's articles answer. */
  readonly offTopic?: string | undefined;
  /** A folder that keeps what texts were embedded as for the next run. */
  readonly keep?: string | undefined;
  readonly minConfidence?: number | undefined;
  readonly onProgress?:
    ((step: 'indexing' | 'asking', done: number, total: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Measures the real pipeline on a file of any shape that `readSet` knows: its articles are read and
 * indexed in a temporary data folder, apart from the user's data, and every question is asked there.
 * @throws NewsdeskError `evaluation-file-unreadable`
 */
export async function evaluate(
  file: string,
  options: EvaluationOptions,
): Promise<EvaluationReport> {
  const { offTopic, onProgress, signal } = options;
  const set = await readSet(file);
  const strangers = offTopic === undefined ? [] : await strangersOf(offTopic);
  const rooms = set.rooms.map((room, index) => ({
    articles: room.articles,
    questions: [...room.questions, ...strangers],
    collection: numberedCollection(index),
  }));
  const desk = await openBenchDesk(options);
  const fitted = (options.reader && READING?.minConfidence) ?? MIN_CONFIDENCE;
  try {
    const articles = counter('indexing', rooms, (room) => room.articles.length, onProgress);
    for (const room of rooms) {
      await indexRoom(desk, room, room.collection, { onProgress: articles.next, signal });
    }
    const asked: Asked[] = [];
    const questions = counter('asking', rooms, (room) => room.questions.length, onProgress);
    for (const room of rooms) {
      asked.push(
        ...(await askRoom(desk, room, room.collection, { onAsked: questions.next, signal })),
      );
    }
    const minConfidence = options.minConfidence ?? fitted;
    const conversations = await askConversations(desk, set.conversations, numberedCollection(0), {
      minConfidence: options.minConfidence,
      signal,
    });
    return { ...reportOn(set, asked, minConfidence), conversations };
  } finally {
    await desk.close();
  }
}

/** The other set's questions, as ones that should be refused. */
async function strangersOf(file: string): Promise<SetQuestion[]> {
  const { rooms } = await readSet(file);
  return rooms.flatMap(({ questions }) =>
    questions.map(({ id, question, group }) => ({
      id,
      question,
      group,
      strange: 'off-topic' as const,
    })),
  );
}

/** Counts over all rooms, a step each time. */
function counter(
  step: 'indexing' | 'asking',
  rooms: readonly Pick<Room, 'articles' | 'questions'>[],
  sizeOf: (room: Pick<Room, 'articles' | 'questions'>) => number,
  onProgress: EvaluationOptions['onProgress'],
): { readonly next: () => void } {
  const total = rooms.reduce((sum, room) => sum + sizeOf(room), 0);
  let done = 0;
  return {
    next: () => {
      done = Math.min(done + 1, total);
      onProgress?.(step, done, total);
    },
  };
}
