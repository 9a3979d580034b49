import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { Embedder, EmbeddingModel, Priority, WordedVector } from '../embedding/embedder.js';
import type { PassageReader } from '../embedding/passage-reader.js';
import type { ModelSettings } from '../embedding/model-files.js';
import { packSigns } from '../vectors/word-signs.js';
import { keptReader } from './kept-reader.js';

interface KeptRow {
  readonly vector: Buffer;
  readonly words: Buffer | null;
}

/**
 * Keeps what articles' texts were embedded as in a folder, so that a set that is measured again, by
 * whatever version, is not embedded again. Of words the signs are kept, which is all that the store
 * keeps of them. Questions are embedded each time.
 */
export class KeptEmbedder implements Embedder {
  readonly #embedder: Embedder;
  readonly #model: EmbeddingModel;
  readonly #database: Database.Database;

  readonly reader: PassageReader | undefined;

  private constructor(
    embedder: Embedder,
    reader: PassageReader | undefined,
    model: EmbeddingModel,
    database: Database.Database,
  ) {
    this.reader = reader;
    this.#embedder = embedder;
    this.#model = model;
    this.#database = database;
  }

  /**
   * @param directory created if it is missing; several processes may use it at once
   * @param settings the reader's, if there is one
   */
  static async open(
    embedder: Embedder,
    directory: string,
    settings?: ModelSettings,
  ): Promise<KeptEmbedder> {
    const model = await embedder.model();
    await mkdir(directory, { recursive: true });
    const name = createHash('sha256').update(model.key).digest('hex').slice(0, 12);
    const database = new Database(path.join(directory, `vectors-${name}.sqlite`));
    database.pragma('busy_timeout = 60000');
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = NORMAL');
    database.exec(`
      CREATE TABLE IF NOT EXISTS vectors (
        hash BLOB PRIMARY KEY, vector BLOB NOT NULL, words BLOB
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS tokens (
        hash BLOB PRIMARY KEY, count INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;`);
    const { reader } = embedder;
    const kept = reader && settings && (await keptReader(reader, settings, database));
    return new KeptEmbedder(embedder, kept, model, database);
  }

  model(): Promise<EmbeddingModel> {
    return this.#embedder.model();
  }

  async embed(
    texts: readonly string[],
    priority: Priority,
    signal?: AbortSignal,
  ): Promise<Float32Array[]> {
    if (priority === 'question') return this.#embedder.embed(texts, priority, signal);
    return Promise.all(
      texts.map(async (text) => {
        const known = this.#vector(text);
        if (known !== undefined) return floats(known.vector);
        const [vector] = await this.#embedder.embed([text], priority, signal);
        if (vector === undefined) throw new Error('The embedder returned no vector for a text.');
        this.#keep(text, vector, null);
        return vector;
      }),
    );
  }

  async embedWords(
    texts: readonly string[],
    priority: Priority,
    signal?: AbortSignal,
  ): Promise<WordedVector[]> {
    if (priority === 'question') return this.#embedder.embedWords(texts, priority, signal);
    return Promise.all(
      texts.map(async (text) => {
        const known = this.#vector(text);
        if (known !== undefined && known.words !== null) {
          return { vector: floats(known.vector), words: fromSigns(known.words, this.#model.dims) };
        }
        const [worded] = await this.#embedder.embedWords([text], priority, signal);
        if (worded === undefined) throw new Error('The embedder returned no vector for a text.');
        this.#keep(text, worded.vector, packSigns(worded.words, this.#model.dims));
        return worded;
      }),
    );
  }

  async countTokens(texts: readonly string[], priority: Priority): Promise<number[]> {
    const known = texts.map((text) => this.#count(text));
    const missing = texts.filter((_, index) => known[index] === undefined);
    const counts = missing.length === 0 ? [] : await this.#embedder.countTokens(missing, priority);
    const insert = this.#database.prepare<[Buffer, number]>(
      'INSERT OR IGNORE INTO tokens (hash, count) VALUES (?, ?)',
    );
    missing.forEach((text, index) => insert.run(addressOf(text), counts[index] ?? 0));
    const counted = counts.values();
    return known.map((count) => count ?? counted.next().value ?? 0);
  }

  async rest(): Promise<void> {
    await this.#embedder.rest?.();
  }

  async close(): Promise<void> {
    this.#database.close();
    await this.#embedder.close();
  }

  #vector(text: string): KeptRow | undefined {
    return this.#database
      .prepare<[Buffer], KeptRow>('SELECT vector, words FROM vectors WHERE hash = ?')
      .get(addressOf(text));
  }

  #count(text: string): number | undefined {
    return this.#database
      .prepare<[Buffer], { count: number }>('SELECT count FROM tokens WHERE hash = ?')
      .get(addressOf(text))?.count;
  }

  #keep(text: string, vector: Float32Array, words: Uint8Array | null): void {
    const bytes = Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
    this.#database
      .prepare<[Buffer, Buffer, Uint8Array | null]>(
        `INSERT INTO vectors (hash, vector, words) VALUES (?, ?, ?)
         ON CONFLICT (hash) DO UPDATE SET words = coalesce(excluded.words, words)`,
      )
      .run(addressOf(text), bytes, words);
  }
}

function addressOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function floats(bytes: Buffer): Float32Array {
  return new Float32Array(Uint8Array.from(bytes).buffer);
}

/** Unit-length vectors that have these signs. */
function fromSigns(signs: Buffer, dims: number): Float32Array {
  const bytes = Math.ceil(dims / 32) * 4;
  const words = new Float32Array((signs.length / bytes) * dims);
  const size = 1 / Math.sqrt(dims);
  for (let index = 0; index < words.length; index += 1) {
    const row = Math.floor(index / dims);
    const bit = index - row * dims;
    const isSet = ((signs[row * bytes + (bit >> 3)] ?? 0) >> (bit & 7)) & 1;
    words[index] = isSet === 1 ? size : -size;
  }
  return words;
}
