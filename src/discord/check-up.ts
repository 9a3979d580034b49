import {
  ApplicationFlagsBitField,
  PermissionsBitField,
  Routes,
  type APIApplication,
  type RESTAPIPartialCurrentUserGuild,
  type RESTGetAPIGatewayBotResult,
} from 'discord.js';
import type { Config } from '../config.js';
import { fault, ok, warning, type Finding } from '../finding.js';
import { VERSION } from '../version.js';
import { createRest } from './rest.js';
import { inviteUrl, NEEDED, startupError } from './startup-error.js';

/** Discord has this many servers on a page of the bot's own. */
const PAGE = 200;

/** Whether Discord takes the token and lets the bot work; writes nothing there. */
export async function checkDiscord(settings: Config['discord']): Promise<Finding[]> {
  const { token } = settings;
  if (token === undefined) {
    return [
      warning(
        'Token',
        'DISCORD_TOKEN is not set, so that "npm start" opens the terminal. The README says how to get one.',
      ),
    ];
  }
  const rest = createRest(token, settings.apiUrl, VERSION);
  rest.options.retries = 0;
  try {
    const application = (await rest.get(Routes.currentApplication())) as APIApplication;
    const gateway = (await rest.get(Routes.gatewayBot())) as RESTGetAPIGatewayBotResult;
    const query = new URLSearchParams({ limit: String(PAGE) });
    const guilds = (await rest.get(Routes.userGuilds(), {
      query,
    })) as RESTAPIPartialCurrentUserGuild[];
    return [
      checkApplication(application, settings),
      checkIntents(application),
      checkGateway(gateway, settings),
      ...checkGuilds(guilds, application.id, settings.guildId),
    ];
  } catch (error) {
    const known = startupError(error, settings);
    if (known !== undefined) return [fault('Token', known.message)];
    return [
      fault(
        'Discord',
        `It can't be reached (${error instanceof Error ? error.message : 'unknown'}). Check this machine's network, its clock and its firewall: the bot needs https and wss to discord.com and gateway.discord.gg. DISCORD_API_URL is for a proxy only.`,
      ),
    ];
  }
}

function checkApplication(application: APIApplication, settings: Config['discord']): Finding {
  const { clientId } = settings;
  if (clientId !== undefined && clientId !== application.id) {
    return fault(
      'Token',
      `It belongs to the application ${application.id}, and DISCORD_CLIENT_ID is ${clientId}. Leave DISCORD_CLIENT_ID empty.`,
    );
  }
  return ok('Token', `it is ${application.name}'s (application ${application.id})`);
}

/** None is needed; that some are on does no harm, but is worth knowing. */
function checkIntents({ flags }: APIApplication): Finding {
  const privileged = new ApplicationFlagsBitField(flags).any([
    'GatewayPresence',
    'GatewayPresenceLimited',
    'GatewayGuildMembers',
    'GatewayGuildMembersLimited',
    'GatewayMessageContent',
    'GatewayMessageContentLimited',
  ]);
  if (!privileged) return ok('Intents', 'no privileged one is on, and none is needed');
  return warning(
    'Intents',
    'A privileged intent is on that Newsdesk does not use. Switch it off in the developer portal, under Bot.',
  );
}

function checkGateway(
  { session_start_limit: limit, shards }: RESTGetAPIGatewayBotResult,
  settings: Config['discord'],
): Finding {
  if (limit.remaining === 0) {
    const minutes = Math.ceil(limit.reset_after / 60_000);
    return fault(
      'Gateway',
      `This bot has logged in ${limit.total} times today, which is all that Discord allows. Wait ${minutes} minutes, and see why it starts so often.`,
    );
  }
  if (shards > 1 && settings.shards === undefined) {
    return warning('Gateway', `Discord recommends ${shards} shards. Set NEWSDESK_SHARDS=auto.`);
  }
  return ok('Gateway', `${limit.remaining} of ${limit.total} log-ins are left today`);
}

function checkGuilds(
  guilds: readonly RESTAPIPartialCurrentUserGuild[],
  clientId: string,
  guildId: string | undefined,
): Finding[] {
  const invite = inviteUrl(clientId);
  if (guilds.length === 0) {
    return [fault('Servers', `The bot is in no server. Open ${invite} and choose yours.`)];
  }
  const findings: Finding[] = [];
  if (guildId !== undefined && guilds.length < PAGE && guilds.every(({ id }) => id !== guildId)) {
    findings.push(
      fault(
        'Servers',
        `The bot is not in the server ${guildId} that DISCORD_GUILD_ID names. Open ${invite} and choose it, or leave DISCORD_GUILD_ID empty.`,
      ),
    );
  }
  for (const { name, permissions } of guilds) {
    const lacking = new PermissionsBitField(BigInt(permissions)).missing(NEEDED);
    if (lacking.length === 0) continue;
    const names = lacking.map((permission) => permission.replace(/(?<=[a-z])(?=[A-Z])/g, ' '));
    findings.push(
      fault(
        'Servers',
        `In ${JSON.stringify(name)} the bot lacks ${names.join(', ')}. Open ${invite} and choose that server again, or give its role the permission.`,
      ),
    );
  }
  return findings.length > 0
    ? findings
    : [ok('Servers', `the bot is in ${guilds.length}, with all that it needs there`)];
}
