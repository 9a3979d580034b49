import {
  MessageFlags,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type MessageContextMenuCommandInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js';
import type { Payload } from './replies/payload.js';
import type { Target, Wire } from './responder.js';

/** Nothing that Newsdesk says notifies anybody, whatever it quotes. */
export const NO_MENTIONS = { parse: [], repliedUser: false };

type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ButtonInteraction
  | StringSelectMenuInteraction;

export function wireOf(interaction: Answerable): Wire {
  const flagsOf = (target: Target) =>
    target === 'private' ? { flags: MessageFlags.Ephemeral as const } : {};
  return {
    createdAt: interaction.createdTimestamp,
    defer: (target) =>
      target === 'update' && interaction.isMessageComponent()
        ? interaction.deferUpdate()
        : interaction.deferReply(flagsOf(target)),
    respond: (target, payload) =>
      target === 'update' && interaction.isMessageComponent()
        ? interaction.update(bodyOf(payload))
        : interaction.reply({ ...bodyOf(payload), ...flagsOf(target) }),
    edit: (payload) => interaction.editReply(bodyOf(payload)),
    remove: () => interaction.deleteReply(),
    followUpPrivately: (payload) =>
      interaction.followUp({ ...bodyOf(payload), flags: MessageFlags.Ephemeral }),
  };
}

export function bodyOf({ content, embeds, components, menus = [] }: Partial<Payload>) {
  return {
    ...(content !== undefined && { content }),
    ...(embeds !== undefined && { embeds: [...embeds] }),
    ...(components !== undefined && { components: [...components, ...menus] }),
    allowedMentions: NO_MENTIONS,
  };
}
