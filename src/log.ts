import { pino, type Logger } from 'pino';

/** Loaded only if it is seen. */
const pretty = process.stderr.isTTY ? (await import('pino-pretty')).default : undefined;

/** Keys whose values no log may hold, wherever a library puts them. */
const SECRET = ['token', 'authorization', 'Authorization'];

/**
 * A structured log on standard error: lines of JSON, readable ones on a terminal. Standard output
 * belongs to what was asked for.
 */
export function createLog(level: string): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: SECRET.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]),
      censor: '[hidden]',
    },
  };
  const destination =
    pretty?.({ destination: 2, sync: true, colorize: process.env['NO_COLOR'] === undefined }) ??
    pino.destination({ dest: 2, sync: true });
  return pino(options, destination);
}
