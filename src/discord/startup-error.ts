import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  GatewayCloseCodes,
  PermissionsBitField,
  RESTJSONErrorCodes,
} from 'discord.js';
import { NewsdeskError, type ErrorCode } from '../errors.js';

export interface Place {
  readonly clientId?: string | undefined;
  readonly guildId?: string | undefined;
}

/** What its owner can fix, or undefined if Discord or the network is at fault. */
export function startupError(error: unknown, place: Place): NewsdeskError | undefined {
  if (error instanceof NewsdeskError) return error;
  const options = { cause: error };
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) {
    return new NewsdeskError('discord-token-invalid', {}, options);
  }
  if (!(error instanceof DiscordAPIError)) return undefined;
  if (error.status === 401) return new NewsdeskError('discord-token-invalid', {}, options);
  if (error.code === RESTJSONErrorCodes.MissingAccess || error.code === UNKNOWN_GUILD) {
    const details = { server: place.guildId ?? '', invite: inviteUrl(place.clientId ?? '') };
    return new NewsdeskError('discord-no-access', details, options);
  }
  return undefined;
}

const UNKNOWN_GUILD = RESTJSONErrorCodes.UnknownGuild;

/** Why the gateway closed for good (topics/opcodes-and-status-codes). */
export function gatewayError(closeCode: number): NewsdeskError | undefined {
  const code = GATEWAY_ERRORS.get(closeCode);
  return code === undefined ? undefined : new NewsdeskError(code);
}

const GATEWAY_ERRORS = new Map<number, ErrorCode>([
  [GatewayCloseCodes.AuthenticationFailed, 'discord-token-invalid'],
  [GatewayCloseCodes.InvalidIntents, 'discord-intents-missing'],
  [GatewayCloseCodes.DisallowedIntents, 'discord-intents-missing'],
  [GatewayCloseCodes.ShardingRequired, 'discord-sharding-required'],
  [GatewayCloseCodes.InvalidShard, 'discord-sharding-required'],
]);

/** What the bot must be allowed in a server; README.md says the same. */
export const NEEDED = new PermissionsBitField([
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'ReadMessageHistory',
]).freeze();

/** The page for people; the API's own route of that name has a version in it. */
const AUTHORIZE_PAGE = 'https://discord.com/oauth2/authorize';

/** The page where a server's owner lets the bot in. */
export function inviteUrl(clientId: string): string {
  const url = new URL(AUTHORIZE_PAGE);
  url.searchParams.set('client_id', clientId);
  url.searchParams.set('permissions', NEEDED.bitfield.toString());
  url.searchParams.set('scope', 'bot applications.commands');
  return url.href;
}
