import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ModelSettings } from '../embedding/model-files.js';
import { openBenchDesk } from './bench-desk.js';
import { withCoefficients, withReadingCoefficients } from './coefficients-file.js';
import { crossValidate, type Figures } from './cross-validate.js';
import { FEATURES, READING_FEATURES } from './features.js';
import { fitModels } from './fit-models.js';
import { observe, type Observations } from './observe.js';
import type { Judged } from './metrics.js';
import { readSquad } from './squad.js';
import { evaluationPage } from './tables.js';

export interface FitOptions {
  readonly model: ModelSettings;
  /** None: what is read is not fitted, and its coefficients stay as they are. */
  readonly reader?: ModelSettings | undefined;
  /** The project's folder: its coefficients and docs/evaluation.md are rewritten. */
  readonly project: string;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/**
 * Fits everything that is fitted from a SQuAD-format file and writes the coefficients, and the page
 * of cross-validated figures that they gave. It is for developers, in a checkout.
 */
export async function fit(file: string, options: FitOptions): Promise<Figures> {
  const { model, reader, project, onProgress } = options;
  const paragraphs = await readSquad(file);
  const desk = await openBenchDesk({ model, reader });
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
  if (reader !== undefined) await fitReading(observations, project);
  return whole.figures;
}

async function fitReading(observations: Observations, project: string): Promise<void> {
  const file = path.join(project, 'src', 'answering', 'reading-coefficients.ts');
  const { judged, figures } = crossValidate(observations, READING_FEATURES);
  const models = fitModels(observations, READING_FEATURES);
  const minConfidence = thresholdOf(judged.offTopic);
  const source = await readFile(file, 'utf8');
  await writeFile(file, withReadingCoefficients(source, models, minConfidence, figures));
}

/** Questions that have nothing to do with the articles and are answered all the same, at the most. */
const OFF_TOPIC_ANSWERED = 0.02;

/** The least confidence, to three decimals, under which an answer is not given. */
function thresholdOf(offTopic: readonly Judged[]): number {
  const confidences = offTopic.map(({ confidence }) => confidence).sort((a, b) => b - a);
  const first = confidences[Math.floor(OFF_TOPIC_ANSWERED * confidences.length)] ?? 0;
  return (Math.floor(first * 1000) + 1) / 1000;
}
