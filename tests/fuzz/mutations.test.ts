import { expect, it, vi } from 'vitest';
import { mutate, random, samples } from './mutations.js';

it('finds the same document by its seed on another day', async () => {
  const documents = async () => {
    const all = await samples();
    return Array.from({ length: 40 }, (_, seed) => mutate(all, random(seed)));
  };
  const today = await documents();
  vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), toFake: ['Date'] });
  try {
    expect(await documents()).toEqual(today);
  } finally {
    vi.useRealTimers();
  }
});
