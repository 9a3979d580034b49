import type { IndexOptions, Upload } from '../indexing/options.js';
import type { IndexReport } from '../indexing/report.js';
import { LocalNewsdesk, type LocalNewsdeskParts } from '../local-newsdesk.js';
import { SHARED, type Collection } from '../store/store.js';
import type { IndexingProcess } from './indexing-process.js';
import { unpackReport, type IndexingRequest, type SentOptions } from './protocol.js';

/** Answers in this process, and has another change the articles. */
export class DetachedNewsdesk extends LocalNewsdesk {
  readonly #parts: LocalNewsdeskParts;
  readonly #process: IndexingProcess;

  constructor(parts: LocalNewsdeskParts, process: IndexingProcess) {
    super(parts);
    this.#parts = parts;
    this.#process = process;
  }

  override index(sources: readonly string[], options: IndexOptions = {}): Promise<IndexReport> {
    const request = { call: 'index', sources, options: sent(options) } as const;
    return this.#report(request, sources.join(' '), options);
  }

  override indexUpload(upload: Upload, options: IndexOptions = {}): Promise<IndexReport> {
    const request = { call: 'indexUpload', upload, options: sent(options) } as const;
    return this.#report(request, upload.name, options);
  }

  override refreshArticles(
    ids?: readonly string[],
    options: IndexOptions = {},
  ): Promise<IndexReport> {
    const request = { call: 'refreshArticles', ids, options: sent(options) } as const;
    return this.#report(request, ids?.join(' ') ?? '', options);
  }

  override async remove(ids: readonly string[], collection?: Collection): Promise<string[]> {
    const party = collection ?? SHARED;
    const request = { call: 'remove', ids, collection } as const;
    const reply = await this.#process.run(request, { party, source: ids.join(' ') });
    await this.#parts.store.catchUp();
    return reply.kind === 'removed' ? [...reply.ids] : [];
  }

  override async warm(): Promise<void> {
    // What another model has embedded is split and embedded again there.
    if ((await this.#parts.store.articlesWithoutVectors()).length > 0) {
      await this.#process.run({ call: 'warm' }, { party: SHARED, source: '' });
    }
    await super.warm();
  }

  override async close(): Promise<void> {
    this.#process.close();
    await super.close();
  }

  async #report(
    request: IndexingRequest,
    source: string,
    { collection, onProgress, signal }: IndexOptions,
  ): Promise<IndexReport> {
    const party = collection ?? SHARED;
    const reply = await this.#process.run(request, { party, source, onProgress, signal });
    await this.#parts.store.catchUp();
    if (reply.kind !== 'report') throw new Error(`The indexing process replied ${reply.kind}`);
    return unpackReport(reply.report);
  }
}

/** Without what only this process can use. */
function sent(options: IndexOptions): SentOptions {
  return { ...options, onProgress: undefined, signal: undefined };
}
