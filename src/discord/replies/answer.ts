import type { AnswerText } from '../../answering/answer.js';
import { shortAnswer } from '../../answering/short-answer.js';
import { shownAnswer, type ShownAnswer } from '../../answering/shown-answer.js';
import { surenessOf } from '../../answering/sureness.js';
import type { Span } from '../../text/span.js';
import { VERSION_LENGTH } from '../custom-id.js';
import { EMBED } from '../limits.js';
import type { Messages } from '../messages/index.js';
import { inline, plain } from '../text/inline.js';
import { quote } from '../text/quote.js';
import { quoteCode } from '../text/quote-code.js';
import { byline, heading, placeOf } from './article-line.js';
import { button, DOWN, rows, UP } from './buttons.js';
import { ACCENT, type Payload } from './payload.js';
import type { AnswerReply } from './reply.js';

/** More than this is no longer read in a chat. */
const MAX_QUOTE = 2400;
/** Sentences on each side of those that answer; the rest is behind a button. */
const NEIGHBOURS = 1;

export function renderAnswer(reply: AnswerReply, messages: Messages): Payload {
  const { answer, article, question, recordId, gist } = reply;
  const footer = [
    ...byline(article, messages),
    placeOf(answer.start, article, messages),
    gist ? messages.answer.gist : sureOf(reply.confidence, messages),
  ].filter((part) => part !== '');
  const vote = (action: 'up' | 'down', emoji: string) =>
    recordId === undefined ? undefined : button({ action, recordId }, { emoji });
  const shown = shownAnswer(answer, NEIGHBOURS);
  return {
    content: gist ? '' : shortLine(shown),
    embeds: [
      {
        ...asked(question),
        ...heading(article, EMBED.title),
        color: ACCENT,
        description: aboutLine(reply.about, messages) + described(answer, shown),
        footer: { text: footer.join(' · ') },
      },
    ],
    components: rows(
      hasMore(shown.part, article)
        ? button(
            {
              action: 'context',
              articleId: answer.articleId,
              start: answer.start,
              end: answer.end,
              version: article.contentHash.slice(0, VERSION_LENGTH),
            },
            { label: messages.buttons.context },
          )
        : undefined,
      recordId === undefined
        ? undefined
        : button({ action: 'others', recordId }, { label: messages.buttons.others }),
      vote('up', UP),
      vote('down', DOWN),
    ),
  };
}

const MAX_HEADING = 150;
const MAX_OUTLINE = 500;

/** The headings above the answer on a small line, then the answer in its passage. */
function described(answer: AnswerText, shown: ShownAnswer): string {
  const { heading: path, outline, text, bold, marked, isCode } = shown;
  const headings = inline(path, MAX_HEADING);
  const line = headings === '' ? '' : `-# **${headings}**\n`;
  const body = isCode
    ? quoteCode(answer.text, MAX_QUOTE)
    : quote(text, { bold, underlined: marked }, MAX_QUOTE);
  const sections = inline(outline, MAX_OUTLINE);
  return line + body + (sections === '' ? '' : `\n-# ▸ ${sections}`);
}

/** Longer ones are no short answer. */
const MAX_SHORT = 180;

/** The words that answer, ahead of all else; empty if none are marked. */
function shortLine(shown: ShownAnswer): string {
  const said = shortAnswer(shown)
    .map((word) => inline(word, MAX_SHORT))
    .filter((word) => word !== '');
  const line = said.map((word) => `**${word}**`).join(' · ');
  // Outside of an embed Discord would unfold a preview of an address.
  return line.length > MAX_SHORT || line.includes('://') ? '' : line;
}

/** A title line, its marks and empty lines are nothing that anybody misses. */
const FURNITURE = 16;
const LONGEST_HEADLINE = 80;

/** Whether the article says more than what is shown of it. */
function hasMore({ start, end }: Span, { characters, title }: AnswerReply['article']): boolean {
  return characters - (end - start) > Math.min(title.length, LONGEST_HEADLINE) + FURNITURE;
}

const MAX_ABOUT = 100;

/** What a follow-up was understood to be about, on a line of its own. */
export function aboutLine(about: string | undefined, messages: Messages): string {
  return about === undefined ? '' : `-# ${messages.answer.about(inline(about, MAX_ABOUT))}\n`;
}

/** The question above the reply, if Discord does not show it anyway. */
export function asked(question: string | undefined): { author?: { name: string } } {
  const name = plain(question ?? '', EMBED.author);
  return name === '' ? {} : { author: { name } };
}

function sureOf(confidence: number | undefined, messages: Messages): string {
  return confidence === undefined ? '' : messages.sureness[surenessOf(confidence)];
}
