import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { MIN_CONFIDENCE, MODELS } from '../../src/answering/coefficients.js';
import { READING } from '../../src/answering/reading-coefficients.js';
import type { ModelSettings } from '../../src/embedding/model-files.js';
import { openBenchDesk } from '../../src/evaluation/bench-desk.js';
import type { EvaluationSet, SetQuestion } from '../../src/evaluation/evaluation-set.js';
import { weightsOf } from '../../src/evaluation/kept-reader.js';
import { readSet } from '../../src/evaluation/read-set.js';
import { withCoefficients, withReadingCoefficients } from './coefficients-file.js';
import { FEATURES, READING_FEATURES } from './features.js';
import { fingerprintOf, sha256 } from './fingerprint.js';
import { fitModels } from './fit-models.js';
import { addressOf, keepObservations, keptObservations } from './kept-observations.js';
import type { Observation } from './observation.js';
import { measuredPage } from './measured-page.js';
import { observe } from './observe.js';
import { evaluationPage } from './tables.js';
import { crossValidate, leaveSetsOut, measure, thresholdOf } from './validate.js';

export interface FitOptions {
  readonly model: ModelSettings;
  /** Given, what reading adds is fitted, and nothing else; or measured. */
  readonly reader?: ModelSettings | undefined;
  /** The project's folder: its coefficients and docs/evaluation.md are rewritten. */
  readonly project: string;
  /** Keeps embedded texts, and what each set's questions found, for the next run. */
  readonly keep: string;
  /** Nothing is fitted: the page shows the coefficients as they stand. */
  readonly measureOnly: boolean;
  /** Nothing is written; the page is returned all the same. */
  readonly dry: boolean;
  /** Fits how sure an answer is alone: what is found and shown stays as the coefficients have it. */
  readonly sureness: boolean;
  readonly onStep: (step: string) => void;
}

/**
 * Fits everything that is fitted from files of any shape that is measured on, sets weighing alike,
 * and writes the coefficients, and the page of figures that they gave. For developers, in a checkout.
 */
export async function fit(files: readonly string[], options: FitOptions): Promise<string> {
  const { project, dry, sureness, onStep } = options;
  const shown = sureness ? MODELS : undefined;
  const observations: Observation[] = [];
  const sets = await Promise.all(files.map(readNamedSet));
  for (const [index, set] of sets.entries()) {
    const ofSet = await observationsOf(set, sets, index, options);
    observations.push(...(set.set.shape === 'faq' ? ofSet.filter(isCertain) : ofSet));
  }
  if (options.measureOnly) return measureAsItStands(observations, options);
  if (options.reader !== undefined) return fitReading(observations, options);
  const onFold = (fold: number): void => {
    onStep(`cross-validating, fold ${fold + 1}`);
  };
  const crossValidated = crossValidate(observations, FEATURES, onFold, shown);
  const onSet = (set: string): void => {
    onStep(`leaving out ${set}`);
  };
  const leftOut = leaveSetsOut(observations, FEATURES, onSet, shown);
  const minConfidence = thresholdOf(crossValidated);
  const page = evaluationPage({ crossValidated, leftOut, minConfidence, sureness, ablations: [] });
  if (dry) return page;
  onStep('fitting');
  const models = fitModels(observations, FEATURES, shown);
  const coefficients = path.join(project, 'src', 'answering', 'coefficients.ts');
  const source = await readFile(coefficients, 'utf8');
  const fitted = {
    models,
    minConfidence,
    fingerprint: fingerprintOf(),
    data: sets.map(({ name, digest }) => `${name} ${digest}`),
  };
  await writeFile(coefficients, withCoefficients(source, fitted));
  await writeFile(path.join(project, 'docs', 'evaluation.md'), page);
  return page;
}

/** A page of answers without the reader, and one of those with it, if there is one. */
async function measureAsItStands(
  observations: readonly Observation[],
  { reader, project, dry, onStep }: FitOptions,
): Promise<string> {
  const unread = { models: MODELS, minConfidence: MIN_CONFIDENCE };
  const pages: string[] = [];
  for (const [name, stand] of [
    ['evaluation.md', unread],
    ['evaluation-reading.md', reader && READING],
  ] as const) {
    if (stand === undefined) continue;
    onStep(`measuring for ${name}`);
    const { models, minConfidence } = stand;
    const measured = measure(observations, models);
    const page = measuredPage({ measured, minConfidence, reading: stand === READING });
    pages.push(page);
    if (!dry) await writeFile(path.join(project, 'docs', name), page);
  }
  return pages.join('\n');
}

/** What is found stays as it is without reading: the passages that are read depend on it. */
async function fitReading(
  observations: readonly Observation[],
  { project, dry, onStep }: FitOptions,
): Promise<string> {
  const { candidate, passage } = MODELS;
  const ranking = { candidate, passage };
  const onFold = (fold: number): void => {
    onStep(`cross-validating, fold ${fold + 1}`);
  };
  const onSet = (set: string): void => {
    onStep(`leaving out ${set}`);
  };
  const crossValidated = crossValidate(observations, READING_FEATURES, onFold, ranking);
  const leftOut = leaveSetsOut(observations, READING_FEATURES, onSet, ranking);
  const minConfidence = thresholdOf(crossValidated);
  const figures = { crossValidated, leftOut, minConfidence, ablations: [] };
  const page = evaluationPage({ ...figures, sureness: false, reading: true });
  if (dry) return page;
  onStep('fitting');
  const models = fitModels(observations, READING_FEATURES, ranking);
  const file = path.join(project, 'src', 'answering', 'reading-coefficients.ts');
  const source = await readFile(file, 'utf8');
  await writeFile(file, withReadingCoefficients(source, { models, minConfidence }));
  await writeFile(path.join(project, 'docs', 'evaluation-reading.md'), page);
  return page;
}

/** Entries of one subject answer one another's questions: what is changed or taken out may still be said. */
function isCertain({ kind }: Observation): boolean {
  return kind !== 'nearMiss' && kind !== 'gone';
}

interface ReadSet {
  readonly name: string;
  readonly set: EvaluationSet;
  /** Of the file's bytes. */
  readonly digest: string;
}

/** `xquad-en-dev.json` is called xquad. */
async function readNamedSet(file: string): Promise<ReadSet> {
  const [name = file] = path.basename(file, '.json').split('-');
  return { name, set: await readSet(file), digest: sha256(await readFile(file)).slice(0, 16) };
}

/** Strangers for a set that has no questions off its topics: so many of each other set. */
const STRANGERS = 60;

async function observationsOf(
  { name, set, digest }: ReadSet,
  sets: readonly ReadSet[],
  index: number,
  { model, reader, keep, onStep }: FitOptions,
): Promise<Observation[]> {
  const strangers = set.shape === 'faq' ? strangersFrom(sets, name) : [];
  const asked = strangers.map(({ question }) => question);
  const weights = reader === undefined ? '' : await weightsOf(reader);
  const address = await addressOf([digest, model.name, weights, ...asked]);
  const file = path.join(keep, `${name}-${address}.observations`);
  const kept = await keptObservations(file);
  if (kept !== undefined) return kept;
  const desk = await openBenchDesk({ model, reader, keep });
  try {
    const observations = await observe(desk, { name, set, strangers }, index * 100_000, (room) => {
      onStep(`asking ${name}, ${room}`);
    });
    await keepObservations(file, observations);
    return observations;
  } finally {
    await desk.close();
  }
}

function strangersFrom(sets: readonly ReadSet[], name: string): SetQuestion[] {
  return sets
    .filter((other) => other.name !== name)
    .flatMap(({ set }) => {
      const questions = set.rooms.flatMap((room) => room.questions);
      const own = questions.filter(({ gold }) => gold !== undefined);
      const step = Math.max(1, Math.floor(own.length / STRANGERS));
      return own
        .filter((_, at) => at % step === 0)
        .slice(0, STRANGERS)
        .map(({ id, question, group }) => ({ id, question, group, strange: 'off-topic' as const }));
    });
}
