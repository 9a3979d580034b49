import type { APIEmbed } from 'discord.js';
import { MAX_CONTENT } from '../limits.js';
import { escape } from '../text/escape.js';
import { truncate } from '../text/truncate.js';
import type { Payload } from './payload.js';

/** The same in plain text, for a channel if the bot may not embed. Buttons stay. */
export function withoutEmbeds({ content, embeds, components, menus }: Payload): Payload {
  const text = [content, ...embeds.map(textOf)].filter((part) => part !== '').join('\n\n');
  return { content: truncate(text, MAX_CONTENT), embeds: [], components, menus };
}

function textOf({ title, url, description, footer }: APIEmbed): string {
  const lines = [
    title === undefined ? '' : `**${title}**`,
    // In angle brackets Discord unfolds no preview.
    url === undefined ? '' : `<${url}>`,
    description ?? '',
    footer === undefined ? '' : `-# ${escape(footer.text)}`,
  ];
  return lines.filter((line) => line !== '').join('\n');
}
