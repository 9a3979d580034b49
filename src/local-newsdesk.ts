import type { Logger } from 'pino';
import type { AskResult, Verdict } from './answering/answer.js';
import { MODELS } from './answering/coefficients.js';
import { readBytes } from './articles/read.js';
import { readingProcess } from './articles/reading-process.js';
import { answerInConversation } from './conversation/answer.js';
import type { Exchange } from './conversation/exchange.js';
import { recordedExchange } from './conversation/recorded.js';
import type { Config } from './config.js';
import type { Embedder, EmbeddingModel } from './embedding/embedder.js';
import { NewsdeskError } from './errors.js';
import { embedArticle } from './indexing/embed-article.js';
import { indexArticle } from './indexing/index-article.js';
import { withBlocks } from './indexing/split-again.js';
import { contentHash } from './articles/content-hash.js';
import { failureOf } from './indexing/failure-of.js';
import { indexSources, type IndexContext } from './indexing/index-sources.js';
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
import type { Passage } from './retrieval/passage.js';
import { searchPassages } from './retrieval/search.js';
import type { AskedQuestion, Journal, UnansweredQuestion } from './store/journal.js';
import {
  EVERYWHERE,
  SHARED,
  type ArticleSummary,
  type Collection,
  type Problem,
  type Scope,
  type Store,
  type StoredArticle,
} from './store/store.js';
import { VERSION } from './version.js';

/** Models that were trained on English alone, by the names that the hub has for them. */
const ENGLISH_ONLY = /all-MiniLM|all-mpnet|multi-qa|-en\b/u;

const DEFAULT_SEARCH_LIMIT = 10;
/** Whoever has told a run to stop waits no longer than this for what can be made good later. */
const SAVE_AT_END_MS = 2_000;

export interface LocalNewsdeskParts {
  readonly store: Store;
  readonly journal: Journal;
  readonly embedder: Embedder;
  readonly model: EmbeddingModel;
  readonly config: Pick<Config, 'minConfidence' | 'allowPrivateUrls'>;
  readonly log: Logger;
  readonly stdin?: NodeJS.ReadableStream | undefined;
}

/** Newsdesk on this machine: a store, a journal of questions, and an embedder. */
export class LocalNewsdesk implements Newsdesk {
  readonly version = VERSION;
  readonly #parts: LocalNewsdeskParts;
  readonly #indexing: IndexContext;

  constructor(parts: LocalNewsdeskParts) {
    this.#parts = parts;
    this.#indexing = {
      store: parts.store,
      embedder: parts.embedder,
      read: {
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
    return this.#write(options, async (report) => {
      try {
        const article = await readBytes(upload.bytes, upload);
        const { entry, embedded } = await indexArticle(
          this.#parts.store,
          this.#parts.embedder,
          article,
          {
            title: options.title,
            collection: options.collection ?? SHARED,
            force: options.force === true,
            original: { name: upload.name, bytes: upload.bytes },
            signal: options.signal,
            onWait: waiting(options.onProgress),
            onTexts: (done, total) => {
              options.onProgress?.({
                step: 'embedding',
                source: upload.source,
                sources: { done: 0, total: 1 },
                texts: { done, total },
                share: total === 0 ? 1 : done / total,
                passages: report.passages,
              });
            },
          },
        );
        report.add(entry, embedded);
      } catch (error) {
        report.failed(upload.source, failureOf(error, upload.source, options.signal));
      }
    });
  }

  async refreshArticles(ids?: readonly string[], options: IndexOptions = {}): Promise<IndexReport> {
    return this.#write(options, async (report) => {
      const scope = options.collection === undefined ? undefined : [options.collection];
      const articles =
        ids === undefined
          ? await this.#parts.store.articles(scope ?? EVERYWHERE)
          : await Promise.all(ids.map((id) => this.show(id, scope)));
      await refreshStored(this.#indexing, articles, options, report);
    });
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

  async ask(question: string, options: AskOptions): Promise<AskResult> {
    const started = performance.now();
    const { store, embedder, config, model } = this.#parts;
    if (options.articleId !== undefined) await this.show(options.articleId, options.scope);
    const verdict = await answerInConversation(
      { store, embedder, minConfidence: config.minConfidence },
      question,
      { ...options, readsEnglishOnly: ENGLISH_ONLY.test(model.key) },
    );
    const answered = verdict.answer !== null;
    const recordId = await this.#note(question, verdict, options);
    const ms = Math.round((performance.now() - started) * 100) / 100;
    return { question, answered, ...verdict, ms, recordId };
  }

  async search(query: string, options: SearchOptions): Promise<Passage[]> {
    const { store, embedder } = this.#parts;
    if (options.articleId !== undefined) await this.show(options.articleId, options.scope);
    return searchPassages({ store, embedder, models: MODELS }, query, {
      ...options,
      limit: options.limit ?? DEFAULT_SEARCH_LIMIT,
    });
  }

  async context(articleId: string, start: number, end: number, scope: Scope): Promise<Passage[]> {
    await this.show(articleId, scope);
    const passages = await this.#parts.store.passagesOf(articleId, scope);
    const inside = passages.filter((passage) => passage.start < end && passage.end > start);
    const first = (inside[0]?.ordinal ?? 0) - 1;
    const last = (inside.at(-1)?.ordinal ?? -1) + 1;
    return passages
      .filter(({ ordinal }) => inside.length > 0 && ordinal >= first && ordinal <= last)
      .map(({ title, source, url, text, start: from, end: to }) => ({
        articleId,
        title,
        source,
        url,
        text,
        start: from,
        end: to,
        score: 0,
      }));
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
    const { store } = this.#parts;
    if (!repair) return store.verify(false);
    const problems = await store.exclusively(() => store.verify(true));
    await this.#embedMissing({});
    await this.#save({});
    return problems;
  }

  backup(file: string): Promise<void> {
    return this.#parts.store.backup(file);
  }

  refresh(): Promise<boolean> {
    return this.#parts.store.refresh();
  }

  async warm(): Promise<void> {
    const { store, embedder, log } = this.#parts;
    await embedder.model();
    try {
      if ((await store.articlesWithoutVectors()).length > 0) {
        await this.#embedMissing({});
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
    const { store, journal, embedder } = this.#parts;
    await embedder.close();
    await journal.close();
    await store.close();
  }

  /** What is no question is not noted down; what can't be is answered all the same. */
  async #note(
    question: string,
    { kind, answer, confidence, context }: Verdict,
    { scope, articleId }: AskOptions,
  ): Promise<string | undefined> {
    const { journal, log } = this.#parts;
    if (kind !== 'answer' && kind !== 'unanswered' && kind !== 'gist') return undefined;
    try {
      return await journal.record({
        question,
        understood: context?.understood === question ? undefined : context?.understood,
        collection: scope.at(-1) ?? SHARED,
        articleId: (context?.guessed === true ? undefined : context?.articleId) ?? articleId,
        answered: answer !== null,
        confidence,
        answer: answer ?? undefined,
      });
    } catch (error) {
      log.warn({ error }, 'the journal could not be written');
      return undefined;
    }
  }

  /** Whoever has been told to end waits for nobody: what is not saved here is made good later. */
  async #save({ onProgress, signal }: IndexOptions): Promise<void> {
    const { store } = this.#parts;
    if (signal?.aborted === true) {
      await store.tryExclusively(() => store.flush(AbortSignal.timeout(SAVE_AT_END_MS)));
      return;
    }
    const save = () => store.flush(signal);
    await store.exclusively(save, { onWait: waiting(onProgress), signal });
  }

  /**
   * Runs what changes the articles, and leaves derived files that are up to date. Each article is
   * written alone; nothing else keeps other processes waiting.
   */
  async #write(
    options: IndexOptions,
    work: (report: ReportBuilder) => Promise<void>,
  ): Promise<IndexReport> {
    const { embedder, log } = this.#parts;
    const report = new ReportBuilder();
    try {
      await work(report);
      await this.#embedMissing(options);
    } finally {
      options.onProgress?.({ step: 'saving' });
      if (options.last === true) {
        readingProcess.end();
        await embedder.close();
      }
      await this.#save(options);
    }
    const done = report.build();
    for (const { error } of done.articles)
      if (error?.code === 'source-fault') noteFault(log, error);
    return done;
  }

  /** Embeds again what was embedded with another model, or whose vectors were lost. */
  async #embedMissing({ signal }: IndexOptions): Promise<void> {
    const { store, embedder, log } = this.#parts;
    const ids = await store.articlesWithoutVectors();
    if (ids.length > 0) log.info({ articles: ids.length }, 'embedding again for this model');
    for (const id of ids) {
      const stored = await store.article(id, EVERYWHERE);
      if (stored === undefined) continue;
      const article = await withBlocks(store, stored, signal);
      const { passages } = await embedArticle(store, embedder, article, { signal });
      await store.exclusively(
        async () => {
          const now = await store.article(id, EVERYWHERE);
          if (now?.contentHash !== stored.contentHash) return;
          const hash = contentHash(article.title, article);
          const original = await store.original(id, EVERYWHERE);
          await store.putArticle({ ...article, contentHash: hash, passages, original });
        },
        { signal },
      );
    }
  }
}

/** What a person is told has the same id. */
function noteFault(log: Logger, { details, cause }: NewsdeskError): void {
  log.error({ requestId: details['request'], source: details['source'], err: cause }, 'A fault');
}

/** Says for whom a writing waits. */
function waiting(onProgress: IndexOptions['onProgress']): (holder: string) => void {
  return (holder) => onProgress?.({ step: 'waiting', holder });
}
