import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DOCS, linesSvg, thisMachine, type Machine } from './report.js';
import { rewriteReadme } from './readme.js';
import type { Asked } from './scale-ask.js';
import type { Built } from './scale-build.js';

/** Of one size. */
export interface ScaleFigures extends Built, Asked {
  /** Bytes in SQLite, and of the graphs' files. */
  readonly database: number;
  readonly graphFiles: number;
}

const MB = 1e6;
const FORECAST = 1_000_000;

type Row = readonly [name: string, of: (figures: ScaleFigures) => number, digits: number];

const STEPS = ['nearest passages', 'keywords', 'reading them from SQLite'];
const step = (name: string): Row => [
  `... ${name}, ms (p50)`,
  ({ steps }) => steps[name]?.p50 ?? Number.NaN,
  2,
];

const ROWS: readonly Row[] = [
  ['sentences', ({ sentences }) => sentences, 0],
  ['writing to SQLite, s', ({ writing }) => writing / 1000, 1],
  ['building the graphs, s', ({ graphs }) => graphs / 1000, 1],
  ['database, MB', ({ database }) => database / MB, 0],
  ['graph files, MB', ({ graphFiles }) => graphFiles / MB, 0],
  ['memory of all processes, MB', ({ memory }) => memory / MB, 0],
  ['from start to the first answer, s', ({ cold }) => cold / 1000, 1],
  ['a question, ms (p50)', ({ question }) => question.p50, 1],
  ['a question, ms (p95)', ({ question }) => question.p95, 1],
  step('spelling, embedding'),
  ...STEPS.map(step),
  ['candidates found, of an exact search’s', ({ recall }) => recall, 4],
  ['one more article as a command, s', ({ oneMore }) => oneMore / 1000, 1],
  ['then until it is answered from, ms', ({ untilAnswered }) => untilAnswered, 0],
];

/** What is made of the passages one by one; times of questions follow no line. */
const GROWING = new Set(ROWS.slice(0, 6).map(([name]) => name));

/** Writes what was measured as JSON, a table and plots into docs/benchmarks. */
export async function reportScale(figures: readonly ScaleFigures[]): Promise<void> {
  await mkdir(DOCS, { recursive: true });
  const machine = thisMachine();
  const json = JSON.stringify({ machine, figures }, null, 2);
  await writeFile(path.join(DOCS, 'scale.json'), `${json}\n`);
  await writeFile(path.join(DOCS, 'scale.md'), page(figures, machine));
  const line = (name: string, value: (figure: ScaleFigures) => number) => ({
    name,
    points: figures.map((figure) => [figure.passages, value(figure)] as [number, number]),
  });
  const time = await linesSvg({
    title: 'A question, by step',
    x: 'passages',
    y: 'ms, median',
    log: true,
    lines: [
      line('all', ({ question }) => question.p50),
      ...STEPS.map((name) => line(name, ({ steps }) => steps[name]?.p50 ?? Number.NaN)),
    ],
  });
  const size = await linesSvg({
    title: 'What it takes',
    x: 'passages',
    y: 'MB',
    log: true,
    lines: [
      line('database', ({ database }) => database / MB),
      line('graph files', ({ graphFiles }) => graphFiles / MB),
      line('memory', ({ memory }) => memory / MB),
    ],
  });
  await writeFile(path.join(DOCS, 'scale-time.svg'), time);
  await writeFile(path.join(DOCS, 'scale-size.svg'), size);
  await rewriteReadme();
}

/** What a straight line through the two largest sizes comes to. */
function forecast(figures: readonly ScaleFigures[], of: (figures: ScaleFigures) => number): number {
  const [one, other] = figures.toSorted((a, b) => a.passages - b.passages).slice(-2);
  if (one === undefined || other === undefined) return Number.NaN;
  const slope = (of(other) - of(one)) / (other.passages - one.passages);
  return of(other) + slope * (FORECAST - other.passages);
}

function page(figures: readonly ScaleFigures[], { node, cores, cpu, load }: Machine): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const whole = (value: number): string => value.toLocaleString('en');
  const titles = [
    'passages',
    ...figures.map(({ passages }) => whole(passages)),
    'a million (line)',
  ];
  const rows = ROWS.map(([name, of, digits]) => {
    const said = (value: number): string =>
      value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
    const line = GROWING.has(name) ? said(forecast(figures, of)) : '';
    return row([name, ...figures.map((figure) => said(of(figure))), line]);
  });
  return [
    '# How cost grows with the passages',
    '',
    'This page is written by `npm run bench:scale -- FILE FOLDER`, with a file of questions in SQuAD format.',
    '',
    `Node ${node}, ${cores} cores, ${cpu}; a load of ${load.toFixed(1)} over the last quarter of an hour, and where that is above 2, times are of a machine that has other work. **Most of these passages are made, not written**: the paragraphs of the file as they are, and the rest from them, each sentence with every fourth longer word replaced by one of a large vocabulary (Zipf's law), and with a vector mixed of two sentences' and noise; the same in every run. The file's questions are asked, without the reader, whose part is the same at every size. The last column is a straight line through the two largest sizes, which is no measurement; times of questions follow none.`,
    '',
    row(titles),
    row(titles.map((_, at) => (at === 0 ? '---' : '---:'))),
    ...rows,
    '',
    '![Time of a question](scale-time.svg)',
    '',
    '![Size](scale-size.svg)',
    '',
  ].join('\n');
}
