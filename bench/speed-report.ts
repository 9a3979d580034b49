import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format } from 'prettier';
import type { Group } from './measure.js';
import { rewriteReadme } from './readme.js';
import { DOCS, thisMachine, type Machine } from './report.js';

/** What `docs/benchmarks/speed.json` holds; times in ms. */
export interface SpeedFigures {
  readonly machine: Machine;
  readonly articles: number;
  readonly groups: readonly Group[];
}

/** Keeps what was measured against the floor, and says it in README. */
export async function reportSpeed(groups: readonly Group[], articles: number): Promise<void> {
  await mkdir(DOCS, { recursive: true });
  const figures: SpeedFigures = { machine: thisMachine(), articles, groups };
  const json = await format(JSON.stringify(figures), { parser: 'json' });
  await writeFile(path.join(DOCS, 'speed.json'), json);
  await rewriteReadme();
}
