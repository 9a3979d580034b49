import { Worker } from 'node:worker_threads';
import { NewsdeskError } from '../errors.js';
import { openDocument } from './document.js';
import { readFeed } from './feed.js';
import type { FromReading, ReadingReply, ReadingRequest, ToReading } from './reading-protocol.js';

function post(reply: FromReading): void {
  // A closed channel means that the parent is gone, and so is this process in a moment.
  process.send?.(reply, undefined, undefined, () => undefined);
}

async function reply(request: ReadingRequest): Promise<ReadingReply> {
  try {
    return { kind: 'read', value: await valueOf(request) };
  } catch (error) {
    return error instanceof NewsdeskError
      ? { kind: 'refused', code: error.code, details: error.details }
      : { kind: 'fault', error };
  }
}

async function valueOf(request: ReadingRequest): Promise<unknown> {
  switch (request.operation) {
    case 'openDocument':
      return openDocument(...request.args);
    case 'readFeed':
      return readFeed(...request.args);
    case 'readSitemap': {
      const { readSitemap } = await import('./sitemap.js');
      return readSitemap(...request.args);
    }
  }
}

process.on('message', ({ id, ...request }: ToReading) => {
  void reply(request).then((result) => {
    post({ ...result, id });
  });
});
// The parent decides when this ends: Ctrl-C in a terminal reaches both.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.on('disconnect', () => {
  process.exit(0);
});

// It may have gone while this was starting.
if (!process.connected) process.exit(0);

const watchdog = new Worker(new URL('./reading-watchdog.js', import.meta.url), {
  workerData: Number(process.argv[2]),
});
watchdog.once('online', () => {
  post({ kind: 'ready' });
});
