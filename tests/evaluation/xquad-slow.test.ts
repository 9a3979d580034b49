import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluate, type EvaluationReport } from '../../src/evaluation/evaluate.js';
import { PACKAGE_DIR } from '../../src/version.js';
import { DEFAULT_MODEL_SETTINGS, EMBEDDER_URL } from '../support/model.js';

/** The development half of English XQuAD, if it lies beside the project. */
const XQUAD = path.join(PACKAGE_DIR, '..', 'shared', 'eval', 'xquad-en-dev.json');

interface Squad {
  readonly data: readonly { readonly title: string }[];
}

describe.skipIf(!existsSync(XQUAD))('shared/eval/xquad-en-dev.json', () => {
  let folder: string;
  let whole: EvaluationReport;
  let halves: EvaluationReport[];
  const run = (file: string, offTopic?: string): Promise<EvaluationReport> =>
    // Kept, since all three embed the same texts.
    evaluate(file, {
      model: DEFAULT_MODEL_SETTINGS,
      embedderUrl: EMBEDDER_URL,
      offTopic,
      keep: folder,
    });

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'newsdesk-xquad-'));
    const { data } = JSON.parse(await readFile(XQUAD, 'utf8')) as Squad;
    const [even, odd] = [0, 1].map((half) => path.join(folder, `half-${half}.json`));
    if (even === undefined || odd === undefined) throw new Error('two halves are needed');
    for (const [half, file] of [even, odd].entries()) {
      const articles = data.filter((_, index) => index % 2 === half);
      await writeFile(file, JSON.stringify({ data: articles }));
    }
    whole = await run(XQUAD);
    halves = [await run(even, odd), await run(odd, even)];
  }, 300_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('has its passages found', () => {
    expect(whole.recallAt1).toBeGreaterThanOrEqual(0.965);
    expect(whole.recallAt5).toBeGreaterThanOrEqual(0.995);
    expect(whole.mrr).toBeGreaterThanOrEqual(0.98);
  });

  it('has its answers in at most two bold sentences', () => {
    expect(whole.goldInSentence).toBeGreaterThanOrEqual(0.87);
    expect(whole.averageSentences).toBeLessThan(1.3);
  });

  it('has words marked in about a quarter of them, rightly', () => {
    expect(whole.highlighted).toBeGreaterThanOrEqual(0.23);
    expect(whole.highlightPrecision).toBeGreaterThanOrEqual(0.85);
  });

  it('has its questions answered, and those of other titles refused', () => {
    expect(whole.answered).toBeGreaterThanOrEqual(0.965);
    for (const { answered, offTopic } of halves) {
      expect(answered).toBeGreaterThanOrEqual(0.955);
      expect(offTopic?.refused).toBeGreaterThanOrEqual(0.97);
      expect(offTopic?.auc).toBeGreaterThanOrEqual(0.994);
    }
  });

  it('is answered as surely as it is answered rightly', () => {
    for (const { calibrationError } of halves) expect(calibrationError).toBeLessThanOrEqual(0.04);
  });
});
