import {
  Routes,
  type APIApplicationCommand,
  type REST,
  type RESTGetCurrentApplicationResult,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Logger } from 'pino';
import { VERSION } from '../version.js';
import type { Commands } from './command.js';
import { diffCommands, type RegisteredCommand } from './command-diff.js';
import { createRest } from './rest.js';
import { startupError } from './startup-error.js';

export interface RegisterOptions {
  readonly definitions: Commands['definitions'];
  readonly token: string;
  readonly clientId?: string | undefined;
  /** Register in this server only. */
  readonly guildId?: string | undefined;
  readonly apiUrl?: string | undefined;
  /** Say what would be written, and write nothing. */
  readonly dryRun?: boolean | undefined;
  readonly log: Logger;
}

/** Names of commands. */
export interface RegisterReport {
  readonly created: string[];
  readonly updated: string[];
  readonly deleted: string[];
  readonly unchanged: string[];
}

/**
 * Makes Discord's list of commands equal to ours, writing only what differs.
 * @throws NewsdeskError `discord-…` if the token or the access is missing
 */
export async function registerCommands(options: RegisterOptions): Promise<RegisterReport> {
  const { definitions, guildId, dryRun, log } = options;
  const rest = createRest(options.token, options.apiUrl, VERSION);
  let { clientId } = options;
  try {
    clientId ??= await applicationId(rest);
    const routes = routesOf(clientId, guildId);
    const diff = diffCommands(forPlace(definitions, guildId), await registered(rest, routes.all));
    if (dryRun !== true) {
      for (const body of diff.create) await rest.post(routes.all, { body });
      for (const { id, definition: body } of diff.update)
        await rest.patch(routes.one(id), { body });
      for (const { id } of diff.remove) await rest.delete(routes.one(id));
    }
    const report = {
      created: diff.create.map(nameOf),
      updated: diff.update.map(({ definition }) => nameOf(definition)),
      deleted: diff.remove.map(nameOf),
      unchanged: diff.same.map(nameOf),
    };
    log.info({ ...report, guildId, dryRun }, 'Compared the commands with those on Discord');
    return report;
  } catch (error) {
    throw startupError(error, { clientId, guildId }) ?? error;
  }
}

/** The id of the application that the token belongs to. */
async function applicationId(rest: REST): Promise<string> {
  const application = (await rest.get(
    Routes.currentApplication(),
  )) as RESTGetCurrentApplicationResult;
  return application.id;
}

function routesOf(clientId: string, guildId: string | undefined) {
  return guildId === undefined
    ? {
        all: Routes.applicationCommands(clientId),
        one: (id: string) => Routes.applicationCommand(clientId, id),
      }
    : {
        all: Routes.applicationGuildCommands(clientId, guildId),
        one: (id: string) => Routes.applicationGuildCommand(clientId, guildId, id),
      };
}

async function registered(rest: REST, route: `/${string}`): Promise<RegisteredCommand[]> {
  const query = new URLSearchParams({ with_localizations: 'true' });
  return (await rest.get(route, { query })) as APIApplicationCommand[];
}

/** A server's commands are offered in that server; saying where else is for global ones alone. */
function forPlace(
  all: readonly RESTPostAPIApplicationCommandsJSONBody[],
  guildId: string | undefined,
): RESTPostAPIApplicationCommandsJSONBody[] {
  if (guildId === undefined) return [...all];
  return all.map((definition) => {
    const local = { ...definition };
    delete local.contexts;
    delete local.integration_types;
    return local;
  });
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}
