import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { format } from 'prettier';
import { PACKAGE_DIR } from '../src/version.js';
import type { Spread } from './measure.js';
import type { PeerFigures } from './peers.js';

const DOCS = path.join(PACKAGE_DIR, 'docs', 'benchmarks');
const MB = 1024 ** 2;

interface Plot {
  readonly barsSvg: (chart: {
    title: string;
    unit: string;
    log?: boolean;
    bars: readonly { readonly name: string; readonly value: number }[];
  }) => string;
}

/** Writes what was measured as JSON, a table and plots into docs/benchmarks. */
export async function reportPeers(figures: readonly PeerFigures[], about: string): Promise<void> {
  await mkdir(DOCS, { recursive: true });
  const machine = { node: process.version, cores: cpus().length, cpu: cpus()[0]?.model ?? '' };
  const json = JSON.stringify({ about, machine, figures }, null, 2);
  await writeFile(path.join(DOCS, 'peers.json'), await format(json, { parser: 'json' }));
  const markdown = await format(page(figures, about, machine), { parser: 'markdown' });
  await writeFile(path.join(DOCS, 'peers.md'), markdown);
  const file = pathToFileURL(path.join(PACKAGE_DIR, 'bench', 'plot.mjs')).href;
  const { barsSvg } = (await import(file)) as Plot;
  const bars = (value: (figure: PeerFigures) => number) =>
    figures.map((figure) => ({ name: figure.name, value: value(figure) }));
  const plots = {
    'answer-shown': {
      title: 'An answer in what is shown first',
      unit: 'share',
      bars: bars((f) => f.answerShown),
    },
    'question-time': {
      title: 'A question',
      unit: 'ms, median',
      log: true,
      bars: bars((f) => f.questionP50.median),
    },
  };
  for (const [name, chart] of Object.entries(plots)) {
    await writeFile(path.join(DOCS, `${name}.svg`), barsSvg(chart));
  }
}

const COLUMNS: readonly (readonly [string, (figure: PeerFigures) => string])[] = [
  ['', ({ name }) => name],
  ['indexing, s', ({ indexing }) => spread(indexing, 1000, 1)],
  ['unchanged, s', ({ unchanged }) => spread(unchanged, 1000, 2)],
  ['one edited, ms', ({ edited }) => spread(edited, 1, 0)],
  ['question p50, ms', ({ questionP50 }) => spread(questionP50, 1, 1)],
  ['p99, ms', ({ questionP99 }) => spread(questionP99, 1, 1)],
  ['cold start, s', ({ cold }) => spread(cold, 1000, 2)],
  ['memory, MB', ({ memory }) => spread(memory, MB, 0)],
  ['disk, MB', ({ disk }) => spread(disk, MB, 1)],
  ['R@1', ({ recallAt1 }) => recallAt1.toFixed(3)],
  ['answer shown', ({ answerShown }) => answerShown.toFixed(3)],
  ['characters shown', ({ charactersShown }) => charactersShown.toFixed(0)],
];

function page(
  figures: readonly PeerFigures[],
  about: string,
  { node, cores, cpu }: { node: string; cores: number; cpu: string },
): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    '# Newsdesk beside its peers',
    '',
    'This page is written by `npm run bench -- FILE`, with a file of questions in SQuAD format.',
    '',
    `${about} Node ${node}, ${cores} cores, ${cpu}. The median of the rounds, with least and most in brackets. The embedding model is the same for all, from the same files. What is shown first is the bold words of Newsdesk, and the first chunk of the others. "Favoured" are settings that the peer's documentation offers and that do better here; see \`bench/peers/\`.`,
    '',
    row(COLUMNS.map(([title]) => title)),
    row(COLUMNS.map((_, at) => (at === 0 ? '---' : '---:'))),
    ...figures.map((figure) => row(COLUMNS.map(([, cell]) => cell(figure)))),
    '',
    '![An answer in what is shown first](answer-shown.svg)',
    '',
    '![Time of a question](question-time.svg)',
    '',
  ].join('\n');
}

function spread({ min, median, max }: Spread, unit: number, digits: number): string {
  const of = (value: number): string => (value / unit).toFixed(digits);
  return `${of(median)} (${of(min)} to ${of(max)})`;
}
