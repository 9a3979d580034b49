import type { Messages } from '../messages/index.js';
import { ACCENT, type Payload } from './payload.js';
import type { HelpReply } from './reply.js';

export function renderHelp({ version, articles }: HelpReply, messages: Messages): Payload {
  const { help, commands } = messages;
  const description = [
    help.intro,
    '',
    `\`/${commands.ask.name}\` – ${help.ask}`,
    `\`/${commands.search.name}\` – ${help.search}`,
    `\`/${commands.articles.name}\` – ${help.articles}`,
    '',
    help.mention,
    '',
    help.buttons,
    '',
    help.manager,
  ];
  return {
    content: '',
    embeds: [
      {
        title: help.title,
        color: ACCENT,
        description: description.join('\n'),
        footer: { text: help.footer(version, messages.articleCount(articles)) },
      },
    ],
    components: [],
  };
}
