import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Discord } from './discord/discord.js';
import { residentMb } from './memory.js';
import { copyDatabase, databaseSettings, dropDatabase } from './postgres/data-folder.js';

const PROGRAM = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
const START_MS = 60_000;
const STOP_MS = 15_000;

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface Finished extends Exit {
  readonly stdout: string;
  readonly stderr: string;
}

/** The built program, running in an empty folder with nothing set but what is given. */
export interface RunningProgram {
  readonly child: ChildProcess;
  readonly finished: Promise<Finished>;
  /** All that it has written so far. */
  readonly output: () => string;
}

export interface RunOptions {
  readonly dataDir: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Left open if it is null. */
  readonly input?: string | null;
}

const folders = new Set<string>();

/** Removed by `removeTemporaryFolders`, if not before. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'newsdesk-test-'));
  folders.add(folder);
  return folder;
}

export function removeFolder(path: string): void {
  dropDatabase(path);
  rmSync(path, { recursive: true, force: true });
}

export function removeTemporaryFolders(): void {
  folders.forEach(removeFolder);
}

/** A copy of a data folder, so that a test may change it. */
export function copyOf(dataDir: string): string {
  const copy = temporaryFolder();
  cpSync(dataDir, copy, { recursive: true });
  copyDatabase(dataDir, copy);
  return copy;
}

export function runProgram(args: readonly string[], options: RunOptions): RunningProgram {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: tmpdir(),
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: tmpdir(),
      NEWSDESK_DATA_DIR: options.dataDir,
      ...databaseSettings(options.dataDir),
      // Empty counts as none: no test may start the bot that the developer's own .env names.
      DISCORD_TOKEN: '',
      ...options.env,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  if (options.input !== null) child.stdin.end(options.input ?? '');
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const finished = once(child, 'close').then((event): Finished => {
    const [code, signal] = event as [number | null, NodeJS.Signals | null];
    return { code, signal, stdout, stderr };
  });
  return { child, finished, output: () => stdout + stderr };
}

/** Runs a subcommand to its end. */
export function newsdesk(dataDir: string, ...args: string[]): Promise<Finished> {
  return runProgram(args, { dataDir }).finished;
}

/** Runs a subcommand that must succeed, and returns its JSON. */
export async function newsdeskJson(dataDir: string, ...args: string[]): Promise<unknown> {
  const { code, stdout, stderr } = await newsdesk(dataDir, ...args, '--json');
  if (code !== 0) throw new Error(`newsdesk ${args.join(' ')} ended with ${code}: ${stderr}`);
  return JSON.parse(stdout);
}

export interface Bot {
  readonly pid: number;
  readonly exited: Promise<Finished>;
  readonly output: () => string;
  /** Memory that is its own and resident, in 10^6 bytes. */
  residentMb(): number;
  stop(signal?: NodeJS.Signals): Promise<Finished>;
}

export interface BotOptions {
  readonly dataDir: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the bot as a process of its own, with its token and address set, and waits for nothing. */
export function launchBot(discord: Discord, { dataDir, env }: BotOptions): RunningProgram {
  return runProgram(['start'], {
    dataDir,
    env: {
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      // A test asks quicker than people do.
      NEWSDESK_COOLDOWN_SECONDS: '0',
      ...env,
    },
  });
}

/** Starts the bot and waits until it is connected, registered and says how many articles it has. */
export async function startBot(discord: Discord, options: BotOptions): Promise<Bot> {
  const { child, finished, output } = launchBot(discord, options);
  const { pid } = child;
  if (pid === undefined) throw new Error('the bot could not be started');
  const before = discord.gateway.presences.length;
  const deadline = performance.now() + START_MS;
  while (!isUp(discord, before)) {
    if (child.exitCode !== null) throw new Error(`the bot ended at once: ${output()}`);
    if (performance.now() > deadline) throw new Error(`the bot did not start: ${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return {
    pid,
    exited: finished,
    output,
    residentMb: () => residentMb(pid),
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      const result = await finished;
      clearTimeout(timer);
      return result;
    },
  };
}

function isUp({ world, gateway }: Discord, presencesBefore: number): boolean {
  const scopes = [undefined, ...world.guilds.keys()];
  const registered = scopes.some((scope) => world.commands.scope(scope).list().length > 0);
  const connected = [...gateway.sessions.values()].some(({ socket }) => socket !== undefined);
  return registered && connected && gateway.presences.length > presencesBefore;
}
