import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PACKAGE_DIR } from '../src/version.js';

/** Where benchmarks write what they measured. */
export const DOCS = path.join(PACKAGE_DIR, 'docs', 'benchmarks');

export interface Machine {
  readonly node: string;
  readonly cores: number;
  readonly cpu: string;
  /** Over the quarter of an hour before the report, the benchmark included. */
  readonly load: number;
}

export function thisMachine(): Machine {
  return {
    node: process.version,
    cores: cpus().length,
    cpu: cpus()[0]?.model ?? '',
    load: loadavg()[2] ?? 0,
  };
}

interface Chart {
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly log?: boolean;
  readonly lines: readonly {
    readonly name: string;
    readonly points: readonly [number, number][];
  }[];
}

/** Draws lines as SVG: loaded where it is used, since its library belongs to the benchmarks alone. */
export async function linesSvg(chart: Chart): Promise<string> {
  const file = pathToFileURL(path.join(PACKAGE_DIR, 'bench', 'plot.mjs')).href;
  const plot = (await import(file)) as { readonly linesSvg: (chart: Chart) => string };
  return plot.linesSvg(chart);
}
