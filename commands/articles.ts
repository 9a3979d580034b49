import { articlesPage } from '../src/discord/pages.js';
import type { SlashCommand } from '../src/discord/command.js';
import { FOR_EVERYONE, labelled } from '../src/discord/definitions.js';

export const articles: SlashCommand = {
  definition: { ...labelled(({ commands }) => commands.articles), ...FOR_EVERYONE },
  access: 'everyone',
  run: (call) => Promise.resolve(articlesPage(call, 0)),
};
