import type { APIEmbed } from 'discord.js';
import { EMBED, PASSAGES_PER_PAGE, QUESTION } from '../limits.js';
import type { Messages } from '../messages/index.js';
import { unescape } from '../text/escape.js';
import { inline } from '../text/inline.js';
import { snippet } from '../text/snippet.js';
import { linkedTitle, placeOf } from './article-line.js';
import { pageButtons } from './buttons.js';
import { ACCENT, contentOf, type Payload } from './payload.js';
import type { PassagesReply, ShownPassage } from './reply.js';

/** On a wide screen a line; on a phone three. */
const MAX_SNIPPET = 160;
const MAX_TITLE = 90;
/** With its line break, each of a page's passages; a link may take 150 of these. */
const MAX_PASSAGE = Math.floor(EMBED.description / PASSAGES_PER_PAGE) - 1;
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
  };
  const list: APIEmbed = {
    color: ACCENT,
    description: passages.map((shown) => twoLines(shown, reply.query, messages)).join('\n'),
    footer: { text: messages.page(page + 1, pages) },
  };
  return {
    content: '',
    embeds: [query, list],
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

/** The article and where in it, and below that the words themselves: a line each. */
function twoLines({ passage, article }: ShownPassage, query: string, messages: Messages): string {
  const head = `${linkedTitle(article, MAX_TITLE)} · ${placeOf(passage.start, article, messages)}`;
  const max = Math.min(MAX_SNIPPET, MAX_PASSAGE - head.length - 1);
  return `${head}\n${snippet(passage.text, query, max)}`;
}
