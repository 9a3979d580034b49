import { InteractionResponseType as Response, MessageFlags } from 'discord.js';
import {
  alreadyAcknowledged,
  invalidForm,
  invalidWebhookToken,
  unknownInteraction,
  unknownMessage,
  unknownWebhook,
} from './errors.js';
import { INTERACTION } from './limits.js';
import { createMessage, editMessage } from './messages.js';
import { checkChoices } from './validate/choices.js';
import { checkForm, isJson, type Json } from './validate/form.js';
import { checkFlags, checkMessage, FLAGS } from './validate/message.js';
import type { Interaction, InteractionKind, Message, World } from './world.js';

/** receiving-and-responding: which first response fits which interaction. */
const ALLOWED: Readonly<Record<InteractionKind, readonly number[]>> = {
  command: [
    Response.ChannelMessageWithSource,
    Response.DeferredChannelMessageWithSource,
    Response.Modal,
  ],
  component: [
    Response.ChannelMessageWithSource,
    Response.DeferredChannelMessageWithSource,
    Response.DeferredMessageUpdate,
    Response.UpdateMessage,
    Response.Modal,
  ],
  autocomplete: [Response.ApplicationCommandAutocompleteResult],
};

/** The first response: once, and within three seconds. `at` is when the request arrived. */
export function respond(
  world: World,
  id: string,
  token: string,
  body: Json,
  at: number,
): Message | undefined {
  const interaction = world.interactions.get(token);
  if (interaction?.id !== id) throw unknownInteraction();
  if (interaction.acknowledged) throw alreadyAcknowledged();
  if (at - interaction.sentAt > INTERACTION.acknowledgeMs) throw unknownInteraction();

  const type = checkForm(body, (form) => {
    form.key('type').require();
    return form.key('type').oneOf(ALLOWED[interaction.kind]);
  });
  const message = perform(world, interaction, type, body);
  interaction.acknowledged = { type: type ?? 0, at };
  world.events.emit(`interaction:${id}`);
  return message;
}

function perform(
  world: World,
  interaction: Interaction,
  type: number | undefined,
  body: Json,
): Message | undefined {
  const data = isJson(body['data']) ? body['data'] : {};
  switch (type) {
    case Response.ApplicationCommandAutocompleteResult:
      interaction.choices = checkChoices(body);
      return undefined;
    case Response.ChannelMessageWithSource:
      return (interaction.original = reply(world, interaction, data));
    case Response.DeferredChannelMessageWithSource:
      return (interaction.original = defer(world, interaction, body));
    case Response.DeferredMessageUpdate:
      return (interaction.original = interaction.source);
    case Response.UpdateMessage:
      if (interaction.source) editBody(world, interaction.source, data);
      return (interaction.original = interaction.source);
    default:
      throw invalidForm([
        { path: ['type'], code: 'BASE_TYPE_CHOICES', message: 'Not supported by the loopback' },
      ]);
  }
}

function defer(world: World, interaction: Interaction, body: Json): Message {
  const flags = checkForm(body, (form) => checkFlags(form.key('data').key('flags'), FLAGS.defer));
  const { channel, user } = interaction;
  const ephemeral = (flags & MessageFlags.Ephemeral) !== 0;
  return createMessage(world, {
    channel,
    author: world.bot,
    interaction,
    loading: true,
    onlyFor: ephemeral ? user.id : undefined,
  });
}

/** A new message: a first response, or a follow-up. It may be ephemeral by its own flag. */
function reply(world: World, interaction: Interaction, data: Json, files = 0): Message {
  const body = checkMessage(data, FLAGS.response, undefined, files);
  const ephemeral = (body.flags & MessageFlags.Ephemeral) !== 0;
  noteMentions(world, data, 'reply');
  return createMessage(world, {
    channel: interaction.channel,
    author: world.bot,
    interaction,
    body: { ...body, flags: body.flags & ~MessageFlags.Ephemeral },
    onlyFor: ephemeral ? interaction.user.id : undefined,
    allowedMentions: data['allowed_mentions'],
  });
}

function editBody(world: World, message: Message, data: Json, files = 0): Message {
  const body = checkMessage(data, FLAGS.edit, message.body, files);
  if (data['content'] !== undefined || data['components'] !== undefined) {
    noteMentions(world, data, 'edit');
  }
  editMessage(world, message, body, data['allowed_mentions']);
  return message;
}

function noteMentions(world: World, data: Json, request: string): void {
  if (data['allowed_mentions'] === undefined) {
    world.violations.push({ what: 'allowed_mentions is missing', request });
  }
}

/** The interaction that a webhook token belongs to, if it may still be used. */
function live(world: World, applicationId: string, token: string): Interaction {
  const interaction = world.interactions.get(token);
  if (applicationId !== world.applicationId || !interaction?.acknowledged) throw unknownWebhook();
  if (interaction.kind === 'autocomplete') throw unknownWebhook();
  if (world.now() - interaction.sentAt > INTERACTION.tokenMs) throw invalidWebhookToken();
  return interaction;
}

export function followUp(
  world: World,
  applicationId: string,
  token: string,
  data: Json,
  files: number,
): Message {
  const interaction = live(world, applicationId, token);
  const { original } = interaction;
  if (original?.loading && !original.deleted) {
    // The placeholder becomes the first follow-up and stays as public or private as it was.
    const { flags, ...rest } = data;
    const kept = typeof flags === 'number' ? flags & ~MessageFlags.Ephemeral : undefined;
    return editBody(world, original, kept === undefined ? rest : { ...rest, flags: kept }, files);
  }
  return reply(world, interaction, data, files);
}

/** `messageId` may be `@original`. */
export function webhookMessage(
  world: World,
  applicationId: string,
  token: string,
  messageId: string,
): Message {
  const interaction = live(world, applicationId, token);
  const message = messageId === '@original' ? interaction.original : world.messages.get(messageId);
  const reachable =
    message && (message === interaction.original || message.interaction === interaction);
  if (!reachable || message.deleted) throw unknownMessage();
  return message;
}

export { editBody };
