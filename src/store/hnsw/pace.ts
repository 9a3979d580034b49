import { setImmediate } from 'node:timers/promises';

/** How long a step may hold the event loop before others get their turn. */
const SLICE_MS = 8;

/** To be awaited between pieces of long work: gives way once its slice of time is used up. */
export function pacer(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < SLICE_MS) return undefined;
    return setImmediate().then(() => {
      since = performance.now();
    });
  };
}
