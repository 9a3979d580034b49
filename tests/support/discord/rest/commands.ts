import { missingAccess, unknownCommand } from '../errors.js';
import type { CommandScope } from '../commands.js';
import { RATE } from '../limits.js';
import { checkCommand, checkCommands } from '../validate/commands.js';
import { isJson, type Json } from '../validate/form.js';
import { param, type Answer, type Call, type Route } from './router.js';

const GLOBAL = '/applications/:app/commands';
const GUILD = '/applications/:app/guilds/:guild/commands';

/** interactions/application-commands: global commands and one server's. */
export const commandRoutes: readonly Route[] = [
  ...routesOf(GLOBAL, (call) => call.world.commands.scope()),
  ...routesOf(GUILD, (call) => {
    const guildId = param(call, 1);
    if (!call.world.guilds.has(guildId)) throw missingAccess();
    return call.world.commands.scope(guildId);
  }),
];

function routesOf(base: string, scopeOf: (call: Call) => CommandScope): Route[] {
  const limit = RATE.commands;
  const scoped = (call: Call): CommandScope => {
    if (param(call, 0) !== call.world.applicationId) throw missingAccess();
    return scopeOf(call);
  };
  const writing = (call: Call): CommandScope => {
    const scope = scoped(call);
    call.world.commands.writes++;
    return scope;
  };
  const id = (call: Call): string => call.params.at(-1) ?? '';
  return [
    {
      method: 'GET',
      template: base,
      handle: (call) => ({
        body: scoped(call)
          .list()
          .map((command) => shown(command, call)),
      }),
    },
    {
      method: 'PUT',
      template: base,
      limit,
      handle: (call) => {
        const commands = checkCommands(call.body);
        return { body: writing(call).overwrite(commands) };
      },
    },
    {
      method: 'POST',
      template: base,
      limit,
      handle: (call) => {
        const definition = checkCommand(call.body);
        const { command, created } = writing(call).put(definition);
        return { status: created ? 201 : 200, body: command };
      },
    },
    {
      method: 'GET',
      template: `${base}/:id`,
      handle: (call) => ({ body: found(scoped(call).get(id(call))) }),
    },
    {
      method: 'PATCH',
      template: `${base}/:id`,
      limit,
      handle: (call) => {
        const known = found(scoped(call).get(id(call)));
        const change = isJson(call.body) ? call.body : {};
        checkCommand({ ...known, ...change });
        return { body: found(writing(call).edit(id(call), change)) };
      },
    },
    {
      method: 'DELETE',
      template: `${base}/:id`,
      limit,
      handle: (call): Answer => {
        if (!writing(call).delete(id(call))) throw unknownCommand();
        return { status: 204 };
      },
    },
  ];
}

function found<T>(command: T | undefined): T {
  if (command === undefined) throw unknownCommand();
  return command;
}

/** Translations are listed only on request (`with_localizations`). */
function shown(value: Json, call: Call): unknown {
  return call.query.get('with_localizations') === 'true' ? value : withoutTranslations(value);
}

function withoutTranslations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTranslations);
  if (!isJson(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !key.endsWith('_localizations'))
      .map(([key, inner]) => [key, withoutTranslations(inner)]),
  );
}
