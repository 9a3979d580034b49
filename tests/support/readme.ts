import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PACKAGE_DIR } from '../../src/version.js';

/** The commands of a page's code blocks for a shell, a block each, in order. */
export function shellBlocks(page: string): string[] {
  const text = readFileSync(path.join(PACKAGE_DIR, page), 'utf8');
  return [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block.trim());
}
