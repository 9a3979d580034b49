import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format } from 'prettier';
import type { LoadFigures, RateFigures } from './load-ask.js';
import { DOCS, linesSvg, thisMachine, type Machine } from './report.js';

const SECOND = 1_000;
/** What has so much of one core has no more to give. */
const SPENT = 0.85;

/** Writes what was measured as JSON, a table and a plot into docs/benchmarks. */
export async function reportLoad(figures: readonly LoadFigures[]): Promise<void> {
  await mkdir(DOCS, { recursive: true });
  const machine = thisMachine();
  const json = await format(JSON.stringify({ machine, figures }), { parser: 'json' });
  await writeFile(path.join(DOCS, 'load.json'), json);
  const markdown = await format(page(figures, machine), { parser: 'markdown' });
  await writeFile(path.join(DOCS, 'load.md'), markdown);
  const svg = await linesSvg({
    title: 'Until an answer is there, of 95 in 100',
    x: 'questions a second',
    y: 'ms',
    log: true,
    lines: figures.map(({ name, rates }) => ({
      name,
      points: rates.map(({ rate, p95 }) => [rate, p95] as [number, number]),
    })),
  });
  await writeFile(path.join(DOCS, 'load.svg'), svg);
}

const COLUMNS: readonly (readonly [name: string, of: (figures: RateFigures) => string])[] = [
  ['asked a second', ({ rate }) => String(rate)],
  ['answered a second', ({ answered }) => answered.toFixed(1)],
  ['told “busy”', ({ busy }) => percent(busy)],
  ['p50, ms', ({ p50 }) => String(Math.round(p50))],
  ['p95, ms', ({ p95 }) => String(Math.round(p95))],
  ['most waiting', ({ waiting }) => String(waiting)],
  ['ranking, of a core', ({ ranking }) => percent(ranking)],
  ['models, of a core', ({ models }) => percent(models)],
  ['timers late, ms', ({ loopDelay }) => String(Math.round(loopDelay))],
];

function page(figures: readonly LoadFigures[], { node, cores, cpu, load }: Machine): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const tables = figures.flatMap(({ name, rates }) => [
    `## ${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    '',
    firstToGive(rates),
    '',
    row(COLUMNS.map(([title]) => title)),
    row(COLUMNS.map(() => '---:')),
    ...rates.map((figure) => row(COLUMNS.map(([, of]) => of(figure)))),
    '',
  ]);
  return [
    '# Many questions at once',
    '',
    'This page is written by `npm run bench:load -- FILE`, with a file of questions in SQuAD format.',
    '',
    `Node ${node}, ${cores} cores, ${cpu}; a load of ${load.toFixed(1)} over the last quarter of an hour, which this program makes itself in part. The questions of the file are asked of its paragraphs at rising rates, each held for ten seconds and by chance (Poisson), by ten servers in turns, until 95 of 100 answers no longer come within a second; then once more at twice that rate. Passages that were read are kept in memory, as they are of 120 paragraphs. Times run from when a question was due until its answer is there, without Discord. What is more than can be answered in ten seconds is told that it is busy (src/answering/question-queue.ts).`,
    '',
    '![Until an answer is there](load.svg)',
    '',
    ...tables,
    'Ranking is the process that ranks and that would serve Discord; how late its timers come, in 1 of 100 cases, adds to how soon Discord hears of a question. Models is the process that embeds and reads, which computes for one question at a time.',
    '',
  ].join('\n');
}

/** In words, by what the process that is busiest has of a core. */
function firstToGive(rates: readonly RateFigures[]): string {
  const quick = rates.filter(({ p95 }) => p95 <= SECOND);
  const slow = rates.find(({ p95 }) => p95 > SECOND);
  const most = quick.at(-1)?.rate ?? 0;
  if (slow === undefined) return `Up to ${most} questions a second are answered within a second.`;
  const said = `Up to ${most} questions a second are answered within a second; at ${slow.rate} they no longer are.`;
  const [busiest, share] =
    slow.models >= slow.ranking
      ? ['the process with the models', slow.models]
      : ['the process that ranks', slow.ranking];
  const reason =
    share >= SPENT
      ? `What gives first is ${busiest}, which has its core to the full (${percent(share)}).`
      : `The busiest is ${busiest}, with ${percent(share)} of a core: neither has one to itself on this machine.`;
  return `${said} ${reason}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
