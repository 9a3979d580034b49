/**
 * Which machine runs which shard of the bot. All times are the server's: the clocks of machines
 * need not agree.
 */
export const shards = `
  CREATE TABLE newsdesk.machines (
    id uuid PRIMARY KEY,
    name text NOT NULL,
    total integer NOT NULL,
    takes_any boolean NOT NULL,
    until timestamptz NOT NULL
  );
  CREATE TABLE newsdesk.shards (
    shard integer PRIMARY KEY,
    holder uuid NOT NULL,
    begun_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    until timestamptz NOT NULL
  );
`;
