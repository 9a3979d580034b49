import { describe, expect, it } from 'vitest';
import type { NewPlace } from './place.js';

export function lockContract(newPlace: NewPlace): void {
  describe('the lock', () => {
    it('queues the calls of one process, and lets one inside another pass', async () => {
      const store = await (await newPlace()).store();
      const order: string[] = [];
      const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));
      await Promise.all([
        store.exclusively(async () => {
          order.push('first in');
          await pause();
          await store.exclusively(async () => {
            order.push('inside');
            await pause();
          });
          order.push('first out');
        }),
        store.exclusively(() => {
          order.push('second');
          return Promise.resolve();
        }),
      ]);
      expect(order).toEqual(['first in', 'inside', 'first out', 'second']);
    });

    it('is given back where the work fails', async () => {
      const store = await (await newPlace()).store();
      const failing = store.exclusively(() => Promise.reject(new Error('broke')));
      await expect(failing).rejects.toThrow('broke');
      expect(await store.exclusively(() => Promise.resolve(1))).toBe(1);
    });
  });
}
