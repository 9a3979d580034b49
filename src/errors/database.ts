import { kind, type Needs } from './kind.js';

/** A PostgreSQL database in place of the data folder. */
export const DATABASE_ERRORS = {
  'database-backup': kind(
    2,
    ({ where }: Needs<'where'>) =>
      `The articles are in the database ${where}, which has its own way: "pg_dump -Fc -n newsdesk -f FILE" writes them while the bot runs, and "pg_restore" brings them back.`,
  ),
  'database-busy': kind(
    1,
    ({ where }: Needs<'where'>) =>
      `The database ${where} takes no more connections. Try again in a moment; if it stays so, raise its max_connections.`,
  ),
  'database-engine': kind(
    2,
    ({ where, version }: Needs<'where' | 'version'>) =>
      `The database ${where} is ${version}. Newsdesk needs PostgreSQL 15 or newer itself: other engines that speak like it lack its locks or pgvector.`,
  ),
  'database-extension': kind(
    2,
    ({ where }: Needs<'where'>) =>
      `The database ${where} has no pgvector. Install it on the server (the package is called postgresql-NN-pgvector or so), and have a superuser run "CREATE EXTENSION vector" in this database.`,
  ),
  'database-extension-old': kind(
    2,
    ({ where, version }: Needs<'where' | 'version'>) =>
      `The database ${where} has pgvector ${version}, and 0.8 or newer is needed. Update the package, and run "ALTER EXTENSION vector UPDATE".`,
  ),
  'database-lock-lost': kind(
    1,
    ({ where }: Needs<'where'>) =>
      `The connection to ${where} broke while articles were changed, and another process has taken over. What was written is kept; run it again.`,
  ),
  'database-missing': kind(
    2,
    ({ where }: Needs<'where'>) =>
      `There is no database ${where}. Make it with "createdb", or correct NEWSDESK_DATABASE_URL.`,
  ),
  'database-newer': kind(
    1,
    ({ where, schema, known }: Needs<'where' | 'schema' | 'known'>) =>
      `The database ${where} was written by a newer Newsdesk (schema ${schema}, this one knows ${known}). Update Newsdesk here, or name another database.`,
  ),
  'database-read-only': kind(
    1,
    ({ where }: Needs<'where'>) =>
      `The database ${where} can't be written: it is a replica, or has been made read-only. Name the primary in NEWSDESK_DATABASE_URL.`,
  ),
  'database-refused': kind(
    1,
    ({ where, reason }: Needs<'where' | 'reason'>) =>
      `The database ${where} refused: ${reason}. Check the user, the password and the rights in NEWSDESK_DATABASE_URL.`,
  ),
  'database-unreachable': kind(
    1,
    ({ where, reason }: Needs<'where' | 'reason'>) =>
      `The database ${where} can't be reached (${reason}). Try again in a moment; if it stays so, check that the server runs and NEWSDESK_DATABASE_URL names it.`,
  ),
};
