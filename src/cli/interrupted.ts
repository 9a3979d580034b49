/** Shells count a signal's number on top of this. */
const SIGNAL_BASE = 128;
const SIGNAL_NUMBERS = { SIGINT: 2, SIGTERM: 15 } as const;

export type EndSignal = keyof typeof SIGNAL_NUMBERS;

/** A person or the system asked the program to stop. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  readonly code = 'interrupted';
  readonly exitCode: number;

  constructor(signal: EndSignal) {
    super('Stopped. What was finished is kept; run it again to go on.');
    this.exitCode = SIGNAL_BASE + SIGNAL_NUMBERS[signal];
  }
}

/** Aborts at the first Ctrl-C or SIGTERM; a second one ends the program at once. */
export function abortOnEndSignals(): { readonly signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  const handlers = (Object.keys(SIGNAL_NUMBERS) as EndSignal[]).map((name) => {
    const handler = (): void => {
      const reason = new Interrupted(name);
      if (controller.signal.aborted) process.exit(reason.exitCode);
      controller.abort(reason);
    };
    process.on(name, handler);
    return () => process.off(name, handler);
  });
  return {
    signal: controller.signal,
    release: () => {
      for (const off of handlers) off();
    },
  };
}
