/** The largest source that is read, in MB of 10^6 bytes; Discord's attachments have the same limit. */
export const MAX_SOURCE_MB = 25;
export const MAX_SOURCE_BYTES = MAX_SOURCE_MB * 1_000_000;

/** HTML is parsed into a tree of some 30 times its size, so it is held shorter. */
export const MAX_HTML_CHARACTERS = 5_000_000;
export const MAX_HTML_ELEMENTS = 100_000;

export const FETCH_TIMEOUT_MS = 20_000;
export const MAX_REDIRECTS = 5;

/** HTML shrinks some 5 to 20 times; only a bomb shrinks more than this. */
export const MAX_COMPRESSION_RATIO = 100;
/** Below this size no ratio is suspicious. */
export const COMPRESSION_GRACE_BYTES = 1_000_000;
