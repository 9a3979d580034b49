import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileError } from '../articles/file-errors.js';

/** Lines as they come. */
export async function* linesOf(stream: NodeJS.ReadableStream): AsyncGenerator<string> {
  yield* createInterface({ input: stream, crlfDelay: Infinity });
}

/** @throws NewsdeskError `file-…` at once, before anything else is opened */
export async function linesOfFile(file: string): Promise<string[]> {
  try {
    const text = await readFile(file, 'utf8');
    return text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  } catch (error) {
    throw fileError(error, path.resolve(file));
  }
}
