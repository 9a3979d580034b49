import type { SlashCommand } from '../src/discord/command.js';
import { FOR_MANAGERS, labelled } from '../src/discord/definitions.js';
import { requireServer } from '../src/discord/permissions.js';
import { unansweredPage } from '../src/discord/pages.js';

export const unanswered: SlashCommand = {
  definition: { ...labelled(({ commands }) => commands.unanswered), ...FOR_MANAGERS },
  access: 'manager',
  run: (call) => unansweredPage(requireServer(call), 0),
};
