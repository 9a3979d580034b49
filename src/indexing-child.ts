import { pino } from 'pino';
import { RemoteEmbedder } from './embedding/remote-embedder.js';
import { NewsdeskError } from './errors.js';
import type { IndexOptions } from './indexing/options.js';
import {
  packReport,
  type FromIndexing,
  type IndexingRequest,
  type IndexingSetup,
  type SentOptions,
  type ToIndexing,
} from './indexing-process/protocol.js';
import type { Newsdesk } from './newsdesk.js';
import { openNewsdesk } from './open.js';

const ALIVE_MS = 500;

const setup = JSON.parse(process.argv[2] ?? '{}') as IndexingSetup;
const underWay = new Map<number, AbortController>();

function post(message: FromIndexing): void {
  // A closed channel means that the parent is gone, and so is this process in a moment.
  process.send?.(message, undefined, undefined, () => undefined);
}

async function run(newsdesk: Newsdesk, id: number, request: IndexingRequest): Promise<void> {
  const end = new AbortController();
  underWay.set(id, end);
  const whole = (options: SentOptions): IndexOptions => ({
    ...options,
    signal: end.signal,
    onProgress: (progress) => {
      post({ kind: 'progress', id, progress });
    },
  });
  try {
    post(await answer(newsdesk, id, request, whole));
  } catch (error) {
    if (error instanceof NewsdeskError) {
      post({ kind: 'refused', id, error: { code: error.code, details: error.details } });
    } else {
      post({ kind: 'fault', id, message: String(error) });
    }
  } finally {
    underWay.delete(id);
  }
}

async function answer(
  newsdesk: Newsdesk,
  id: number,
  request: IndexingRequest,
  whole: (options: SentOptions) => IndexOptions,
): Promise<FromIndexing> {
  switch (request.call) {
    case 'index': {
      const report = await newsdesk.index(request.sources, whole(request.options));
      return { kind: 'report', id, report: packReport(report) };
    }
    case 'indexUpload': {
      const report = await newsdesk.indexUpload(request.upload, whole(request.options));
      return { kind: 'report', id, report: packReport(report) };
    }
    case 'refreshArticles': {
      const report = await newsdesk.refreshArticles(request.ids, whole(request.options));
      return { kind: 'report', id, report: packReport(report) };
    }
    case 'remove':
      return { kind: 'removed', id, ids: await newsdesk.remove(request.ids, request.collection) };
    case 'warm':
      await newsdesk.warm();
      return { kind: 'warmed', id };
  }
}

// The parent decides when this ends: Ctrl-C in a terminal reaches both. It holds nothing that is
// lost when it is killed.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.on('disconnect', () => {
  process.exit(0);
});
if (!process.connected) process.exit(0);

const log = pino(
  { level: setup.logLevel, base: null },
  {
    write: (line: string) => {
      post({ kind: 'log', line });
    },
  },
);
const databaseUrl = process.env['NEWSDESK_DATABASE_URL'];
const newsdesk = await openNewsdesk(
  { ...setup, databaseUrl },
  { log, embedder: new RemoteEmbedder(process, false) },
);
setInterval(() => {
  post({ kind: 'alive' });
}, ALIVE_MS);
process.on('message', (message: ToIndexing) => {
  // On this channel there are the embedder's messages, too.
  if (!('kind' in message)) return;
  if (message.kind === 'run') void run(newsdesk, message.id, message.request);
  else underWay.get(message.id)?.abort();
});
post({ kind: 'ready' });
