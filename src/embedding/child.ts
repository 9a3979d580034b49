import path from 'node:path';
import { env, pipeline, type FeatureExtractionPipeline, type Tensor } from '@xenova/transformers';
import type { WordedVector } from './embedder.js';
import { describeModel, type ModelDescription } from './model-files.js';
import { poolText, poolWords } from './pool.js';
import type { ChildMessage, ChildRequest, ChildSetup } from './protocol.js';

const setup = JSON.parse(process.argv[2] ?? '{}') as ChildSetup;

function post(message: ChildMessage): void {
  // A closed channel means that the parent is gone, and so is this process in a moment.
  process.send?.(message, undefined, undefined, () => undefined);
}

async function load(): Promise<{ extract: FeatureExtractionPipeline; model: ModelDescription }> {
  const { settings, folder } = setup;
  env.allowLocalModels = folder !== undefined;
  env.allowRemoteModels = folder === undefined;
  // Both default to folders inside node_modules, which the next install deletes.
  env.localModelPath = folder === undefined ? settings.dir : folder.slice(0, -settings.name.length);
  env.cacheDir = settings.cacheDir;
  const extract = await pipeline('feature-extraction', settings.name, {
    quantized: true,
    progress_callback: (progress: {
      status?: string;
      file?: string;
      loaded?: number;
      total?: number;
    }) => {
      // Files that are here already are told of in the same way.
      if (folder !== undefined || progress.status !== 'progress' || progress.file === undefined) {
        return;
      }
      post({
        kind: 'progress',
        file: progress.file,
        loaded: progress.loaded ?? 0,
        total: progress.total ?? 0,
      });
    },
  });
  const model = await describeModel(
    settings.name,
    folder ?? path.join(settings.cacheDir, settings.name),
  );
  if (model === undefined)
    throw new Error('config.json does not tell the dimensions (hidden_size)');
  extract.tokenizer.model_max_length = model.maxTokens;
  return { extract, model };
}

async function serve(): Promise<void> {
  const { extract, model } = await load();
  const embed = async (text: string, withWords: boolean): Promise<WordedVector> => {
    const { tokenizer } = extract;
    const inputs = tokenizer(text, { truncation: true }) as { input_ids: Tensor };
    const outputs = (await extract.model(inputs)) as Partial<Record<string, Tensor>>;
    const states = (outputs['last_hidden_state'] ?? outputs['logits'])?.data;
    if (!(states instanceof Float32Array)) throw new Error('the model gives no hidden states');
    const vector = poolText(states, model);
    if (!withWords) return { vector, words: new Float32Array(0) };
    const ids = Array.from(inputs.input_ids.data as BigInt64Array, Number);
    const pieces = tokenizer.model.convert_ids_to_tokens(ids);
    return { vector, words: poolWords(text, pieces, states, vector) };
  };
  const count = (text: string): number =>
    extract.tokenizer.encode(text, null, { add_special_tokens: false }).length;

  process.on('message', (request: ChildRequest) => {
    void answer(request).catch((error: unknown) => {
      post({ kind: 'failed', id: request.id, reason: String(error) });
    });
  });
  async function answer(request: ChildRequest): Promise<void> {
    if (request.kind === 'count') {
      post({ kind: 'counted', id: request.id, counts: request.texts.map(count) });
      return;
    }
    post({ kind: 'embedded', id: request.id, ...(await embed(request.text, request.withWords)) });
  }
  post({ kind: 'loaded', model });
}

// The parent decides when this ends: Ctrl-C in a terminal reaches both.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.on('disconnect', () => {
  process.exit(0);
});

serve().catch((error: unknown) => {
  post({ kind: 'unloadable', reason: error instanceof Error ? error.message : String(error) });
});
