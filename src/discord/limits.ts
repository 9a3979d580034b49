/**
 * What Discord accepts, and what Newsdesk keeps within it. Pages are those of Discord's developer
 * documentation (docs.discord.com/developers).
 */

/** resources/message: create message. */
export const MAX_CONTENT = 2000;

/** resources/message: embed limits. Lengths are in UTF-16 code units. */
export const EMBED = {
  title: 256,
  description: 4096,
  footer: 2048,
  author: 256,
  /** Titles, descriptions, field names and values, footers and authors of all embeds together. */
  total: 6000,
  perMessage: 10,
  url: 2048,
} as const;

/** components/reference: button. */
export const BUTTON = { customId: 100, label: 80, perRow: 5 } as const;

/** components/reference: string select. */
export const MENU = { options: 25, text: 100, placeholder: 150 } as const;

/** interactions/application-commands: application command object, option structure. */
export const COMMAND = {
  name: 32,
  description: 100,
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
  /** Names, descriptions and values, each in its longest translation. */
  total: 8000,
} as const;

/** events/gateway: activity object. */
export const MAX_ACTIVITY = 128;

/** interactions/receiving-and-responding: how long an interaction can be responded to. */
export const TOKEN_LIFETIME_MS = 15 * 60_000;

/** The `question` and `query` options. */
export const QUESTION = { min: 3, max: 300 } as const;

/** The `article` option: a title, or as much of it as anybody types. */
export const MAX_ARTICLE_OPTION = 100;

/** The `title` and `url` options. */
export const MAX_TITLE_OPTION = 200;
export const MAX_URL_OPTION = 2000;

export const PASSAGES_PER_PAGE = 10;
export const ARTICLES_PER_PAGE = 10;
export const QUESTIONS_PER_PAGE = 10;
/** More pages than anybody turns. */
export const MAX_PASSAGES = 30;

/** Discord allows 25 MB to most people; a larger file is no article. */
export const MAX_FILE_BYTES = 25_000_000;

/**
 * For a file of text alone, all of which is embedded: some 80,000 words, which take two cores 36 s.
 * Whoever runs the bot may index longer ones on the command line.
 */
export const MAX_TEXT_BYTES = 500_000;

/** What one addition may bring in text, whatever it comes in: a page, a PDF, a feed's entries. */
export const MAX_TEXT_CHARACTERS = MAX_TEXT_BYTES;

/** Entries that are taken from a feed which is added from Discord. */
export const MAX_FEED_ENTRIES = 25;

/** Discord's own hosts for attachments (reference: CDN). */
export const ATTACHMENT_HOSTS = ['cdn.discordapp.com', 'media.discordapp.net'] as const;
