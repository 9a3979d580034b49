import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ModelSettings } from '../embedding/model-files.js';
import { openBenchDesk } from './bench-desk.js';
import { withCoefficients } from './coefficients-file.js';
import { crossValidate, type Figures } from './cross-validate.js';
import { FEATURES } from './features.js';
import { fitModels } from './fit-models.js';
import { observe } from './observe.js';
import type { Judged } from './metrics.js';
import { readSquad } from './squad.js';
import { evaluationPage } from './tables.js';

export interface FitOptions {
  readonly model: ModelSettings;
  /** The project's folder: its coefficients and docs/evaluation.md are rewritten. */
  readonly project: string;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/**
 * Fits everything that is fitted from a SQuAD-format file and writes the coefficients, and the page
 * of cross-validated figures that they gave. It is for developers, in a checkout.
 */
export async function fit(file: string, options: FitOptions): Promise<Figures> {
  const { model, project, onProgress } = options;
  const paragraphs = await readSquad(file);
  const desk = await openBenchDesk({ model });
  const observations = await observe(desk, paragraphs, onProgress).finally(() => desk.close());
  const whole = crossValidate(observations, FEATURES);
  const minConfidence = thresholdOf(whole.judged.offTopic);
  const models = fitModels(observations, FEATURES);
  const coefficients = path.join(project, 'src', 'answering', 'coefficients.ts');
  const source = await readFile(coefficients, 'utf8');
  await writeFile(coefficients, withCoefficients(source, models, minConfidence, whole.figures));
  await writeFile(
    path.join(project, 'docs', 'evaluation.md'),
    evaluationPage(observations, whole, minConfidence),
  );
  return whole.figures;
}

/** Questions that have nothing to do with the articles and are answered all the same, at the most. */
const OFF_TOPIC_ANSWERED = 0.02;

/** The least confidence, to three decimals, under which an answer is not given. */
function thresholdOf(offTopic: readonly Judged[]): number {
  const confidences = offTopic.map(({ confidence }) => confidence).sort((a, b) => b - a);
  const first = confidences[Math.floor(OFF_TOPIC_ANSWERED * confidences.length)] ?? 0;
  return (Math.floor(first * 1000) + 1) / 1000;
}
