import type { ErrorCode } from '../../errors.js';

/** The errors that people can meet in Discord; each language has words for all of them. */
export const DISCORD_ERROR_CODES = [
  'article-not-found',
  'discord-adds-limit',
  'discord-answer-forgotten',
  'discord-article-changed',
  'discord-article-gone',
  'discord-article-shared',
  'discord-article-unknown',
  'discord-articles-limit',
  'discord-button-unknown',
  'discord-command-unknown',
  'discord-cooldown',
  'discord-manager-only',
  'discord-message-empty',
  'discord-question-length',
  'discord-server-only',
  'discord-size-limit',
  'discord-source-choice',
  'feed-empty',
  'json-lines-broken',
  'page-no-article',
  'pdf-broken',
  'pdf-encrypted',
  'pdf-no-text',
  'questions-busy',
  'source-binary',
  'source-empty',
  'source-feed-list',
  'source-no-text',
  'source-sitemap',
  'source-text-too-long',
  'source-too-complex',
  'source-too-large',
  'url-broken-off',
  'url-compression',
  'url-content-type',
  'url-credentials',
  'url-host-not-allowed',
  'url-invalid',
  'url-no-connection',
  'url-not-resolved',
  'url-private',
  'url-redirects',
  'url-refused',
  'url-scheme',
  'url-status',
  'url-timeout',
  'url-tls',
] as const satisfies readonly ErrorCode[];

export type DiscordErrorCode = (typeof DISCORD_ERROR_CODES)[number];

export function isDiscordErrorCode(code: string): code is DiscordErrorCode {
  return (DISCORD_ERROR_CODES as readonly string[]).includes(code);
}
