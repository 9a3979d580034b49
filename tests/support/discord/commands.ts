import { ApplicationCommandType } from 'discord.js';
import { snowflake } from './snowflake.js';
import type { Json } from './validate/form.js';

/** A registered command as Discord returns it. */
export type RegisteredCommand = Json & {
  readonly id: string;
  readonly name: string;
  readonly type: number;
};

/** The commands of one scope: global, or one server's. */
export interface CommandScope {
  list(): RegisteredCommand[];
  get(id: string): RegisteredCommand | undefined;
  /** A command of the same name and type is overwritten and keeps its id. */
  put(definition: Json): { readonly command: RegisteredCommand; readonly created: boolean };
  edit(id: string, change: Json): RegisteredCommand | undefined;
  delete(id: string): boolean;
  overwrite(definitions: readonly Json[]): RegisteredCommand[];
}

export interface ApplicationCommands {
  scope(guildId?: string): CommandScope;
  /** What a person in that server, or in a direct message, is offered. */
  find(name: string, type: number, guildId?: string): RegisteredCommand | undefined;
  /** Requests that wrote, so that a test can see that none were needless. */
  writes: number;
}

export function createCommands(applicationId: string): ApplicationCommands {
  const scopes = new Map<string, CommandScope>();
  const commands: ApplicationCommands = {
    writes: 0,
    scope(guildId) {
      const key = guildId ?? '';
      const known = scopes.get(key) ?? createScope(applicationId, guildId);
      scopes.set(key, known);
      return known;
    },
    find(name, type, guildId) {
      const everywhere = commands.scope().list();
      const here = guildId === undefined ? [] : commands.scope(guildId).list();
      return [...here, ...everywhere].find(
        (command) => command.name === name && command.type === type,
      );
    },
  };
  return commands;
}

function createScope(applicationId: string, guildId: string | undefined): CommandScope {
  let byId = new Map<string, RegisteredCommand>();
  const build = (definition: Json, id: string): RegisteredCommand => ({
    ...DEFAULTS,
    ...(guildId === undefined ? GLOBAL_DEFAULTS : { guild_id: guildId }),
    ...definition,
    id,
    application_id: applicationId,
    version: snowflake(),
    name: String(definition['name']),
    type: typeof definition['type'] === 'number' ? definition['type'] : DEFAULTS.type,
  });
  const same = (definition: Json): RegisteredCommand | undefined =>
    [...byId.values()].find(
      ({ name, type }) =>
        name === definition['name'] && type === (definition['type'] ?? DEFAULTS.type),
    );
  return {
    list: () => [...byId.values()],
    get: (id) => byId.get(id),
    put(definition) {
      const known = same(definition);
      const command = build(definition, known?.id ?? snowflake());
      byId.set(command.id, command);
      return { command, created: known === undefined };
    },
    edit(id, change) {
      const known = byId.get(id);
      if (!known) return undefined;
      const command = build({ ...known, ...change }, id);
      byId.set(id, command);
      return command;
    },
    delete: (id) => byId.delete(id),
    overwrite(definitions) {
      const next = definitions.map((definition) =>
        build(definition, same(definition)?.id ?? snowflake()),
      );
      byId = new Map(next.map((command) => [command.id, command]));
      return next;
    },
  };
}

/** What Discord fills in if a definition is silent. */
const DEFAULTS = {
  type: ApplicationCommandType.ChatInput as number,
  description: '',
  name_localizations: null,
  description_localizations: null,
  default_member_permissions: null,
  nsfw: false,
};

const GLOBAL_DEFAULTS = { contexts: null, integration_types: [0], dm_permission: true };
