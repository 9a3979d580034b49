import type { Logger } from 'pino';
import type { HttpAddress } from '../config.js';
import type { Embedder } from '../embedding/embedder.js';
import type { Newsdesk } from '../newsdesk.js';
import { coreChecks, type Checks } from './checks.js';
import { Figures } from './figures.js';
import { measuredEmbedder, measuredNewsdesk } from './measured.js';
import { serveHealth } from './server.js';

export interface WatchedNewsdesk {
  /** Where health is served. */
  readonly port: number;
  readonly newsdesk: Newsdesk;
  readonly embedder: Embedder;
  /** To be told, once there is a connection to Discord, how to see whether it is up. */
  readonly onConnection: (isUp: () => boolean) => void;
  readonly close: () => Promise<void>;
}

/**
 * Opens Newsdesk on an embedder, with both measured, and serves how they are.
 * @throws NewsdeskError `http-unusable` if the address can't be listened at, and what `open` throws
 */
export async function startHealth(
  address: HttpAddress,
  embedder: Embedder,
  open: (embedder: Embedder) => Promise<Newsdesk>,
  log: Logger,
): Promise<WatchedNewsdesk> {
  const figures = new Figures();
  const measured = measuredEmbedder(embedder, figures);
  const newsdesk = measuredNewsdesk(await open(measured), figures);
  figures.watchStored(newsdesk);
  figures.watchWaiting(newsdesk);
  let isUp: (() => boolean) | undefined;
  const checks: Checks = {
    gateway: () => Promise.resolve(isUp?.() === true ? undefined : 'not connected'),
    ...coreChecks(newsdesk, embedder),
  };
  const server = await serveHealth(address, checks, figures);
  log.info({ host: address.host, port: server.port }, 'Serving /healthz and /metrics');
  return {
    port: server.port,
    newsdesk,
    embedder: measured,
    onConnection: (connection) => {
      isUp = connection;
    },
    close: () => server.close(),
  };
}
