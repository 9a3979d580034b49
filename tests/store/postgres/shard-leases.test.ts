import { describe, expect, it, onTestFinished } from 'vitest';
import { openShardLeases } from '../../../src/store/postgres/shard-leases.js';
import type { ShardLeases } from '../../../src/store/shard-leases.js';
import { asSuperuser, newDatabase } from '../../support/postgres/databases.js';

interface Machine {
  readonly leases: ShardLeases;
  /** What it runs, as its last renewal said. */
  running: readonly number[];
}

async function machineOn(
  url: string,
  { total = 4, isFixed = true, only }: { total?: number; isFixed?: boolean; only?: number[] } = {},
): Promise<Machine> {
  const leases = await openShardLeases(url, only);
  onTestFinished(() => leases.close());
  await leases.join(total, isFixed);
  return { leases, running: [] };
}

async function renew(machine: Machine): Promise<number | undefined> {
  const { held, surplus } = await machine.leases.renew(machine.running);
  machine.running = held.filter((shard) => shard !== surplus);
  return surplus;
}

/** Makes the time that the database remembers longer ago. */
async function pass(url: string, seconds: number): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  const ago = `interval '${seconds} s'`;
  await asSuperuser(
    `UPDATE newsdesk.shards SET until = until - ${ago}, begun_at = begun_at - ${ago}`,
    name,
  );
  await asSuperuser(`UPDATE newsdesk.machines SET until = until - ${ago}`, name);
}

/** Lets so many renewals of each pass, six seconds apart. */
async function settle(url: string, machines: readonly Machine[], rounds = 8): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    for (const machine of machines) {
      await pass(url, 6);
      for (const each of machines) if (each !== machine) await renew(each);
      await renew(machine);
    }
  }
}

describe('the shards of a bot', () => {
  it('are begun one at a time by all machines, as Discord takes them', async () => {
    const url = await newDatabase();
    const [first, second] = [await machineOn(url), await machineOn(url)];
    await Promise.all([renew(first), renew(second)]);
    expect([...first.running, ...second.running]).toEqual([0]);
    await Promise.all([renew(first), renew(second)]);
    expect([...first.running, ...second.running]).toEqual([0]);
    await pass(url, 6);
    await Promise.all([renew(first), renew(second)]);
    expect([...first.running, ...second.running].sort()).toEqual([0, 1]);
  });

  it('are shared evenly, and none runs twice', async () => {
    const url = await newDatabase();
    const machines = [await machineOn(url), await machineOn(url)];
    await settle(url, machines);
    expect(machines.map(({ running }) => running.length)).toEqual([2, 2]);
    expect(machines.flatMap(({ running }) => running).sort()).toEqual([0, 1, 2, 3]);
  });

  it('go one by one to a machine that comes later', async () => {
    const url = await newDatabase();
    const first = await machineOn(url);
    await settle(url, [first]);
    expect(first.running).toEqual([0, 1, 2, 3]);
    const second = await machineOn(url);
    expect(await renew(first)).toBe(3);
    // Until the first has ended it, nobody else may begin it.
    expect(first.running).toEqual([0, 1, 2]);
    await settle(url, [first, second]);
    expect([first.running, second.running]).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it('are taken over from a machine that is lost, once its lease is over and not before', async () => {
    const url = await newDatabase();
    const [lost, other] = [await machineOn(url), await machineOn(url)];
    await settle(url, [lost, other]);
    expect(other.running).toHaveLength(2);
    await pass(url, 25);
    await renew(other);
    expect(other.running).toHaveLength(2);
    await pass(url, 6);
    await renew(other);
    expect(other.running).toHaveLength(3);
    await pass(url, 6);
    await renew(other);
    expect(other.running).toEqual([0, 1, 2, 3]);

    // It was only cut off: it learns that they are another's now, and gets some of them back.
    await renew(lost);
    expect(lost.running).toEqual([]);
    await settle(url, [lost, other]);
    expect([...lost.running, ...other.running].sort()).toEqual([0, 1, 2, 3]);
    expect(lost.running).toHaveLength(2);
  });

  it('are free at once if a machine ends as it should', async () => {
    const url = await newDatabase();
    const [first, second] = [await machineOn(url), await machineOn(url)];
    await settle(url, [first, second]);
    await first.leases.close();
    for (let round = 0; round < 2; round += 1) {
      await renew(second);
      await pass(url, 6);
    }
    expect(second.running).toEqual([0, 1, 2, 3]);
  });

  it('stay where they are set, and run once though two machines are set to run them', async () => {
    const url = await newDatabase();
    const [first, second] = [
      await machineOn(url, { only: [0, 1, 2] }),
      await machineOn(url, { only: [2, 3] }),
    ];
    await settle(url, [first, second]);
    const all = [...first.running, ...second.running];
    expect(all.sort()).toEqual([0, 1, 2, 3]);
    expect(first.running).toEqual(expect.arrayContaining([0, 1]));
    expect(second.running).toContain(3);
  });

  it('are as many for all machines: what is fixed must fit, and else the first one decides', async () => {
    const url = await newDatabase();
    await machineOn(url, { total: 4 });
    await expect(machineOn(url, { total: 8 })).rejects.toMatchObject({
      code: 'discord-shards-differ',
    });
    const leases = await openShardLeases(url, undefined);
    onTestFinished(() => leases.close());
    expect(await leases.join(9, false)).toBe(4);
    await pass(url, 31);
    expect(await leases.join(9, false)).toBe(9);
  });
});
