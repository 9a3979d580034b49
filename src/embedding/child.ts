import path from 'node:path';
import { AutoTokenizer, env, pipeline, type PreTrainedTokenizer } from '@xenova/transformers';
import type { Priority, WordedVector } from './embedder.js';
import {
  describeModel,
  MODEL_FILE,
  type ModelDescription,
  type ModelSettings,
} from './model-files.js';
import { ModelSession } from './model-session.js';
import { poolText, poolWords } from './pool.js';
import { ReaderModel } from './reader-model.js';
import type { ChildMessage, ChildRequest, ChildSetup, EmbedRequest } from './protocol.js';

const setup = JSON.parse(process.argv[2] ?? '{}') as ChildSetup;

function post(message: ChildMessage): void {
  // A closed channel means that the parent is gone, and so is this process in a moment.
  process.send?.(message, undefined, undefined, () => undefined);
}

interface LoadedModel {
  readonly tokenizer: PreTrainedTokenizer;
  readonly model: ModelDescription;
  readonly sessionFor: (priority: Priority) => Promise<ModelSession>;
}

async function load(): Promise<LoadedModel> {
  const { settings } = setup;
  const folder = setup.folder ?? (await download('feature-extraction', settings));
  env.allowRemoteModels = false;
  env.localModelPath = folder.slice(0, -settings.name.length);
  const model = await describeModel(settings.name, folder);
  if (model === undefined) {
    throw new Error('config.json does not tell the dimensions (hidden_size)');
  }
  const tokenizer = await AutoTokenizer.from_pretrained(settings.name);
  // A prompt takes nothing of the room that a text has.
  const { question, article } = model.prompts;
  const longest = Math.max(...[question, article].map((prompt) => piecesIn(tokenizer, prompt)));
  tokenizer.model_max_length = Math.min(model.positions, model.maxTokens + longest);
  return { tokenizer, model, sessionFor: await openSessions(path.join(folder, MODEL_FILE)) };
}

/**
 * A question is too short for a second thread to gain more than a tenth, and the threads of
 * onnxruntime spin while they wait: they would take the core that answers.
 */
async function openSessions(file: string): Promise<LoadedModel['sessionFor']> {
  const forQuestions = ModelSession.open(file, 1);
  let forArticles: Promise<ModelSession> | undefined;
  await forQuestions;
  return (priority) =>
    priority === 'question' ? forQuestions : (forArticles ??= ModelSession.open(file));
}

/** After the embedding model: both take their tokenizers from the folder that is set at the time. */
async function loadReader(): Promise<ReaderModel | undefined> {
  if (setup.reader === undefined) return undefined;
  const { settings, root } = setup.reader;
  const { name, cacheDir } = settings;
  const folder =
    root === undefined ? await download('question-answering', settings) : path.join(root, name);
  env.allowRemoteModels = false;
  env.localModelPath = root ?? cacheDir;
  return ReaderModel.open(name, folder);
}

/** Gets a model's files from the hub; the folder that they are in then. */
async function download(
  task: 'feature-extraction' | 'question-answering',
  { name, cacheDir }: ModelSettings,
): Promise<string> {
  env.allowRemoteModels = true;
  env.allowLocalModels = false;
  // It defaults to a folder inside node_modules, which the next install deletes.
  env.cacheDir = cacheDir;
  await pipeline(task, name, {
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
  env.allowLocalModels = true;
  return path.join(cacheDir, name);
}

/** Without special tokens. */
function piecesIn(tokenizer: PreTrainedTokenizer, text: string): number {
  return tokenizer.encode(text, null, { add_special_tokens: false }).length;
}

async function serve(): Promise<void> {
  const { tokenizer, model, sessionFor } = await load().catch(unloadable('embedding'));
  const reader = await loadReader().catch(unloadable('reader'));
  const embed = async ({ text, withWords, priority }: EmbedRequest): Promise<WordedVector> => {
    const prompt = model.prompts[priority];
    const { input_ids: ids } = tokenizer(prompt + text, {
      truncation: true,
      return_tensor: false,
    }) as {
      input_ids: number[];
    };
    const states = await (await sessionFor(priority)).states(ids);
    const vector = poolText(states, model);
    if (!withWords) return { vector, words: new Float32Array(0) };
    const pieces = tokenizer.model.convert_ids_to_tokens(ids);
    return { vector, words: poolWords(text, pieces, states, vector, prompt) };
  };

  let done = Promise.resolve();
  process.on('message', (request: ChildRequest) => {
    done = done
      .then(() => answer(request))
      .catch((error: unknown) => {
        post({ kind: 'failed', id: request.id, reason: String(error) });
      });
  });
  async function answer(request: ChildRequest): Promise<void> {
    if (request.kind === 'count') {
      const counts = request.texts.map((text) => piecesIn(tokenizer, text));
      post({ kind: 'counted', id: request.id, counts });
      return;
    }
    if (request.kind === 'read') {
      if (reader === undefined) throw new Error('no reader was asked for');
      const reading = await reader.read(request.question, request.passage);
      post({ kind: 'read', id: request.id, reading });
      return;
    }
    post({ kind: 'embedded', id: request.id, ...(await embed(request)) });
  }
  post({ kind: 'loaded', model });
}

// The parent decides when this ends: Ctrl-C in a terminal reaches both.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.on('disconnect', () => {
  process.exit(0);
});

/** Tells the parent, which ends this process; what waits for the model waits for that. */
function unloadable(which: 'embedding' | 'reader'): (error: unknown) => Promise<never> {
  return (error) => {
    const reason = error instanceof Error ? error.message : String(error);
    post({ kind: 'unloadable', which, reason });
    return new Promise(() => undefined);
  };
}

void serve();
