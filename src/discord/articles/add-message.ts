import type { Message } from 'discord.js';
import { NewsdeskError } from '../../errors.js';
import type { ServerCall } from '../call.js';
import { MAX_TITLE_OPTION } from '../limits.js';
import type { Reply } from '../replies/reply.js';
import { cleanLine } from '../text/clean.js';
import { plain } from '../text/inline.js';
import { addFile, addLink, addText } from './add.js';
import { messageSource } from './upload.js';

/** Around a link there may be this much else before the message is taken for an article itself. */
const MAX_AROUND_LINK = 200;

const LINK = /https?:\/\/[^\s<>]+/i;
/** Not part of a link that stands in a sentence. */
const LINK_END = /(?<![).,;:!?'"\]])[).,;:!?'"\]]+$/;

/** Adds what a message holds: its file, else its link, else its text. */
export async function addMessage(call: ServerCall, message: Message): Promise<Reply> {
  const place = { guildId: call.guildId, channelId: message.channelId, id: message.id };
  const url = messageSource(place);

  const file = message.attachments.first();
  if (file !== undefined) {
    return addFile(call, file, undefined, { source: messageSource(place, file.name), url });
  }

  const { content } = message;
  const link = LINK.exec(content)?.[0].replace(LINK_END, '') ?? message.embeds[0]?.url ?? undefined;
  const around = content.replace(new RegExp(LINK.source, 'gi'), '').trim();
  if (link !== undefined && around.length <= MAX_AROUND_LINK) return addLink(call, link);

  const [firstLine = ''] = content.trim().split('\n');
  const title = plain(firstLine, MAX_TITLE_OPTION);
  if (cleanLine(content) === '') throw new NewsdeskError('discord-message-empty');
  return addText(call, { title, content }, { source: url, url });
}
