import { ActivityType, type Client } from 'discord.js';
import { MAX_ACTIVITY } from './limits.js';
import { DEFAULT_MESSAGES } from './messages/index.js';
import { plain } from './text/inline.js';

/** Shows below the bot's name how many articles it has read. */
export function showPresence(client: Client<true>, articles: number): void {
  const name = plain(DEFAULT_MESSAGES.articleCount(articles), MAX_ACTIVITY);
  client.user.setActivity({ type: ActivityType.Watching, name });
}
