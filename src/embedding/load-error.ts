import path from 'node:path';
import { NewsdeskError } from '../errors.js';
import { MODEL_FILES, missingModelFile, type ModelSettings } from './model-files.js';
import { missingReaderFile, readerFiles } from './reader-files.js';

/**
 * What it means that the embedding process could not load a model: a file is missing, or it is there
 * and cannot be used.
 */
export async function loadError(
  { which, reason }: { readonly which: 'embedding' | 'reader'; readonly reason: string },
  models: { readonly settings: ModelSettings; readonly reader?: ModelSettings | undefined },
): Promise<NewsdeskError> {
  const { settings, reader = settings } = models;
  const isReader = which === 'reader';
  const { name, dir } = isReader ? reader : settings;
  const folder = path.join(dir, name);
  const missing = await (isReader ? missingReaderFile(dir, name) : missingModelFile(folder));
  const about = {
    model: name,
    folder,
    reason: firstLine(reason),
    setting: isReader ? 'NEWSDESK_READER' : 'NEWSDESK_MODEL',
  };
  return missing === undefined
    ? new NewsdeskError('model-broken', about)
    : new NewsdeskError('model-missing', {
        ...about,
        file: missing,
        files: (isReader ? readerFiles(name) : MODEL_FILES).join(', '),
      });
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').slice(0, 300);
}
