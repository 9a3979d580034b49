import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluationView } from '../../src/cli/views/evaluation.js';
import { evaluate, type EvaluationReport } from '../../src/evaluation/evaluate.js';
import { DEFAULT_MODEL_SETTINGS, EMBEDDER_URL } from '../support/model.js';

const DOCUMENTS = path.join(import.meta.dirname, 'fixtures', 'documents.json');

describe('an evaluation of a few documents', () => {
  let keep: string;
  let first: EvaluationReport;
  let second: EvaluationReport;
  beforeAll(async () => {
    keep = await mkdtemp(path.join(tmpdir(), 'newsdesk-keep-'));
    const options = { model: DEFAULT_MODEL_SETTINGS, embedderUrl: EMBEDDER_URL, keep };
    first = await evaluate(DOCUMENTS, options);
    second = await evaluate(DOCUMENTS, options);
  }, 60_000);
  afterAll(() => rm(keep, { recursive: true, force: true }));

  it('counts what is found and shown, by kind', () => {
    expect(first).toMatchObject({ shape: 'documents', articles: 2, questions: 3 });
    expect(first.recallAt1).toBe(1);
    expect(first.kinds.map(({ kind, questions }) => [kind, questions])).toEqual([['fact', 3]]);
    expect(first.offTopic?.refused).toBe(1);
  });

  it('says the same again with what was kept of the first time', async () => {
    expect(await readdir(keep)).toContainEqual(expect.stringMatching(/^vectors-.*\.sqlite$/));
    expect({ ...second, ms: null }).toEqual({ ...first, ms: null });
  });

  it('is shown as a table', () => {
    const shown = evaluationView(first, first.misses.length);
    expect(shown).toMatch(/Right passage first \(R@1\) +1\.000/);
    expect(shown).toMatch(/Off-topic questions +1\n\.\.\. refused +1\.000/);
    expect(shown).toMatch(/fact +3 /);
  });
});
