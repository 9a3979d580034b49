import { PermissionFlagsBits, type PermissionsBitField } from 'discord.js';
import { NewsdeskError } from '../errors.js';
import type { Call, ServerCall } from './call.js';

/** `memberPermissions` as the interaction has them: null outside of a server. */
export function mayManage(permissions: Readonly<PermissionsBitField> | null): boolean {
  return permissions?.has(PermissionFlagsBits.ManageGuild) ?? false;
}

/** @throws NewsdeskError `discord-server-only` */
export function requireServer(call: Call): ServerCall {
  const { guildId } = call;
  if (guildId === undefined) throw new NewsdeskError('discord-server-only');
  return { ...call, guildId };
}

/** Whatever a server's settings let its members see. @throws NewsdeskError `discord-…` */
export function requireManager(call: Call): ServerCall {
  const server = requireServer(call);
  if (!call.isManager) throw new NewsdeskError('discord-manager-only');
  return server;
}
