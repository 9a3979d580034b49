/** Exit codes of the command line: 1 something failed and the rest was kept, 2 wrong usage. */
export type ExitCode = 1 | 2;

/** What a message tells beside its own words. */
export type Detail = string | number;

/** The details that a message can't do without. */
export type Needs<Name extends string> = Readonly<Record<Name, Detail>>;

export interface ErrorKind<Details> {
  readonly exitCode: ExitCode;
  /** What is wrong, and what to do next. */
  readonly message: (details: Details) => string;
}

export function kind<Details = object>(
  exitCode: ExitCode,
  message: (details: Details) => string,
): ErrorKind<Details> {
  return { exitCode, message };
}
