import { NewsdeskError } from '../../errors.js';

/**
 * What a failure of PostgreSQL, or of the way to it, means to a person; anything else comes back
 * as it is. Codes: https://www.postgresql.org/docs/current/errcodes-appendix.html
 * @param where the server and database, with no password
 */
export function meaningOf(error: unknown, where: string): unknown {
  if (!(error instanceof Error) || error instanceof NewsdeskError) return error;
  const cause = { cause: error };
  const reason = error.message;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  switch (true) {
    case /^(?:28|42501$)/.test(code):
      return new NewsdeskError('database-refused', { where, reason }, cause);
    case code === '3D000':
      return new NewsdeskError('database-missing', { where }, cause);
    case code === '53300':
      return new NewsdeskError('database-busy', { where }, cause);
    case code === '53100' || code === '53400':
      return new NewsdeskError('store-full', { file: where }, cause);
    case code === '25006':
      return new NewsdeskError('database-read-only', { where }, cause);
    case isLost(error):
      return new NewsdeskError('database-unreachable', { where, reason }, cause);
    default:
      return error;
  }
}

const LOST_CODES =
  /^(?:08|57P|57014$|ECONN|ENOTFOUND|EPIPE|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ENOENT$|EAI_)/;
/** What `pg` says if it has no code. */
const LOST_TEXTS =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|The server does not support SSL)/;

/** Whether the server is gone, or did not answer in time: another try may find it. */
export function isLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isLost);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return LOST_CODES.test(code) || LOST_TEXTS.test(error.message);
}

/** Whether a transaction was the victim of another, and can be run again as it is. */
export function isVictim(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && (error.code === '40001' || error.code === '40P01')
  );
}
