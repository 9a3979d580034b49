import { ApplicationCommandType } from 'discord.js';
import { addMessage } from '../src/discord/articles/add-message.js';
import type { MessageCommand } from '../src/discord/command.js';
import { FOR_MANAGERS, named } from '../src/discord/definitions.js';
import { requireServer } from '../src/discord/permissions.js';

export const addToNewsdesk: MessageCommand = {
  definition: {
    type: ApplicationCommandType.Message,
    ...named(({ commands }) => commands.addMessage),
    ...FOR_MANAGERS,
  },
  access: 'manager',
  run: (call, message) => addMessage(requireServer(call), message),
};
