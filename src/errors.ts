/** Exit codes of the command line: 1 something failed and the rest was kept, 2 wrong usage. */
export type ExitCode = 1 | 2;

interface ErrorKind {
  readonly exitCode: ExitCode;
  readonly message: (details: ErrorDetails) => string;
}

export type ErrorDetails = Readonly<Record<string, string | number>>;

function kind(exitCode: ExitCode, message: (details: ErrorDetails) => string): ErrorKind {
  return { exitCode, message };
}

/** Every message that a person can meet, by code. Each says what is wrong and what to do next. */
const KINDS = {
  'article-not-found': kind(
    1,
    ({ id }) => `There is no article ${id}. "newsdesk list" shows the ids.`,
  ),
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof KINDS;

/** A refusal that a person caused and can mend; anything else that is thrown is a fault. */
export class NewsdeskError extends Error {
  override readonly name = 'NewsdeskError';
  readonly exitCode: ExitCode;

  constructor(
    readonly code: ErrorCode,
    readonly details: ErrorDetails = {},
    options?: ErrorOptions,
  ) {
    const { exitCode, message } = KINDS[code];
    super(message(details), options);
    this.exitCode = exitCode;
  }
}
