import { expect } from 'vitest';
import { ReadingProcess } from '../../src/articles/reading-process.js';
import type { DocumentText } from '../../src/documents/block.js';
import { NewsdeskError } from '../../src/errors.js';
import { splitPassages } from '../../src/passages/split.js';
import { mutate, random, samples, type Sample } from './mutations.js';

/** What one document may take from its bytes to its passages. */
const MOST_MS = 2_000;

/**
 * Reads so many mutated documents, in so many processes, and makes passages of them: each is read or
 * refused in time, whatever is in it. The seed of one that is not finds it again.
 */
export async function fuzz(times: number, firstSeed: number, processes = 1): Promise<void> {
  const all = await samples();
  const seeds = Array.from({ length: times }, (_, index) => firstSeed + index).values();
  const failures: string[] = [];
  const slow: number[] = [];
  await Promise.all(
    Array.from({ length: processes }, async () => {
      const reading = await startReading(all);
      for (const seed of seeds) {
        const { error, ms } = await attempt(reading, all, seed);
        if (error !== undefined) failures.push(`seed ${seed}: ${error}`);
        if (ms > MOST_MS) slow.push(seed);
      }
      reading.end();
    }),
  );
  // What took long beside another is given more chances alone: what is slow is slow each time.
  const reading = await startReading(all);
  for (const seed of slow) {
    let best = Infinity;
    for (let again = 0; again < 3 && best > MOST_MS; again++) {
      best = Math.min(best, (await attempt(reading, all, seed)).ms);
    }
    if (best > MOST_MS) failures.push(`seed ${seed}: ${Math.round(best)} ms`);
  }
  reading.end();
  console.log(`${times} documents, seeds ${firstSeed} to ${firstSeed + times - 1}`);
  expect(failures).toEqual([]);
}

/** A process that has started, and loaded what each kind needs: that is no part of what is timed. */
async function startReading(all: readonly Sample[]): Promise<ReadingProcess> {
  const reading = new ReadingProcess({ timeoutMs: 30_000 });
  for (const sample of all) await passagesOf(reading, sample);
  return reading;
}

/** How long the document of a seed takes, and what is thrown that should not be. */
async function attempt(
  reading: ReadingProcess,
  all: readonly Sample[],
  seed: number,
): Promise<{ readonly ms: number; readonly error?: string }> {
  const sample = mutate(all, random(seed * 7_919));
  const before = performance.now();
  try {
    await passagesOf(reading, sample);
  } catch (error) {
    if (!(error instanceof NewsdeskError))
      return { ms: 0, error: `${sample.name}: ${String(error)}` };
  }
  return { ms: performance.now() - before };
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
