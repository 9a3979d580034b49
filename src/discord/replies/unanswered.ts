import type { Messages } from '../messages/index.js';
import { inline } from '../text/inline.js';
import { aboutLine, asked } from './answer.js';
import { button, rows } from './buttons.js';
import { ACCENT, type Payload } from './payload.js';
import type { UnansweredReply } from './reply.js';

const MAX_WORDS = 12;
const MAX_WORD = 60;

export function renderUnanswered(reply: UnansweredReply, messages: Messages): Payload {
  const { question, lookedFor, recordId, article } = reply;
  const words = lookedFor
    .slice(0, MAX_WORDS)
    .map((word) => inline(word, MAX_WORD))
    .filter((word) => word !== '')
    .map((word) => `*${word}*`);
  const list = new Intl.ListFormat(messages.language, { type: 'conjunction' }).format(words);
  const description =
    aboutLine(article?.about, messages) +
    (words.length > 0 ? messages.unanswered.lookedFor(list) : '');
  return {
    content: '',
    embeds: [
      {
        ...asked(question),
        title: article === undefined ? messages.unanswered.title : messages.unanswered.articleTitle,
        color: ACCENT,
        ...(description !== '' && { description }),
      },
    ],
    components:
      recordId === undefined
        ? []
        : rows(
            button({ action: 'others', recordId }, { label: messages.buttons.nearest }),
            article === undefined
              ? undefined
              : button({ action: 'askAll', recordId }, { label: messages.buttons.askAll }),
          ),
  };
}
