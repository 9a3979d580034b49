import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Serves until the test ends; gives the server's origin, `http://127.0.0.1:PORT`. */
export async function serve(handler: Handler): Promise<string> {
  const server = createServer(handler);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(
    () =>
      new Promise((closed) => {
        server.close(() => {
          closed();
        });
        server.closeAllConnections();
      }),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Serves these bodies by path, as HTML if nothing else is said. */
export function pages(
  bodies: Readonly<Record<string, string | { type: string; body: string | Uint8Array }>>,
): Handler {
  return (request, response) => {
    const page = bodies[request.url ?? ''];
    if (page === undefined) {
      response.writeHead(404).end();
    } else if (typeof page === 'string') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    } else {
      response.writeHead(200, { 'content-type': page.type }).end(page.body);
    }
  };
}
