import { cleanContent, MessageType, PermissionFlagsBits, type Message } from 'discord.js';
import type { Exchange } from '../conversation/exchange.js';
import { scopeOf } from '../store/store.js';
import { answerQuestion } from './answer-question.js';
import type { Call } from './call.js';
import { checkCooldown } from './allowance.js';
import { decodeButton } from './custom-id.js';
import { newRequestId, type Dispatcher } from './dispatch.js';
import { failure } from './failure.js';
import { messagesFor } from './messages/index.js';
import { mayManage } from './permissions.js';
import type { Payload } from './replies/payload.js';
import { render } from './replies/render.js';
import type { Reply } from './replies/reply.js';
import { withoutEmbeds } from './replies/without-embeds.js';
import { safeError } from './safe-error.js';
import { TYPING_AFTER_MS } from './timing.js';
import { bodyOf } from './wire.js';

/** Answers messages that mention the bot, and every direct message. Never throws. */
export async function answerMention(to: Dispatcher, message: Message): Promise<void> {
  if (!isForUs(message)) return;
  const requestId = newRequestId();
  const log = to.log.child({ requestId, mention: true, guildId: message.guildId ?? undefined });
  const startedAt = performance.now();
  const typing = setTimeout(() => {
    showTyping(message);
  }, TYPING_AFTER_MS);
  try {
    const reply = await ask(to, message).catch((error: unknown) => failure(error, requestId, log));
    clearTimeout(typing);
    // In place, errors too: a mention is never met with silence, and nobody asked for a message.
    await sendInReply(message, render(reply, messagesFor(message.guild?.preferredLocale)));
    const totalMs = Math.round(performance.now() - startedAt);
    log.info({ reply: reply.kind, totalMs }, 'Handled');
  } catch (error) {
    // A channel if the bot may not write, or a message that is gone.
    log.warn({ error: safeError(error) }, 'Replying failed');
  } finally {
    clearTimeout(typing);
  }
}

function isForUs({ author, client, mentions, type, guildId, webhookId }: Message): boolean {
  if (author.bot || webhookId !== null) return false;
  if (type !== MessageType.Default && type !== MessageType.Reply) return false;
  return guildId === null || mentions.users.has(client.user.id);
}

async function ask(to: Dispatcher, message: Message): Promise<Reply> {
  const { guildId, author, member } = message;
  const question = questionIn(message);
  if (question === '') return { kind: 'note', note: 'greeting' };
  const call: Call = {
    ...to.services,
    guildId: guildId ?? undefined,
    userId: author.id,
    askedBy: guildId ?? author.id,
    speaker: { channel: message.channelId, person: author.id },
    countQuestion: () => {
      checkCooldown(to.cooldown, author.id);
    },
    scope: scopeOf(guildId ?? undefined),
    isManager: mayManage(member?.permissions ?? null),
    signal: to.signal,
    progress: () => undefined,
  };
  return answerQuestion(call, {
    question,
    isPrivate: false,
    takesUp: await repliedExchange(call, message),
    showQuestion: false,
  });
}

/** The message without the bot's own mention; other mentions as the names that people see. */
function questionIn({ content, client, channel }: Message): string {
  const own = new RegExp(`<@!?${client.user.id}>`, 'g');
  return cleanContent(content.replace(own, ' '), channel).trim();
}

/**
 * The exchange whose answer a message replies to, however old: its buttons name it in the journal.
 * Undefined if it replies to nothing that the bot answered.
 */
async function repliedExchange(call: Call, message: Message): Promise<Exchange | undefined> {
  const { reference, channel, client } = message;
  if (reference?.messageId === undefined) return undefined;
  // A message from before a restart is not in memory; without the permission to read it, nothing is.
  const original = await channel.messages.fetch(reference.messageId).catch(() => undefined);
  if (original?.author.id !== client.user.id) return undefined;
  for (const recordId of recordsOn(original)) {
    const exchange = await call.newsdesk.exchange(recordId, call.scope);
    if (exchange !== undefined) return exchange;
  }
  return undefined;
}

/** The recorded questions that a message's buttons belong to. */
function recordsOn({ components }: Message): string[] {
  return components.flatMap((row) =>
    'components' in row
      ? row.components.flatMap((item) => {
          if (!('customId' in item) || typeof item.customId !== 'string') return [];
          const button = decodeButton(item.customId);
          return button !== undefined && 'recordId' in button ? [button.recordId] : [];
        })
      : [],
  );
}

async function sendInReply(message: Message, payload: Payload): Promise<void> {
  const { channel } = message;
  if (!channel.isSendable()) return;
  const me = message.guild?.members.me;
  const mayEmbed =
    !me || channel.isDMBased() || channel.permissionsFor(me).has(PermissionFlagsBits.EmbedLinks);
  const shown = mayEmbed ? payload : withoutEmbeds(payload);
  await channel.send({
    ...bodyOf(shown),
    reply: { messageReference: message, failIfNotExists: false },
  });
}

function showTyping({ channel }: Message): void {
  if (!channel.isSendable()) return;
  channel.sendTyping().catch(() => undefined);
}
