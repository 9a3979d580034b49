import { EMBED } from '../limits.js';
import type { Messages } from '../messages/index.js';
import { quote } from '../text/quote.js';
import { byline, heading, placeOf } from './article-line.js';
import { ACCENT, type Payload } from './payload.js';
import type { ContextReply } from './reply.js';

const MAX_QUOTE = EMBED.description;

export function renderContext(reply: ContextReply, messages: Messages): Payload {
  const { article, text, start, answer } = reply;
  const marks = { bold: [{ start: answer.start - start, end: answer.end - start }] };
  const footer = [...byline(article, messages), placeOf(start, article, messages)];
  return {
    content: '',
    embeds: [
      {
        ...heading(article, EMBED.title),
        color: ACCENT,
        description: quote(text, marks, MAX_QUOTE),
        footer: { text: footer.join(' · ') },
      },
    ],
    components: [],
  };
}
