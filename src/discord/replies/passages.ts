import type { APIEmbed } from 'discord.js';
import { QUESTION } from '../limits.js';
import type { Messages } from '../messages/index.js';
import { unescape } from '../text/escape.js';
import { inline } from '../text/inline.js';
import { quote } from '../text/quote.js';
import { byline, heading, placeOf } from './article-line.js';
import { pageButtons } from './buttons.js';
import { ACCENT, contentOf, type Payload } from './payload.js';
import type { PassagesReply, ShownPassage } from './reply.js';

/** Five passages with these, and the query, are within the 6,000 characters of all embeds. */
const MAX_TITLE = 120;
const MAX_QUOTE = 700;
const MAX_QUERY = QUESTION.max * 2 + 10;

export function renderPassages(reply: PassagesReply, messages: Messages): Payload {
  const { passages, page, pages } = reply;
  if (passages.length === 0) {
    return contentOf(
      reply.heading === 'others' ? messages.passages.noMore : messages.passages.none,
    );
  }
  const query: APIEmbed = {
    color: ACCENT,
    description: `${headingOf(reply, messages)}\n> ${inline(reply.query, MAX_QUERY)}`,
    footer: { text: messages.page(page + 1, pages) },
  };
  return {
    content: '',
    embeds: [query, ...passages.map((shown) => renderPassage(shown, messages))],
    components: pageButtons(page, pages, reply.turn, messages),
  };
}

/**
 * The query that a page of passages was made for, read from the message itself: a query is longer
 * than a button's id may be, and this way the buttons go on working without anything being kept.
 */
export function queryOf(
  embeds: readonly { readonly description?: string | null }[],
): string | undefined {
  const shown = /\n> (.+)$/.exec(embeds[0]?.description ?? '')?.[1];
  return shown === undefined ? undefined : unescape(shown);
}

function headingOf({ heading }: PassagesReply, messages: Messages): string {
  return heading === 'nearest' ? messages.unanswered.nearest : messages.passages[heading];
}

function renderPassage({ passage, article }: ShownPassage, messages: Messages): APIEmbed {
  const footer = [...byline(article, messages), placeOf(passage.start, article, messages)];
  return {
    ...heading(article, MAX_TITLE),
    color: ACCENT,
    description: quote(passage.text, {}, MAX_QUOTE),
    footer: { text: footer.join(' · ') },
  };
}
