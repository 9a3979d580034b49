import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { PassageRecord, SentenceRecord } from '../../src/store/store.js';
import { PACKAGE_DIR } from '../../src/version.js';
import type { Observation } from './observation.js';

/** Compiled code that decides what is found; what it is then judged by is measured again each time. */
const DECIDES = [
  'articles',
  'documents',
  'embedding',
  'evaluation',
  'indexing',
  'passages',
  'retrieval',
  'store',
  'text',
  'vectors',
];

/** Names what a set's questions meet: of other data or other code it is another. */
export async function addressOf(parts: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  for (const room of DECIDES) {
    const folder = path.join(PACKAGE_DIR, 'dist', 'src', room);
    const files = await readdir(folder, { recursive: true });
    for (const file of files.filter((each) => each.endsWith('.js')).sort()) {
      hash.update(file).update(await readFile(path.join(folder, file)));
    }
  }
  hash.update(await readFile(path.join(PACKAGE_DIR, 'dist', 'tools', 'fit', 'observe.js')));
  hash.update(await readFile(path.join(PACKAGE_DIR, 'dist', 'tools', 'fit', 'near-misses.js')));
  return hash.digest('hex').slice(0, 16);
}

export async function keptObservations(file: string): Promise<Observation[] | undefined> {
  try {
    return deserialize(await readFile(file)) as Observation[];
  } catch {
    return undefined;
  }
}

/** Each passage once, with vectors of its own: a view would take all that it is a view of along. */
export async function keepObservations(
  file: string,
  observations: readonly Observation[],
): Promise<void> {
  const copies = new Map<PassageRecord, PassageRecord>();
  const copyOf = (record: PassageRecord): PassageRecord => {
    let copy = copies.get(record);
    if (copy === undefined) copies.set(record, (copy = ownRecord(record)));
    return copy;
  };
  const own = observations.map((observation) => ({
    ...observation,
    query: {
      ...observation.query,
      vector: observation.query.vector.slice(),
      wordVectors: observation.query.wordVectors.slice(),
    },
    records: observation.records.map(copyOf),
    readings:
      observation.readings &&
      new Map([...observation.readings].map(([record, read]) => [copyOf(record), read])),
  }));
  await writeFile(file, serialize(own));
}

function ownRecord(record: PassageRecord): PassageRecord {
  const ownSentence = (sentence: SentenceRecord): SentenceRecord => ({
    ...sentence,
    vector: sentence.vector.slice(),
    words: Uint8Array.from(sentence.words),
  });
  return {
    ...record,
    vector: record.vector.slice(),
    sentences: record.sentences.map(ownSentence),
  };
}
