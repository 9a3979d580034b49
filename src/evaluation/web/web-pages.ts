import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type * as Xz from 'xz-decompress';
import { z } from 'zod';
import { NewsdeskError } from '../../errors.js';
import { reasonOf } from '../read-set.js';

/** The package's exports can't be told from outside, as an `import` would have to. */
const require = createRequire(import.meta.url);

const WebPage = z.object({
  url: z.string(),
  html: z.string(),
  /** Snippets that must be in the text, and that must not. */
  with: z.array(z.string()),
  without: z.array(z.string()),
  title: z.string().nullish(),
  author: z.union([z.string(), z.array(z.string())]).nullish(),
  /** Of the day. */
  date: z.string().nullish(),
});

/** A page as somebody labelled what should be read from it. */
export type WebPage = z.infer<typeof WebPage>;

const WebPages = z.object({ pages: z.array(WebPage).min(1) });
/** Questions and answers lie in pages as well, which have entries then. */
const Told = z.object({
  pages: z.array(z.looseObject({ html: z.string(), with: z.array(z.string()) })),
});

/** The mark that an .xz file begins with (The .xz File Format, 2.1.1.1). */
const XZ = '\xfd7zXZ\0';

/**
 * The labelled pages of a file, which may be packed by xz; undefined if it holds something else.
 * @throws NewsdeskError `evaluation-file-unreadable`
 */
export async function readWebPages(file: string): Promise<readonly WebPage[] | undefined> {
  try {
    const json: unknown = JSON.parse(await unpacked(await readFile(file)));
    return Told.safeParse(json).success ? WebPages.parse(json).pages : undefined;
  } catch (error) {
    throw new NewsdeskError(
      'evaluation-file-unreadable',
      { file, reason: reasonOf(error) },
      { cause: error },
    );
  }
}

async function unpacked(bytes: Buffer): Promise<string> {
  if (bytes.subarray(0, XZ.length).toString('latin1') !== XZ) return bytes.toString('utf8');
  const { XzReadableStream } = require('xz-decompress') as typeof Xz;
  return new Response(new XzReadableStream(new Blob([bytes]).stream())).text();
}
