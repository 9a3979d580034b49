import { expect } from 'vitest';
import { ReadingProcess } from '../../src/articles/reading-process.js';
import type { DocumentText } from '../../src/documents/block.js';
import { NewsdeskError } from '../../src/errors.js';
import { splitPassages } from '../../src/passages/split.js';
import { mutate, random, samples, type Sample } from './mutations.js';

/** What one document may take from its bytes to its passages. */
const MOST_MS = 2_000;

/**
 * Reads so many mutated documents, in so many processes, and makes
 * passages of them: each is read or refused in time, whatever is in it. The seed of one that is not
 * finds it again.
 */
export async function fuzz(times: number, firstSeed: number, processes = 1): Promise<void> {
  const all = await samples();
  const seeds = Array.from({ length: times }, (_, index) => firstSeed + index).values();
  const readers = Array.from({ length: processes }, async () => {
    const failures: string[] = [];
    const reading = new ReadingProcess({ timeoutMs: 30_000 });
    // Not a part of what is timed: the process starts, and loads what each kind needs.
    for (const sample of all) await passagesOf(reading, sample);
    for (const seed of seeds) failures.push(...(await attempt(reading, all, seed)));
    reading.end();
    return failures;
  });
  const failures = (await Promise.all(readers)).flat();
  console.log(`${times} documents, seeds ${firstSeed} to ${firstSeed + times - 1}`);
  expect(failures).toEqual([]);
}

/** What is wrong with the document of a seed. */
async function attempt(
  reading: ReadingProcess,
  all: readonly Sample[],
  seed: number,
): Promise<string[]> {
  const failures = new Set<string>();
  const sample = mutate(all, random(seed * 7_919));
  let best = Infinity;
  // A busy machine is given more chances; what is slow is slow each time.
  for (let times = 0; times < 3 && best > MOST_MS; times++) {
    const before = performance.now();
    try {
      await passagesOf(reading, sample);
    } catch (error) {
      if (!(error instanceof NewsdeskError)) failures.add(String(error));
    }
    best = Math.min(best, performance.now() - before);
  }
  if (best > MOST_MS) failures.add(`${Math.round(best)} ms`);
  return Array.from(failures, (failure) => `seed ${seed}, ${sample.name}: ${failure}`);
}

async function passagesOf(reading: ReadingProcess, { name, bytes }: Sample): Promise<void> {
  const about = { name, source: name };
  const args = [bytes, about] as const;
  const document = await reading.run({ operation: 'openDocument', args }, name);
  if (document.kind === 'article') {
    await split(document.article);
    return;
  }
  const feed = [document.text, name, 100] as const;
  const entries = await reading.run({ operation: 'readFeed', args: feed }, name);
  for (const { title = '', content } of entries) {
    if (content !== undefined) await split({ ...content, title });
  }
}

async function split(article: DocumentText & { readonly title: string }): Promise<void> {
  const passages = await splitPassages(article.title, article, {
    maxTokens: 256,
    countTokens: (texts) => Promise.resolve(texts.map((text) => Math.ceil(text.length / 4))),
  });
  for (const { start, end } of passages) {
    expect(start).toBeLessThan(end);
    expect(end).toBeLessThanOrEqual(article.text.length);
  }
}
