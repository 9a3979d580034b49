import { expect } from 'vitest';
import { ReadingProcess } from '../../src/articles/reading-process.js';
import type { DocumentText } from '../../src/documents/block.js';
import { NewsdeskError } from '../../src/errors.js';
import { splitPassages } from '../../src/passages/split.js';
import { mutate, random, samples, SOUND, type Sample } from './mutations.js';

/** What one document may take from its bytes to its passages, on cores that read the sound one so: */
const MOST_MS = 2_000;
/** What a sound document of the greatest length takes on two quiet cores of the usual kind, in ms. */
const SOUND_MS = 400;

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
        const { error, ms } = await attempt(reading, mutate(all, random(seed * 7_919)));
        if (error !== undefined) failures.push(`seed ${seed}: ${error}`);
        if (ms > MOST_MS) slow.push(seed);
      }
      reading.end();
    }),
  );
  // What took long beside another is given more chances alone: what is slow is slow each time.
  const reading = await startReading(all);
  for (const seed of slow) {
    const sample = mutate(all, random(seed * 7_919));
    const [ms, floor] = [await best(reading, sample), await best(reading, SOUND)];
    const most = MOST_MS * Math.max(1, floor / SOUND_MS);
    if (ms > most) failures.push(`seed ${seed}: ${Math.round(ms)} ms of ${Math.round(most)}`);
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

/** The least of three times, in ms. */
async function best(reading: ReadingProcess, sample: Sample): Promise<number> {
  const times: number[] = [];
  for (let again = 0; again < 3; again++) times.push((await attempt(reading, sample)).ms);
  return Math.min(...times);
}

/** How long a document takes, and what is thrown that should not be. */
async function attempt(
  reading: ReadingProcess,
  sample: Sample,
): Promise<{ readonly ms: number; readonly error?: string }> {
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
  const { entries } = await reading.run({ operation: 'readFeed', args: feed }, name);
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
