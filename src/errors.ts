import { ADDRESS_ERRORS } from './errors/addresses.js';
import { ARTICLE_ERRORS } from './errors/articles.js';
import { DATABASE_ERRORS } from './errors/database.js';
import { DISCORD_ERRORS } from './errors/discord.js';
import { EMBEDDING_ERRORS } from './errors/embedding.js';
import type { Detail, ErrorKind, ExitCode } from './errors/kind.js';
import { QUESTION_ERRORS } from './errors/questions.js';
import { STORE_ERRORS } from './errors/store.js';
import { USE_ERRORS } from './errors/use.js';

export type { ExitCode } from './errors/kind.js';

/** Every message that a person can meet, by code. Each says what is wrong and what to do next. */
const KINDS = {
  ...ARTICLE_ERRORS,
  ...ADDRESS_ERRORS,
  ...STORE_ERRORS,
  ...DATABASE_ERRORS,
  ...DISCORD_ERRORS,
  ...EMBEDDING_ERRORS,
  ...QUESTION_ERRORS,
  ...USE_ERRORS,
};

type Kinds = typeof KINDS;
export type ErrorCode = keyof Kinds;

/** What the message of a code needs to know. */
export type DetailsOf<Code extends ErrorCode> = Code extends ErrorCode
  ? Parameters<Kinds[Code]['message']>[0]
  : never;

/** The details of any error, as they are sent and shown. */
export type ErrorDetails = Readonly<Record<string, Detail>>;

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(KINDS, code);
}

type Arguments<Details> = object extends Details
  ? [details?: Details, options?: ErrorOptions]
  : [details: Details, options?: ErrorOptions];

class Refusal extends Error {
  override readonly name = 'NewsdeskError';
  readonly exitCode: ExitCode;

  readonly details: ErrorDetails;

  constructor(
    readonly code: ErrorCode,
    details: object = {},
    options?: ErrorOptions,
  ) {
    // Each message takes the details of its own code, which are those that were given.
    const { exitCode, message } = KINDS[code] as ErrorKind<object>;
    super(message(details), options);
    this.exitCode = exitCode;
    this.details = details as ErrorDetails;
  }
}

export type NewsdeskError = Refusal;

/**
 * A refusal that a person caused and can put right; anything else that is thrown is a fault. It is
 * made with the details that the message of its code needs.
 */
export const NewsdeskError: {
  new <Code extends ErrorCode>(code: Code, ...details: Arguments<DetailsOf<Code>>): NewsdeskError;
  readonly prototype: NewsdeskError;
} = Refusal;
