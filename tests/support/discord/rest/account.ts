import { unknownGuild, unknownUser } from '../errors.js';
import { GATEWAY } from '../limits.js';
import { applicationPayload, guildPayload, memberPayload } from '../payloads.js';
import { userPayload } from '../world.js';
import { param, type Call, type Route } from './router.js';

export interface GatewayInfo {
  readonly identifies: () => number;
  readonly shards: number;
}

export function accountRoutes(gateway: GatewayInfo): Route[] {
  return [
    {
      method: 'GET',
      template: '/gateway/bot',
      handle: ({ origin }) => ({
        body: {
          url: origin.replace('http', 'ws'),
          shards: gateway.shards,
          session_start_limit: {
            total: GATEWAY.identifiesPerDay,
            remaining: GATEWAY.identifiesPerDay - gateway.identifies(),
            reset_after: 86_400_000,
            max_concurrency: 1,
          },
        },
      }),
    },
    {
      method: 'GET',
      template: '/users/@me',
      handle: ({ world }) => ({ body: userPayload(world.bot) }),
    },
    { method: 'GET', template: '/users/@me/guilds', handle: ownGuilds },
    { method: 'GET', template: '/users/:id', handle: user },
    { method: 'GET', template: '/applications/@me', handle: application },
    { method: 'GET', template: '/oauth2/applications/@me', handle: application },
    { method: 'GET', template: '/guilds/:id', handle: (call) => ({ body: guild(call) }) },
    {
      method: 'GET',
      template: '/guilds/:id/members/:user',
      handle: (call) => {
        guild(call);
        const found = call.world.users.get(param(call, 1));
        if (!found) throw unknownUser();
        return { body: memberPayload(found) };
      },
    },
  ];
}

function application({ world }: Call) {
  return { body: applicationPayload(world) };
}

function ownGuilds({ world }: Call) {
  const guilds = [...world.guilds.values()].map(({ id, name, botPermissions }) => ({
    id,
    name,
    icon: null,
    owner: false,
    permissions: botPermissions.toString(),
    features: [],
  }));
  return { body: guilds };
}

function user(call: Call) {
  const found = call.world.users.get(param(call, 0));
  if (!found) throw unknownUser();
  return { body: userPayload(found) };
}

function guild(call: Call) {
  const found = call.world.guilds.get(param(call, 0));
  if (!found) throw unknownGuild();
  return guildPayload(call.world, found);
}
