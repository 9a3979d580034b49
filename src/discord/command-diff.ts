import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';

/** A command as Discord gives it back. */
export interface RegisteredCommand {
  readonly id: string;
  readonly name: string;
  readonly type: number;
}

export interface CommandDiff {
  readonly create: readonly RESTPostAPIApplicationCommandsJSONBody[];
  readonly update: readonly {
    readonly id: string;
    readonly definition: RESTPostAPIApplicationCommandsJSONBody;
  }[];
  readonly remove: readonly RegisteredCommand[];
  readonly same: readonly RESTPostAPIApplicationCommandsJSONBody[];
}

/** What must be written so that Discord has these commands and no others. */
export function diffCommands(
  wanted: readonly RESTPostAPIApplicationCommandsJSONBody[],
  registered: readonly RegisteredCommand[],
): CommandDiff {
  const known = new Map(registered.map((command) => [keyOf(command), command]));
  const create: RESTPostAPIApplicationCommandsJSONBody[] = [];
  const update: CommandDiff['update'][number][] = [];
  const same: RESTPostAPIApplicationCommandsJSONBody[] = [];
  for (const definition of wanted) {
    const before = known.get(keyOf(definition));
    known.delete(keyOf(definition));
    if (before === undefined) create.push(definition);
    else if (isEqual(before, definition)) same.push(definition);
    else update.push({ id: before.id, definition });
  }
  return { create, update, remove: [...known.values()], same };
}

function keyOf({ name, type = 1 }: { name: string; type?: number | undefined }): string {
  return `${type} ${name}`;
}

/** The parts of a command that a definition decides; Discord adds ids and versions to them. */
const COMPARED = [
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'options',
  'default_member_permissions',
  'contexts',
  'integration_types',
  'nsfw',
] as const;

function isEqual(before: object, wanted: object): boolean {
  // Where a definition is silent about where it is offered, Discord's own choice stands.
  const silent = COMPARED.filter((name) => PLACES.has(name) && !(name in wanted));
  const compared = COMPARED.filter((name) => !silent.includes(name));
  const pick = (from: object) =>
    normalise(Object.fromEntries(Object.entries(from).filter(([name]) => isIn(compared, name))));
  return JSON.stringify(pick(before)) === JSON.stringify(pick(wanted));
}

const PLACES: ReadonlySet<string> = new Set(['contexts', 'integration_types']);

function isIn(names: readonly string[], name: string): boolean {
  return names.includes(name);
}

/**
 * One form for what Discord writes in several: keys in order, nothing for null, false and empty.
 * Lists of numbers are sets.
 */
function normalise(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(normalise);
    return items.every((item) => typeof item === 'number') ? items.sort((a, b) => a - b) : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .map(([key, item]) => [key, normalise(item)] as const)
    .filter(([, item]) => !isNothing(item))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries);
}

function isNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
