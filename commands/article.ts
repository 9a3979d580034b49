import { ApplicationCommandOptionType } from 'discord.js';
import { addFile, addLink } from '../src/discord/articles/add.js';
import { ownArticle, refreshArticle, removeArticle } from '../src/discord/articles/own.js';
import type { ServerCall } from '../src/discord/call.js';
import type { Arguments, SlashCommand } from '../src/discord/command.js';
import {
  articleOption,
  fileOption,
  FOR_MANAGERS,
  labelled,
  stringOption,
} from '../src/discord/definitions.js';
import { NewsdeskError } from '../src/errors.js';
import { MAX_TITLE_OPTION, MAX_URL_OPTION } from '../src/discord/limits.js';
import { requireServer } from '../src/discord/permissions.js';
import type { Reply } from '../src/discord/replies/reply.js';
import { plain } from '../src/discord/text/inline.js';

export const article: SlashCommand = {
  definition: {
    ...labelled(({ commands }) => commands.article),
    ...FOR_MANAGERS,
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        ...labelled(({ commands }) => commands.articleAdd),
        options: [
          stringOption(({ options }) => options.url, {
            required: false,
            min: 1,
            max: MAX_URL_OPTION,
          }),
          fileOption(({ options }) => options.file),
          stringOption(({ options }) => options.title, {
            required: false,
            min: 1,
            max: MAX_TITLE_OPTION,
          }),
        ],
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        ...labelled(({ commands }) => commands.articleRemove),
        options: [articleOption(({ options }) => options.articleToChange, true)],
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        ...labelled(({ commands }) => commands.articleRefresh),
        options: [articleOption(({ options }) => options.articleToChange, true)],
      },
    ],
  },
  access: 'manager',
  suggests: 'own',
  run: (call, options) => runSubcommand(requireServer(call), options),
};

async function runSubcommand(call: ServerCall, options: Arguments): Promise<Reply> {
  const chosen = () => ownArticle(call, options.getString('article', true));
  switch (options.getSubcommand()) {
    case 'add':
      return add(call, options);
    case 'remove':
      return removeArticle(call, chosen());
    case 'refresh':
      return refreshArticle(call, chosen());
    default:
      throw new NewsdeskError('discord-command-unknown');
  }
}

async function add(call: ServerCall, options: Arguments): Promise<Reply> {
  const url = options.getString('url');
  const file = options.getAttachment('file');
  const title = plain(options.getString('title') ?? '', MAX_TITLE_OPTION) || undefined;
  if ((url === null) === (file === null)) throw new NewsdeskError('discord-source-choice');
  return file === null ? addLink(call, url ?? '', title) : addFile(call, file, title);
}
