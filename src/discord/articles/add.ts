import { normaliseUrl } from '../../articles/sources.js';
import type { IndexOptions, IndexReport } from '../../newsdesk.js';
import type { FileInfo } from '../attachments.js';
import type { ServerCall } from '../call.js';
import { MAX_FEED_ENTRIES } from '../limits.js';
import type { Reply } from '../replies/reply.js';
import { change, changesReply } from './change.js';
import { checkRoom, roomFor, takeBackSurplus } from './limits.js';
import { attachmentSource } from './upload.js';

/** Adds what a link leads to. Only web addresses: a path would read this machine's files. */
export async function addLink(call: ServerCall, url: string, title?: string): Promise<Reply> {
  const { href } = normaliseUrl(url.trim());
  const limit = roomFor(call, MAX_FEED_ENTRIES);
  return add(call, (options) => call.newsdesk.index([href], { ...options, title, limit }));
}

export async function addFile(
  call: ServerCall,
  file: FileInfo,
  title?: string,
  from: { readonly source: string; readonly url?: string } = {
    source: attachmentSource(file.name),
  },
): Promise<Reply> {
  return add(call, async (options) => {
    const bytes = await call.fetchFile(file, call.signal);
    const upload = { name: file.name, bytes, ...from };
    return call.newsdesk.indexUpload(upload, { ...options, title });
  });
}

/** Text that stands in a message. */
export async function addText(
  call: ServerCall,
  text: { readonly title: string; readonly content: string },
  from: { readonly source: string; readonly url: string },
): Promise<Reply> {
  const bytes = new TextEncoder().encode(text.content);
  const upload = { name: 'message.md', bytes, ...from };
  return add(call, (options) =>
    call.newsdesk.indexUpload(upload, { ...options, title: text.title }),
  );
}

async function add(
  call: ServerCall,
  work: (options: IndexOptions) => Promise<IndexReport>,
): Promise<Reply> {
  checkRoom(call);
  const report = await change(call, work);
  await takeBackSurplus(call, report);
  return changesReply(call, report);
}
