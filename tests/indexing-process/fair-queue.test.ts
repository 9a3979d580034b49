import { describe, expect, it } from 'vitest';
import { FairQueue } from '../../src/indexing-process/fair-queue.js';

function open(most: number) {
  const queue = new FairQueue(most);
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
});
