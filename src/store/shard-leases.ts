/** What a machine may run now. */
export interface HeldShards {
  /** Its own, for another `LEASE_MS` from when it asked; one that it ran and that is not among them is another's. */
  readonly held: readonly number[];
  /** One of them that it should end, since another machine has less than its share. */
  readonly surplus: number | undefined;
}

/** Divides the shards of one bot among machines, so that none runs twice and none is left out. */
export interface ShardLeases {
  /**
   * Makes this machine known to the others.
   * @param total how many shards there are to be
   * @param isFixed whether another number won't do; otherwise what the others have is taken over
   * @returns the number that all agree on
   * @throws NewsdeskError `discord-shards-differ` if other machines divide by another number
   */
  join(total: number, isFixed: boolean): Promise<number>;
  /** Keeps what runs, gives back what doesn't, and takes one more if one is free and due. */
  renew(running: readonly number[]): Promise<HeldShards>;
  /** Runs `work`, such as what Discord takes from one machine at a time, while no other runs its own. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Gives back all, so that others need not wait until it is over. */
  close(): Promise<void>;
}

/** So long a machine is waited for that is not heard of. */
export const LEASE_MS = 30_000;
/** Who could not renew for so long ends its shards, which takes 6 s at most, before others begin. */
export const GIVE_UP_MS = 22_000;
/** Discord takes one identify in five seconds, of all machines (events/gateway: max concurrency). */
export const BETWEEN_SHARDS_MS = 5_500;

/** Without other machines: one shard after the other, and all for good. */
export function ownShards(only: readonly number[] | undefined): ShardLeases {
  let shards: readonly number[] = [];
  let begun = -Infinity;
  return {
    join: (total) => {
      shards = only ?? [...Array(total).keys()];
      return Promise.resolve(total);
    },
    renew: (running) => {
      const next = shards.find((shard) => !running.includes(shard));
      const isDue = performance.now() - begun >= BETWEEN_SHARDS_MS;
      if (next === undefined || !isDue) {
        return Promise.resolve({ held: running, surplus: undefined });
      }
      begun = performance.now();
      return Promise.resolve({ held: [...running, next], surplus: undefined });
    },
    alone: (work) => work(),
    close: () => Promise.resolve(),
  };
}
