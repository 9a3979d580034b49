/** How the bot's servers are divided among processes, and which of those this machine may run. */
export interface ShardsSetting {
  /** Of all machines together; `auto` asks Discord. */
  readonly total: number | 'auto';
  /** From 0, ascending; undefined for all that no other machine runs. */
  readonly only: readonly number[] | undefined;
}

/** Discord's own limit is higher; a list of so many is a slip of the pen. */
const MOST = 10_000;

/** Matches what `readShards` may be given: `auto`, `8`, or `2,3/8` and `0-3/8` for some of 8. */
export const SHARDS = /^(?:auto|\d{1,5}|\d{1,5}(?:-\d{1,5})?(?:,\d{1,5}(?:-\d{1,5})?)*\/\d{1,5})$/;

/** Undefined for what says nothing that could be done, such as shard 8 of 8. */
export function readShards(value: string): ShardsSetting | undefined {
  if (value === 'auto') return { total: 'auto', only: undefined };
  const [list, of] = value.includes('/') ? value.split('/') : [undefined, value];
  const total = Number(of);
  if (!(total >= 1 && total <= MOST)) return undefined;
  if (list === undefined) return { total, only: undefined };
  const only = new Set<number>();
  for (const part of list.split(',')) {
    const [first = 0, last = first] = part.split('-').map(Number);
    if (first > last || last >= total) return undefined;
    for (let shard = first; shard <= last; shard += 1) only.add(shard);
  }
  return { total, only: [...only].sort((a, b) => a - b) };
}
