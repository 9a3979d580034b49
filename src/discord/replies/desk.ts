import { ComponentType } from 'discord.js';
import { encodeButton } from '../custom-id.js';
import { MENU } from '../limits.js';
import type { Messages } from '../messages/index.js';
import { inline, plain } from '../text/inline.js';
import { byline, dateOf, heading } from './article-line.js';
import { ACCENT, contentOf, type Payload } from './payload.js';
import type { ChoiceReply, DeskFactReply } from './reply.js';
import { EMBED } from '../limits.js';

const MAX_VALUE = 300;
const MAX_NAME = 60;
/** With forty names of that length it is within an embed's description. */
const SEPARATOR = ' · ';

/** When an article was published, who wrote it, where it is from, or what it names. */
export function renderFact({ article, fact }: DeskFactReply, messages: Messages): Payload {
  return {
    content: '',
    embeds: [
      {
        ...heading(article, EMBED.title),
        color: ACCENT,
        description: `-# **${messages.desk.kinds[fact.asks]}**\n${described(fact, messages)}`,
        footer: { text: plain(byline(article, messages).join(SEPARATOR), MAX_VALUE) },
      },
    ].map(withoutEmptyFooter),
    components: [],
  };
}

function described(fact: DeskFactReply['fact'], messages: Messages): string {
  if (fact.of === 'mentions') {
    if (fact.mentions.length === 0) return messages.desk.noneNamed;
    return fact.mentions
      .map(({ text, count }) => `${inline(text, MAX_NAME)}${count > 1 ? ` (${count})` : ''}`)
      .join(SEPARATOR);
  }
  if (fact.value === undefined) return messages.desk.notKnown;
  return fact.asks === 'published' ? dateOf(fact.value, messages) : inline(fact.value, MAX_VALUE);
}

function withoutEmptyFooter<T extends { footer: { text: string } }>(embed: T) {
  const { footer, ...rest } = embed;
  return footer.text === '' ? rest : { ...rest, footer };
}

/** "Which article?", with a menu of their titles. */
export function renderChoice({ asks, articles }: ChoiceReply, messages: Messages): Payload {
  const customId = encodeButton({ action: 'choose', asks });
  const options = articles.slice(0, MENU.options).map(({ id, title, publishedAt }) => ({
    label: plain(title, MENU.text) || '—',
    value: id,
    ...(publishedAt !== undefined && {
      description: plain(dateOf(publishedAt, messages), MENU.text),
    }),
  }));
  if (customId === undefined || options.length === 0) return contentOf(messages.desk.which);
  return {
    ...contentOf(messages.desk.which),
    menus: [
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.StringSelect,
            custom_id: customId,
            placeholder: plain(messages.desk.which, MENU.placeholder),
            options,
          },
        ],
      },
    ],
  };
}
