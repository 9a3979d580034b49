import type { IndexOptions, IndexReport } from '../../newsdesk.js';
import type { ServerCall } from '../call.js';
import { MAX_TEXT_CHARACTERS } from '../limits.js';
import type { Change, ChangesReply } from '../replies/reply.js';
import { countAddition } from './limits.js';

/**
 * Adds to or refreshes this server's own articles: counted, with progress, and said article by
 * article. A single source that fails is an error like any other.
 */
export async function change(
  call: ServerCall,
  work: (options: IndexOptions) => Promise<IndexReport>,
): Promise<IndexReport> {
  countAddition(call);
  call.progress({ kind: 'progress', progress: { step: 'fetching' } });
  const report = await work({
    collection: call.guildId,
    maxCharacters: MAX_TEXT_CHARACTERS,
    signal: call.signal,
    onProgress: (progress) => {
      call.progress({ kind: 'progress', progress });
    },
  });
  const changed = report.added + report.updated + report.removed > 0;
  if (changed) await call.catalogue.reload();
  // What was fetched and read for nothing has cost as much as what was new.
  else if (report.failed === 0) call.additions.giveBack(call.guildId);
  const [only] = report.articles;
  if (report.articles.length === 1 && only?.error !== undefined) throw only.error;
  return report;
}

export function changesReply(call: ServerCall, report: IndexReport): ChangesReply {
  return {
    kind: 'changes',
    changes: report.articles.map((article): Change => {
      const { id, status, title, source, passages, error } = article;
      const known = id === null ? undefined : call.catalogue.get(id, [call.guildId]);
      return {
        status,
        title: title === '' ? source : title,
        url: known?.url,
        passages,
        error: error && { code: error.code, details: error.details },
      };
    }),
  };
}
