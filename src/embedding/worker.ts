import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { env, pipeline, type FeatureExtractionPipeline } from '@xenova/transformers';
import { describeModel, type ModelDescription } from './model-files.js';
import type { WorkerMessage, WorkerRequest, WorkerSetup } from './protocol.js';

if (parentPort === null) throw new Error('The embedding worker runs on a thread of its own.');
const port = parentPort;
const setup = workerData as WorkerSetup;

function post(message: WorkerMessage, transfer: ArrayBuffer[] = []): void {
  port.postMessage(message, transfer);
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
      if (progress.status !== 'progress' || progress.file === undefined) return;
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
  const embed = async (text: string): Promise<Float32Array> => {
    const output = await extract(text, { pooling: model.pooling, normalize: true });
    // A copy: the output may be a view of a larger buffer, which would be transferred whole.
    return Float32Array.from(output.data as Float32Array);
  };
  const count = (text: string): number =>
    extract.tokenizer.encode(text, null, { add_special_tokens: false }).length;

  port.on('message', (request: WorkerRequest) => {
    void answer(request).catch((error: unknown) => {
      post({ kind: 'failed', id: request.id, reason: String(error) });
    });
  });
  async function answer(request: WorkerRequest): Promise<void> {
    if (request.kind === 'count') {
      post({ kind: 'counted', id: request.id, counts: request.texts.map(count) });
      return;
    }
    const vector = await embed(request.text);
    post({ kind: 'embedded', id: request.id, vector }, [vector.buffer as ArrayBuffer]);
  }
  post({ kind: 'loaded', model });
}

serve().catch((error: unknown) => {
  post({ kind: 'unloadable', reason: error instanceof Error ? error.message : String(error) });
});
