import { once } from 'node:events';
import { createServer } from 'node:net';
import type { HttpAddress } from '../../config.js';
import { fault, ok, warning, type Finding } from '../../finding.js';
import { firstLine } from './machine.js';

const TIMEOUT_MS = 6_000;

/** Whether health can be served where `NEWSDESK_HTTP` says, or is: then, how that Newsdesk is. */
export async function checkHttp(address: HttpAddress | undefined): Promise<Finding> {
  if (address === undefined) return ok('Health', 'off (NEWSDESK_HTTP is not set)');
  const { host, port } = address;
  const at = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, 'listening');
    server.close();
    return ok('Health', `${at} is free`);
  } catch (error) {
    const health = await runningHealth(at);
    if (health === 'well') return ok('Health', `a running Newsdesk answers at ${at}, and is well`);
    if (health !== undefined) return warning('Health', `Newsdesk runs at ${at}, but: ${health}`);
    return fault(
      'Health',
      `${at} can't be listened at (${firstLine(error)}). Set NEWSDESK_HTTP to a free port of this machine, or leave it empty.`,
    );
  }
}

/** What a Newsdesk that listens there says of itself; undefined if none does. */
async function runningHealth(at: string): Promise<string | undefined> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(`http://${at}/healthz`, { signal });
    const said: unknown = await response.json();
    if (typeof said !== 'object' || said === null || !('checks' in said)) return undefined;
    return response.ok ? 'well' : JSON.stringify(said.checks);
  } catch {
    return undefined;
  }
}
