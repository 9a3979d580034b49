import { kind, type Needs } from './kind.js';

/** Discord: starting, and using the bot. Members are told of the latter in their language. */
export const DISCORD_ERRORS = {
  'discord-intents-missing': kind(
    1,
    () =>
      `Discord refuses the intents that Newsdesk asks for. Open https://discord.com/developers/applications, choose the application, and check under Bot that it is not restricted.`,
  ),
  'discord-no-access': kind(
    1,
    ({ server, invite }: Needs<'server' | 'invite'>) =>
      `Newsdesk has no access to the server ${server}. Open ${invite}, choose the server and click Authorise; or correct DISCORD_GUILD_ID.`,
  ),
  'discord-sharding-required': kind(
    1,
    () =>
      `Discord wants this bot to be sharded, since it is on so many servers. Set NEWSDESK_SHARDS=auto.`,
  ),
  'discord-token-missing': kind(
    2,
    () =>
      `DISCORD_TOKEN is not set. Open https://discord.com/developers/applications, choose the application, click Bot, then Reset Token, and put the token into .env.`,
  ),
  'discord-token-invalid': kind(
    1,
    () =>
      `Discord does not accept DISCORD_TOKEN. Open https://discord.com/developers/applications, choose the application, click Bot, then Reset Token, and put the new token into .env.`,
  ),
  'discord-shard-failed': kind(
    1,
    ({ shard }: Needs<'shard'>) =>
      `Shard ${shard} could not be started. The lines above say why; start again when that is fixed.`,
  ),
  'discord-shards-differ': kind(
    2,
    ({ total, machine, others }: Needs<'total' | 'machine' | 'others'>) =>
      `This machine divides the bot into ${total} shards, and ${machine} into ${others}. Set the same number in NEWSDESK_SHARDS everywhere; to change it, stop all machines first.`,
  ),
  'discord-adds-limit': kind(
    1,
    ({ limit, minutes }: Needs<'limit' | 'minutes'>) =>
      `This server may add or refresh ${limit} articles an hour. Try again in ${minutes} min.`,
  ),
  'discord-answer-forgotten': kind(
    1,
    () => `That answer is no longer known. Ask the question again.`,
  ),
  'discord-article-changed': kind(
    1,
    ({ title }: Needs<'title'>) =>
      `"${title}" has changed since this answer. Ask the question again.`,
  ),
  'discord-article-gone': kind(
    1,
    () => `The article of this answer has been removed. Ask the question again.`,
  ),
  'discord-article-shared': kind(
    1,
    ({ title }: Needs<'title'>) =>
      `"${title}" is shared by all servers. Only the bot's owner can change it, from the command line.`,
  ),
  'discord-article-unknown': kind(
    1,
    ({ article }: Needs<'article'>) =>
      `There is no article "${article}" here. Choose one from the list that opens.`,
  ),
  'discord-articles-limit': kind(
    1,
    ({ limit }: Needs<'limit'>) =>
      `This server may have ${limit} articles of its own, and has them. Remove some with /article remove.`,
  ),
  'discord-button-unknown': kind(
    1,
    () => `That button is from another version. Use the command again.`,
  ),
  'discord-command-unknown': kind(1, () => `This version of Newsdesk has no such command.`),
  'discord-cooldown': kind(
    1,
    ({ seconds }: Needs<'seconds'>) => `One moment: ask again in ${seconds} s.`,
  ),
  'discord-manager-only': kind(
    1,
    () => `Only members with the permission Manage Server may do this.`,
  ),
  'discord-message-empty': kind(
    1,
    () => `That message has no link, file or text that could be an article.`,
  ),
  'discord-question-length': kind(
    1,
    ({ min, max }: Needs<'min' | 'max'>) => `A question needs ${min} to ${max} characters.`,
  ),
  'discord-server-only': kind(1, () => `This works in a server only, not in direct messages.`),
  'discord-size-limit': kind(
    1,
    ({ limit }: Needs<'limit'>) =>
      `This server's own articles may have ${limit} million characters together. Remove some with /article remove.`,
  ),
  'discord-source-choice': kind(1, () => `Give either a link or a file.`),
};
