import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PACKAGE_DIR } from '../src/version.js';
import { quantile, spreadOf, type Spread } from './measure.js';
import { watchMemory } from './tree-memory.js';

export interface PeerDocument {
  readonly source: string;
  readonly title: string;
  readonly text: string;
}

export interface PeerQuestion {
  readonly question: string;
  /** The document that answers. */
  readonly source: string;
  readonly answers: readonly string[];
}

export interface PeerWork {
  readonly documents: readonly PeerDocument[];
  readonly questions: readonly PeerQuestion[];
}

/**
 * Each peer as its documentation sets it up, and with settings that favour it; Newsdesk with its
 * reader, and without.
 */
const PEERS = [
  { name: 'Newsdesk', peer: 'newsdesk', favoured: false },
  { name: 'Newsdesk, no reader', peer: 'newsdesk', favoured: true },
  { name: 'LangChain.js, HNSWLib', peer: 'langchain', favoured: false },
  { name: 'LangChain.js, favoured', peer: 'langchain', favoured: true },
  { name: 'vectra', peer: 'vectra', favoured: false },
  { name: 'vectra, favoured', peer: 'vectra', favoured: true },
  { name: 'Orama hybrid', peer: 'orama', favoured: false },
  { name: 'Orama hybrid, favoured', peer: 'orama', favoured: true },
  { name: 'MiniSearch (keywords)', peer: 'minisearch', favoured: false },
  { name: 'MiniSearch, favoured', peer: 'minisearch', favoured: true },
] as const;

interface Indexed {
  readonly first: number;
  readonly unchanged: number;
  readonly edited: number;
}

interface Asked {
  readonly cold: number;
  readonly times: readonly number[];
  readonly recall: number;
  readonly shown: number;
  readonly characters: number;
}

/** Times in ms, sizes in bytes, shares from 0 to 1. */
export interface PeerFigures {
  readonly name: string;
  readonly indexing: Spread;
  readonly unchanged: Spread;
  readonly edited: Spread;
  readonly questionP50: Spread;
  readonly questionP99: Spread;
  readonly cold: Spread;
  readonly memory: Spread;
  readonly disk: Spread;
  /** The document that answers comes first. */
  readonly recallAt1: number;
  /** What is shown first holds an accepted answer, and how long that is in characters. */
  readonly answerShown: number;
  readonly charactersShown: number;
}

/** The same work by every peer, each in processes of its own, `rounds` times in turn. */
export async function benchPeers(work: PeerWork, rounds: number): Promise<PeerFigures[]> {
  const measured = new Map<string, (Indexed & Asked & { memory: number; disk: number })[]>();
  for (let round = 0; round < rounds; round++) {
    for (const { name, peer, favoured } of PEERS) {
      const folder = await mkdtemp(path.join(tmpdir(), 'newsdesk-peer-'));
      try {
        const result = await runOnce(peer, favoured, folder, work);
        measured.set(name, [...(measured.get(name) ?? []), result]);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    }
  }
  return [...measured].map(([name, runs]) => ({
    name,
    indexing: spreadOf(runs.map(({ first }) => first)),
    unchanged: spreadOf(runs.map(({ unchanged }) => unchanged)),
    edited: spreadOf(runs.map(({ edited }) => edited)),
    questionP50: spreadOf(runs.map(({ times }) => quantile(times.toSorted(byValue), 0.5))),
    questionP99: spreadOf(runs.map(({ times }) => quantile(times.toSorted(byValue), 0.99))),
    cold: spreadOf(runs.map(({ cold }) => cold)),
    memory: spreadOf(runs.map(({ memory }) => memory)),
    disk: spreadOf(runs.map(({ disk }) => disk)),
    recallAt1: runs[0]?.recall ?? 0,
    answerShown: runs[0]?.shown ?? 0,
    charactersShown: runs[0]?.characters ?? 0,
  }));
}

async function runOnce(
  peer: string,
  favoured: boolean,
  folder: string,
  { documents, questions }: PeerWork,
): Promise<Indexed & Asked & { memory: number; disk: number }> {
  const models = path.join(PACKAGE_DIR, 'data', 'models');
  const data = path.join(folder, 'data');
  await mkdir(data);
  const job = { folder: data, models, favoured, documents, questions };
  const file = path.join(folder, 'job.json');
  await writeFile(file, JSON.stringify({ ...job, started: 0 }));
  const indexed = await worker(peer, 'index', file);
  const disk = await sizeOf(data);
  await writeFile(file, JSON.stringify({ ...job, started: Date.now() }));
  const asked = await worker(peer, 'ask', file);
  return {
    ...(JSON.parse(indexed.printed) as Indexed),
    ...(JSON.parse(asked.printed) as Asked),
    disk,
    memory: Math.max(indexed.memory, asked.memory),
  };
}

async function worker(
  peer: string,
  phase: 'index' | 'ask',
  job: string,
): Promise<{ printed: string; memory: number }> {
  const script = path.join(PACKAGE_DIR, 'bench', 'peers', 'worker.mjs');
  const child = spawn(process.execPath, [script, peer, phase, job], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const memory = watchMemory(child.pid ?? process.pid);
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => (printed += part));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const peak = memory.peak();
  if (code !== 0) throw new Error(`${peer} ended with ${code} while it was to ${phase}.`);
  return { printed, memory: peak };
}

/** Bytes of all files below a folder, its copy of the articles left out. */
async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter(
    (entry) => entry.isFile() && path.basename(entry.parentPath) !== 'files',
  );
  const sizes = await Promise.all(
    files.map(async ({ parentPath, name }) => (await stat(path.join(parentPath, name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

function byValue(a: number, b: number): number {
  return a - b;
}
