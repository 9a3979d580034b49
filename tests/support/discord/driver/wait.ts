import type { World } from '../world.js';

/** Waits until `look` finds something, looking again whenever `event` happens. */
export function waitFor<T>(
  world: World,
  event: string,
  look: () => T | undefined,
  timeoutMs: number,
  what: string,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      world.events.off(event, again);
    };
    const again = (): void => {
      const found = look();
      if (found === undefined) return;
      end();
      resolve(found);
    };
    const timer = setTimeout(() => {
      end();
      reject(new Error(`${what}: nothing within ${timeoutMs} ms`));
    }, timeoutMs);
    world.events.on(event, again);
    again();
  });
}
