import { TOKEN_LIFETIME_MS } from './limits.js';

/** Discord waits 3 s for a first response; people begin to wonder much earlier. */
export const ANSWER_WINDOW_MS = 250;

/** Discord allows five edits in five seconds. */
export const PROGRESS_INTERVAL_MS = 1500;

/** A little less than a token lives, so that a response which is on its way still arrives. */
export const MAX_RESPONSE_AGE_MS = TOKEN_LIFETIME_MS - 5_000;

/** How soon articles that another process has indexed are taken up. */
export const REFRESH_INTERVAL_MS = 1_000;

/** What is under way when the bot is ended may take this long; with the closing it is under 5 s. */
export const GRACE_MS = 4_000;
/** How long the gateway may take to close. */
export const CLOSE_MS = 800;

/** Between attempts to reach Discord at the start. */
export const FIRST_RETRY_MS = 1_000;
export const LAST_RETRY_MS = 60_000;

/** Discord shows "is typing" for ten seconds; an answer is mostly there before it is worth it. */
export const TYPING_AFTER_MS = 500;

export const HOUR_MS = 3_600_000;
