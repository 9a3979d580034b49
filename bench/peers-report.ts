import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { format } from 'prettier';
import { PACKAGE_DIR } from '../src/version.js';
import type { Spread } from './measure.js';
import type { PeerFigures } from './peers.js';
import { rewriteReadme } from './readme.js';

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
  await rewriteReadme();
}

/** Why a peer that embeds may be ahead in a column, shown if one is. */
const REASONS: readonly (readonly [
  column: string,
  of: (figure: PeerFigures) => Spread,
  unit: number,
  digits: number,
  reason: string,
])[] = [
  [
    'indexing, s',
    ({ indexing }) => indexing,
    1000,
    1,
    'They embed a chunk once. Newsdesk embeds each sentence beside each passage, five texts where they have one: it is by these that it finds which words of the passage answer.',
  ],
  [
    'unchanged, s',
    ({ unchanged }) => unchanged,
    1000,
    2,
    'Newsdesk looks at every file on the disk; they are given the texts.',
  ],
  [
    'one edited, ms',
    ({ edited }) => edited,
    1,
    0,
    'The edited file is read again, its new sentences are embedded, and all is in the database before the call returns: a kill at any moment loses nothing. What is quicker keeps its index in memory until it is saved, which is not counted here.',
  ],
  [
    'question p50, ms',
    ({ questionP50 }) => questionP50,
    1,
    1,
    'A peer gives the nearest chunk and is done. Newsdesk ranks thirty passages by words as well, chooses the sentence, and decides whether it answers at all; most of its time is the reader, a second model that reads the question beside the best passages.',
  ],
  [
    'p99, ms',
    ({ questionP99 }) => questionP99,
    1,
    1,
    'The same: the slowest are long questions whose passages are long.',
  ],
  [
    'cold start, s',
    ({ cold }) => cold,
    1000,
    2,
    'Newsdesk embeds in a process of its own, so that Discord never waits for it; that process has to start, too, and loads two models.',
  ],
  [
    'memory, MB',
    ({ memory }) => memory,
    MB,
    0,
    'Two processes, of which each has Node for itself, two models, and the process that reads files while it indexes.',
  ],
  [
    'disk, MB',
    ({ disk }) => disk,
    MB,
    1,
    'The vectors of sentences and the signs of words, with which a question is compared word by word, are kept.',
  ],
];

/** Peers without a model are quicker in all, which needs no comparison. */
const KEYWORDS = /^MiniSearch/;

/** In which columns another is ahead of Newsdesk, and why. */
export function whereOthersLead(figures: readonly PeerFigures[]): string[] {
  const newsdesk = figures.find(({ name }) => name === 'Newsdesk');
  const others = figures.filter(({ name }) => !/^Newsdesk/.test(name) && !KEYWORDS.test(name));
  if (newsdesk === undefined) return [];
  return REASONS.flatMap(([column, of, unit, digits, reason]) => {
    const value = (figure: PeerFigures): string => (of(figure).median / unit).toFixed(digits);
    const ahead = others
      .filter(
        (figure) => of(figure).median < of(newsdesk).median && value(figure) !== value(newsdesk),
      )
      .toSorted((a, b) => of(a).median - of(b).median)
      .map((figure) => `${figure.name} ${value(figure)}`);
    if (ahead.length === 0) return [];
    return [`- **${column}** (Newsdesk ${value(newsdesk)}; ${ahead.join('; ')}). ${reason}`];
  });
}

/** Whether Newsdesk is before all others in what it is for. */
function leads(figures: readonly PeerFigures[]): boolean {
  const [newsdesk, ...others] = figures;
  return others.every(
    ({ recallAt1, answerShown }) =>
      newsdesk !== undefined &&
      recallAt1 <= newsdesk.recallAt1 &&
      answerShown <= newsdesk.answerShown,
  );
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
    '## Where another is ahead, and why',
    '',
    'MiniSearch has no model: it knows words alone, and is quicker and smaller in all for that. Of those that embed:',
    '',
    ...whereOthersLead(figures),
    '',
    ...(leads(figures)
      ? ['None is ahead in the right paragraph first, nor in the answer shown.']
      : []),
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
