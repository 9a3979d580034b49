import type { Logger } from 'pino';
import type { AskResult } from './answering/answer.js';
import { MODELS } from './answering/coefficients.js';
import { QuestionQueue } from './answering/question-queue.js';
import type { ReadingProcess } from './articles/reading-process.js';
import { askAndRecord } from './conversation/ask-and-record.js';
import type { Exchange } from './conversation/exchange.js';
import { recordedExchange } from './conversation/recorded.js';
import type { Config } from './config.js';
import type { Embedder, EmbeddingModel } from './embedding/embedder.js';
import { NewsdeskError } from './errors.js';
import { embedMissing } from './indexing/embed-missing.js';
import { indexUpload } from './indexing/index-bytes.js';
import { indexSources, type IndexContext } from './indexing/index-sources.js';
import { tellWaiting } from './indexing/options.js';
import { refreshStored } from './indexing/refresh-articles.js';
import { ReportBuilder } from './indexing/report.js';
import type {
  AskOptions,
  IndexOptions,
  IndexReport,
  Newsdesk,
  SearchOptions,
  Stats,
  Upload,
} from './newsdesk.js';
import { passagesAround } from './retrieval/around.js';
import type { Passage, PassageText } from './retrieval/passage.js';
import { searchPassages } from './retrieval/search.js';
import { isElsewhere } from './store/file-owner.js';
import type { AskedQuestion, Journal, UnansweredQuestion } from './store/journal.js';
import {
  EVERYWHERE,
  SHARED,
  type ArticleSummary,
  type Collection,
  type Problem,
  type Reach,
  type Scope,
  type Store,
  type StoredArticle,
} from './store/store.js';
import { VERSION } from './version.js';

const DEFAULT_SEARCH_LIMIT = 10;
/** Whoever has told a run to stop waits no longer than this for what can be made good later. */
const SAVE_AT_END_MS = 2_000;

export interface LocalNewsdeskParts {
  readonly store: Store;
  readonly journal: Journal;
  readonly embedder: Embedder;
  /** Where documents are read. */
  readonly reading: ReadingProcess;
  readonly model: EmbeddingModel;
  readonly config: Pick<Config, 'minConfidence' | 'allowPrivateUrls'>;
  readonly log: Logger;
  readonly stdin?: NodeJS.ReadableStream | undefined;
  /** Reading and embedding end before what was indexed is saved, and leave their memory to that. */
  readonly savesAlone?: boolean | undefined;
}

/** Newsdesk on this machine: a store, a journal of questions, and an embedder. */
export class LocalNewsdesk implements Newsdesk {
  readonly version = VERSION;
  readonly #parts: LocalNewsdeskParts;
  readonly #indexing: IndexContext;
  readonly #questions = new QuestionQueue();

  constructor(parts: LocalNewsdeskParts) {
    this.#parts = parts;
    this.#indexing = {
      store: parts.store,
      embedder: parts.embedder,
      read: {
        reading: parts.reading,
        allowPrivateUrls: parts.config.allowPrivateUrls,
        userAgent: `Newsdesk/${VERSION} (article reader)`,
        stdin: parts.stdin,
      },
    };
  }

  async index(sources: readonly string[], options: IndexOptions = {}): Promise<IndexReport> {
    return this.#write(options, (report) => indexSources(this.#indexing, sources, options, report));
  }

  async indexUpload(upload: Upload, options: IndexOptions = {}): Promise<IndexReport> {
    return this.#write(options, (report) => indexUpload(this.#indexing, upload, options, report));
  }

  async refreshArticles(ids?: readonly string[], options: IndexOptions = {}): Promise<IndexReport> {
    return this.#write(options, async (report) => {
      const scope = options.collection === undefined ? undefined : [options.collection];
      const articles =
        ids === undefined
          ? await this.#readable(scope ?? EVERYWHERE)
          : await Promise.all(ids.map((id) => this.show(id, scope)));
      await refreshStored(this.#indexing, articles, options, report);
    });
  }

  /** What can be read again from here: without the files of other machines. */
  async #readable(reach: Reach): Promise<ArticleSummary[]> {
    const { store } = this.#parts;
    return (await store.articles(reach)).filter((article) => !isElsewhere(store, article));
  }

  async remove(ids: readonly string[], collection?: Collection): Promise<string[]> {
    const { store } = this.#parts;
    return store.exclusively(async () => {
      for (const id of ids)
        await this.show(id, collection === undefined ? undefined : [collection]);
      const removed = await store.removeArticles([...new Set(ids)]);
      await store.flush();
      return removed;
    });
  }

  list(scope?: Scope): Promise<ArticleSummary[]> {
    return this.#parts.store.articles(scope ?? EVERYWHERE);
  }

  async show(id: string, scope?: Scope): Promise<StoredArticle> {
    const article = await this.#parts.store.article(id, scope ?? EVERYWHERE);
    if (article === undefined) throw new NewsdeskError('article-not-found', { id });
    return article;
  }

  ask(question: string, { askedBy, ...options }: AskOptions): Promise<AskResult> {
    const { signal } = options;
    return this.#questions.run(() => this.#ask(question, options), { askedBy, signal });
  }

  async #ask(question: string, options: AskOptions): Promise<AskResult> {
    const { config, ...parts } = this.#parts;
    if (options.articleId !== undefined) await this.show(options.articleId, options.scope);
    return askAndRecord({ ...parts, minConfidence: config.minConfidence }, question, options);
  }

  search(query: string, { askedBy, ...options }: SearchOptions): Promise<Passage[]> {
    const { signal } = options;
    return this.#questions.run(() => this.#search(query, options), { askedBy, signal });
  }

  async #search(query: string, options: SearchOptions): Promise<Passage[]> {
    const { store, embedder } = this.#parts;
    if (options.articleId !== undefined) await this.show(options.articleId, options.scope);
    return searchPassages({ store, embedder, models: MODELS }, query, {
      ...options,
      limit: options.limit ?? DEFAULT_SEARCH_LIMIT,
    });
  }

  waiting(): number {
    return this.#questions.waiting;
  }

  async context(
    articleId: string,
    start: number,
    end: number,
    scope: Scope,
  ): Promise<PassageText[]> {
    await this.show(articleId, scope);
    return passagesAround(this.#parts.store, articleId, start, end, scope);
  }

  exchange(recordId: string, scope: Scope): Promise<Exchange | undefined> {
    return recordedExchange(this.#parts, recordId, scope);
  }

  asked(recordId: string): Promise<(AskedQuestion & { readonly askedAt: string }) | undefined> {
    return this.#parts.journal.asked(recordId);
  }

  vote(
    recordId: string,
    voter: string,
    vote: 'up' | 'down',
  ): Promise<{ readonly up: number; readonly down: number } | undefined> {
    return this.#parts.journal.vote(recordId, voter, vote);
  }

  unanswered(scope?: Scope): Promise<UnansweredQuestion[]> {
    return this.#parts.journal.unanswered(scope);
  }

  async stats(): Promise<Stats> {
    const { store, journal, model } = this.#parts;
    const [articles, questions] = await Promise.all([store.stats(), journal.stats()]);
    return { version: VERSION, model: model.key, dims: model.dims, ...articles, ...questions };
  }

  async verify(repair: boolean): Promise<Problem[]> {
    const { store, log } = this.#parts;
    if (!repair) return store.verify(false);
    const problems = await store.exclusively(() => store.verify(true));
    await embedMissing(this.#indexing, log);
    await this.#save({});
    return problems;
  }

  backup(file: string): Promise<void> {
    return this.#parts.store.backup(file);
  }

  refresh(): Promise<boolean> {
    return this.#parts.store.refresh();
  }

  awaitChange(withinMs: number, signal?: AbortSignal): Promise<void> {
    return this.#parts.store.awaitChange(withinMs, signal);
  }

  async warm(): Promise<void> {
    const { store, embedder, log } = this.#parts;
    await embedder.model();
    try {
      if ((await store.articlesWithoutVectors()).length > 0) {
        await embedMissing(this.#indexing, log);
        await this.#save({});
      }
    } catch (error) {
      // A folder that can't be written is answered from as it is.
      if (!(error instanceof NewsdeskError) || error.code !== 'store-read-only') throw error;
      log.warn({ code: error.code }, error.message);
    }
    await this.search('warm', { scope: [SHARED], limit: 1 });
  }

  async close(): Promise<void> {
    const { store, journal, embedder, reading } = this.#parts;
    reading.end();
    await embedder.close();
    await journal.close();
    await store.close();
  }

  /** Whoever has been told to end waits for nobody: what is not saved here is made good later. */
  async #save({ onProgress, signal }: IndexOptions): Promise<void> {
    const { store, embedder, reading, savesAlone = false } = this.#parts;
    onProgress?.({ step: 'saving' });
    if (savesAlone) {
      reading.end();
      await embedder.rest?.();
    }
    if (signal?.aborted === true) {
      await store.tryExclusively(() => store.flush(AbortSignal.timeout(SAVE_AT_END_MS)));
      return;
    }
    const save = () => store.flush(signal);
    await store.exclusively(save, { onWait: tellWaiting(onProgress), signal });
  }

  /**
   * Runs what changes the articles, and leaves derived files that are up to date. Each article is
   * written alone; nothing else keeps other processes waiting.
   */
  async #write(
    options: IndexOptions,
    work: (report: ReportBuilder) => Promise<void>,
  ): Promise<IndexReport> {
    const { log } = this.#parts;
    const report = new ReportBuilder();
    try {
      await work(report);
      await embedMissing(this.#indexing, log, options.signal);
    } catch (error) {
      // What came before is saved all the same; the caller hears why the run ended.
      await this.#save(options).catch((unsaved: unknown) => {
        log.warn({ err: unsaved }, 'the index could not be saved');
      });
      throw error;
    }
    await this.#save(options);
    const done = report.build();
    for (const { error } of done.articles)
      if (error?.code === 'source-fault') noteFault(log, error);
    return done;
  }
}

/** What a person is told has the same id. */
function noteFault(log: Logger, { details, cause }: NewsdeskError): void {
  log.error({ requestId: details['request'], source: details['source'], err: cause }, 'A fault');
}
