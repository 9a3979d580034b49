import { stat } from 'node:fs/promises';
import path from 'node:path';
import { DEFAULT_MODEL, DEFAULT_READER } from './default-models.js';
import { MODEL_FILE, MODEL_FILES, type ModelSettings } from './model-files.js';

/** Whose tokenizer a reader reads with, as the hub names it. */
export function tokenizerNameOf(reader: string): string {
  return reader === DEFAULT_READER ? DEFAULT_MODEL : reader;
}

/** What a reader needs, below a folder of models. */
export function readerFiles(name: string): string[] {
  if (name !== DEFAULT_READER) return MODEL_FILES.map((file) => path.join(name, file));
  const tokenizer = MODEL_FILES.filter((file) => file.startsWith('tokenizer'));
  return [
    path.join(name, MODEL_FILE),
    ...tokenizer.map((file) => path.join(tokenizerNameOf(name), file)),
  ];
}

/** The first file that a folder of models lacks for the reader. */
export async function missingReaderFile(root: string, name: string): Promise<string | undefined> {
  for (const file of readerFiles(name)) {
    const found = await stat(path.join(root, file)).catch(() => undefined);
    if (found?.isFile() !== true || found.size === 0) return path.join(root, file);
  }
  return undefined;
}

/** The folder of models that has the whole reader: the user's own before the one that the hub filled. */
export async function findReader({
  name,
  dir,
  cacheDir,
}: ModelSettings): Promise<string | undefined> {
  for (const root of [dir, cacheDir]) {
    if ((await missingReaderFile(root, name)) === undefined) return root;
  }
  return undefined;
}
