import { NewsdeskError } from '../../errors.js';
import type { IndexReport } from '../../newsdesk.js';
import type { ServerCall } from '../call.js';

const CHARACTERS_PER_MEGABYTE = 1_000_000;

/** @throws NewsdeskError `discord-articles-limit` or `discord-size-limit` if nothing may be added */
export function checkRoom(call: ServerCall): void {
  const { articles, megabytes } = call.settings.serverLimits;
  if (call.catalogue.all([call.guildId]).length >= articles) {
    throw new NewsdeskError('discord-articles-limit', { limit: articles });
  }
  if (charactersOf(call) >= megabytes * CHARACTERS_PER_MEGABYTE) {
    throw new NewsdeskError('discord-size-limit', { limit: megabytes });
  }
}

/** How many articles one addition may bring. */
export function roomFor(call: ServerCall, atMost: number): number {
  const left = call.settings.serverLimits.articles - call.catalogue.all([call.guildId]).length;
  return Math.max(1, Math.min(left, atMost));
}

/**
 * Takes back what was added if it proves too large: how long a page's text is shows only after
 * it was read.
 * @throws NewsdeskError `discord-size-limit`
 */
export async function takeBackSurplus(call: ServerCall, report: IndexReport): Promise<void> {
  const limit = call.settings.serverLimits.megabytes;
  if (charactersOf(call) <= limit * CHARACTERS_PER_MEGABYTE) return;
  const added = report.articles.flatMap(({ id, status }) =>
    status === 'added' && id !== null ? [id] : [],
  );
  if (added.length === 0) return;
  await call.newsdesk.remove(added, call.guildId);
  await call.catalogue.reload();
  throw new NewsdeskError('discord-size-limit', { limit });
}

/** Counts one addition or refresh. @throws NewsdeskError `discord-adds-limit` */
export function countAddition({ additions, guildId, settings }: ServerCall): void {
  const waitMs = additions.take(guildId);
  if (waitMs === undefined) return;
  throw new NewsdeskError('discord-adds-limit', {
    limit: settings.serverLimits.addsPerHour,
    minutes: Math.ceil(waitMs / 60_000),
  });
}

function charactersOf({ catalogue, guildId }: ServerCall): number {
  return catalogue.all([guildId]).reduce((sum, { characters }) => sum + characters, 0);
}
