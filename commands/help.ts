import type { SlashCommand } from '../src/discord/command.js';
import { FOR_EVERYONE, labelled } from '../src/discord/definitions.js';

export const help: SlashCommand = {
  definition: { ...labelled(({ commands }) => commands.help), ...FOR_EVERYONE },
  access: 'everyone',
  run: ({ newsdesk, catalogue, scope }) =>
    Promise.resolve({
      kind: 'help',
      version: newsdesk.version,
      articles: catalogue.all(scope).length,
    }),
};
