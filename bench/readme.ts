import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format } from 'prettier';
import { PACKAGE_DIR } from '../src/version.js';
import type { PeerFigures } from './peers.js';
import { DOCS } from './report.js';
import type { ScaleFigures } from './scale-report.js';
import type { SpeedFigures } from './speed-report.js';

const README = path.join(PACKAGE_DIR, 'README.md');
const BEGIN = '<!-- written by npm run bench -->';
const END = '<!-- until here -->';

/** Rewrites what README says of speed from the figures that are kept in docs/benchmarks. */
export async function rewriteReadme(): Promise<void> {
  const readme = await readFile(README, 'utf8');
  await writeFile(README, await withFigures(readme, await measuredSpeed()));
}

/** What README says of speed, as measured last. */
export async function measuredSpeed(): Promise<string> {
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(path.join(DOCS, `${name}.json`), 'utf8'));
  const [speed, peers, scale] = [await read('speed'), await read('peers'), await read('scale')];
  return said(
    speed as SpeedFigures,
    (peers as { readonly figures: PeerFigures[] }).figures,
    (scale as { readonly figures: ScaleFigures[] }).figures,
  );
}

/**
 * A README with other words between the marks.
 * @throws Error if it has no such marks
 */
export async function withFigures(readme: string, words: string): Promise<string> {
  const [start, end] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`README.md has no "${BEGIN}" with "${END}" below.`);
  const whole = `${readme.slice(0, start)}${BEGIN}\n\n${words}\n\n${readme.slice(end)}`;
  return format(whole, { parser: 'markdown', printWidth: 100, proseWrap: 'preserve' });
}

type Told = readonly [group: string, what: string, words: (ms: number, floor: number) => string];

const TOLD: readonly Told[] = [
  [
    'A question',
    'asked of all articles',
    (ms, floor) =>
      `a question, ${ms.toFixed(1)} ms, against embedding it alone, ${floor.toFixed(1)} ms`,
  ],
  [
    'Many questions',
    'asked as ask --batch does',
    () => 'many questions (`ask --batch`), against their embeddings alone',
  ],
  [
    'Indexing a folder',
    'the first run',
    () => 'indexing a folder, against embedding its texts alone',
  ],
  ['Indexing a folder', 'an unchanged run', () => 'the same folder again, unchanged'],
  ['Commands', '--help', () => '`newsdesk --help`, against an empty Node process'],
  [
    'Commands',
    'index of an unchanged folder',
    (ms) => `\`newsdesk index\` of unchanged files, ${(ms / 1000).toFixed(1)} s, against the same`,
  ],
  [
    'A question as a command',
    'ask',
    () => '`newsdesk ask`, against a process that loads the embedding model and embeds a question',
  ],
];

/** Speed in words and a table, from what was measured. */
export function said(
  { groups }: SpeedFigures,
  peers: readonly PeerFigures[],
  scale: readonly ScaleFigures[],
): string {
  const rows = TOLD.map(([title, what, words]) => {
    const timings = groups.find((group) => group.title === title)?.timings ?? [];
    const [floor = Number.NaN, ms = Number.NaN] = [
      timings[0]?.median,
      timings.find(({ name }) => name === what)?.median,
    ];
    const ratio = ms / floor;
    return `| ${words(ms, floor)} | ${ratio.toFixed(ratio < 0.1 ? 2 : 1)} × |`;
  });
  return [
    '| | |',
    '| --- | --- |',
    ...rows,
    '',
    [besidePeers(peers), atScale(scale)].filter((words) => words !== '').join(' '),
  ].join('\n');
}

function besidePeers(figures: readonly PeerFigures[]): string {
  const own = figures.filter(({ name }) => name.startsWith('Newsdesk'));
  const others = figures.filter((figure) => !own.includes(figure));
  const [newsdesk, alone] = own;
  if (newsdesk === undefined || others.length === 0) return '';
  const ms = ({ questionP50 }: PeerFigures): number => questionP50.median;
  const best = Math.max(...others.map(({ recallAt1 }) => recallAt1));
  const times = others.map(ms).sort((a, b) => a - b);
  const [least = Number.NaN, most = Number.NaN] = [times[0], times.at(-1)];
  const without = alone === undefined ? '' : ` (${ms(alone).toFixed(0)} ms without it)`;
  return `[Beside other libraries](docs/benchmarks/peers.md) on the same paragraphs and questions Newsdesk has the right one first for ${percent(newsdesk.recallAt1)}, they for ${percent(best)} at most; but with its reader it takes ${ms(newsdesk).toFixed(0)} ms a question${without}, they ${least.toFixed(1)} to ${most.toFixed(1)} ms.`;
}

function atScale(figures: readonly ScaleFigures[]): string {
  const largest = figures.toSorted((a, b) => b.passages - a.passages)[0];
  if (largest === undefined) return '';
  const { passages, question, memory } = largest;
  return `[How cost grows](docs/benchmarks/scale.md) up to ${passages.toLocaleString('en')} passages: ${question.p50.toFixed(0)} ms a question without the reader, in ${Math.round(memory / 1e7) * 10} MB of memory.`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
