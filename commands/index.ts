import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import type { Commands, MessageCommand, SlashCommand } from '../src/discord/command.js';
import { addToNewsdesk } from './add-to-newsdesk.js';
import { article } from './article.js';
import { articles } from './articles.js';
import { ask } from './ask.js';
import { help } from './help.js';
import { search } from './search.js';
import { unanswered } from './unanswered.js';

const SLASH_COMMANDS: readonly SlashCommand[] = [ask, search, articles, article, unanswered, help];
const MESSAGE_COMMANDS: readonly MessageCommand[] = [addToNewsdesk];

export const slashCommands: ReadonlyMap<string, SlashCommand> = byName(SLASH_COMMANDS);
export const messageCommands: ReadonlyMap<string, MessageCommand> = byName(MESSAGE_COMMANDS);

/** What Discord is told of. */
export const definitions: readonly RESTPostAPIApplicationCommandsJSONBody[] = [
  ...SLASH_COMMANDS,
  ...MESSAGE_COMMANDS,
].map(({ definition }) => definition);

/** What the bot is given. */
export const commands: Commands = {
  slash: slashCommands,
  message: messageCommands,
  definitions,
};

function byName<T extends { readonly definition: { readonly name: string } }>(
  commands: readonly T[],
): ReadonlyMap<string, T> {
  return new Map(commands.map((command) => [command.definition.name, command]));
}
