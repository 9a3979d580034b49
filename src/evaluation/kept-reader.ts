import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type Database from 'better-sqlite3';
import { MODEL_FILE, type ModelSettings } from '../embedding/model-files.js';
import type { PassageReader, ReadablePassage, Reading } from '../embedding/passage-reader.js';
import { findReader } from '../embedding/reader-files.js';

/** Keeps what was read in passages, by question, passage and the reader's weights. */
export async function keptReader(
  reader: PassageReader,
  settings: ModelSettings,
  database: Database.Database,
): Promise<PassageReader> {
  database.exec(`
    CREATE TABLE IF NOT EXISTS readings (
      hash BLOB PRIMARY KEY, reading TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;`);
  const weights = await weightsOf(settings);
  const get = database.prepare<[Buffer], { reading: string }>(
    'SELECT reading FROM readings WHERE hash = ?',
  );
  const put = database.prepare<[Buffer, string]>(
    'INSERT OR IGNORE INTO readings (hash, reading) VALUES (?, ?)',
  );
  const readOne = async (
    question: string,
    passage: ReadablePassage,
    signal: AbortSignal | undefined,
  ): Promise<Reading> => {
    const hash = createHash('sha256')
      .update(JSON.stringify([weights, question, passage.text, passage.stretches]))
      .digest();
    const known = get.get(hash);
    if (known !== undefined) {
      const kept = JSON.parse(known.reading) as (Reading[number] | null)[];
      return kept.map((span) => span ?? undefined);
    }
    const [reading] = await reader.read(question, [passage], signal);
    if (reading === undefined) throw new Error('The reader returned nothing for a passage.');
    put.run(hash, JSON.stringify(reading));
    return reading;
  };
  return {
    read: (question, passages, signal) =>
      Promise.all(passages.map((passage) => readOne(question, passage, signal))),
  };
}

/** A digest of a reader's weights, whatever it is called. */
export async function weightsOf(settings: ModelSettings): Promise<string> {
  const root = (await findReader(settings)) ?? settings.dir;
  const hash = createHash('sha256');
  await pipeline(createReadStream(path.join(root, settings.name, MODEL_FILE)), hash);
  return hash.digest('hex');
}
