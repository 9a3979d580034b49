import { describe, expect, it } from 'vitest';
import { FairQueue } from '../../src/processes/fair-queue.js';

function open(most: number, mostEach?: number) {
  const queue = new FairQueue(most, mostEach);
  const begun: string[] = [];
  const endings = new Map<string, () => void>();
  const work = (name: string, party = name.charAt(0), signal?: AbortSignal) =>
    queue.run(
      party,
      () =>
        new Promise<void>((resolve) => {
          begun.push(name);
          endings.set(name, resolve);
        }),
      signal,
    );
  const end = async (name: string) => {
    endings.get(name)?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { queue, begun, work, end };
}

describe('a fair queue', () => {
  it('lets no party keep another waiting, however much it has to do', async () => {
    const { begun, work, end } = open(2);
    for (let n = 0; n < 6; n++) void work(`a${n}`);
    void work('b0');
    void work('c0');
    await end('');
    expect(begun).toEqual(['a0', 'b0']);
    await end('b0');
    expect(begun).toEqual(['a0', 'b0', 'c0']);
    await end('a0');
    expect(begun).toEqual(['a0', 'b0', 'c0', 'a1']);
  });

  it('goes round the parties', async () => {
    const { begun, work, end } = open(1);
    for (const name of ['a0', 'a1', 'a2', 'b0', 'b1', 'c0']) void work(name);
    await end('');
    for (let n = 0; n < 6; n++) await end(begun.at(-1) ?? '');
    expect(begun).toEqual(['a0', 'b0', 'c0', 'a1', 'b1', 'a2']);
  });

  it('goes on after work that fails, and forgets what is given up', async () => {
    const { queue, begun, work, end } = open(1);
    const failing = queue.run('a', () => Promise.reject(new Error('broke')));
    await expect(failing).rejects.toThrow('broke');
    void work('a0');
    const controller = new AbortController();
    const waiting = work('b0', 'b', controller.signal);
    controller.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    void work('c0');
    await end('a0');
    expect(begun).toEqual(['a0', 'c0']);
  });

  it('runs several pieces of one party at a time where it may, and no more', async () => {
    const { queue, begun, work, end } = open(3, 2);
    for (const name of ['a0', 'a1', 'a2', 'b0', 'b1']) void work(name);
    await end('');
    expect(begun).toEqual(['a0', 'a1', 'b0']);
    expect(queue.running).toBe(3);
    await end('b0');
    expect(begun).toEqual(['a0', 'a1', 'b0', 'b1']);
    await end('a1');
    expect(begun).toEqual(['a0', 'a1', 'b0', 'b1', 'a2']);
    expect(queue.waiting).toBe(0);
  });

  it('drops what came last of whoever has most waiting', async () => {
    const { queue, begun, work, end } = open(1);
    void work('a0');
    void work('a1');
    const last = work('a2');
    void work('b0');
    expect(queue.waiting).toBe(3);
    expect(queue.longest()).toBe('a');
    queue.dropLatest('a', new Error('too many'));
    await expect(last).rejects.toThrow('too many');
    expect(queue.waiting).toBe(2);
    for (let n = 0; n < 3; n++) await end(begun.at(-1) ?? '');
    expect(begun).toEqual(['a0', 'b0', 'a1']);
    expect(queue.longest()).toBeUndefined();
  });
});
