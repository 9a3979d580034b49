import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HttpAddress } from '../config.js';
import { NewsdeskError } from '../errors.js';
import { runChecks, type Checks, type Health } from './checks.js';
import type { Figures } from './figures.js';

export interface HealthServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves `/healthz` (200 if all checks are ok, else 503; JSON says which) and `/metrics`
 * (Prometheus' text format).
 * @throws NewsdeskError `http-unusable` if the address can't be listened at
 */
export async function serveHealth(
  { host, port }: HttpAddress,
  checks: Checks,
  figures: Figures,
): Promise<HealthServer> {
  let running: Promise<Health> | undefined;
  /** However often it is asked for, the checks run once at a time. */
  const health = (): Promise<Health> =>
    (running ??= runChecks(checks).finally(() => {
      running = undefined;
    }));

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url?.split('?', 1)[0];
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
    } else if (path === '/healthz') {
      const found = await health();
      const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
      response.writeHead(found.ok ? 200 : 503, headers).end(`${JSON.stringify(found)}\n`);
    } else if (path === '/metrics') {
      const text = await figures.registry.metrics();
      response.writeHead(200, { 'content-type': figures.registry.contentType }).end(text);
    } else {
      response.writeHead(404).end();
    }
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.requestTimeout = 10_000;
  server.maxConnections = 64;
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new NewsdeskError(
      'http-unusable',
      { address: `${host}:${port}`, reason },
      { cause: error },
    );
  }
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
