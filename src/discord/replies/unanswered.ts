import type { Messages } from '../messages/index.js';
import { inline } from '../text/inline.js';
import { aboutLine, asked } from './answer.js';
import { button, rows } from './buttons.js';
import { ACCENT, type Payload } from './payload.js';
import type { UnansweredReply } from './reply.js';

const MAX_WORDS = 12;
const MAX_WORD = 60;

export function renderUnanswered(reply: UnansweredReply, messages: Messages): Payload {
  const { question, recordId, article } = reply;
  const description = aboutLine(article?.about, messages) + descriptionOf(reply, messages);
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

/** What is mentioned and what is missing, or else the words that were looked for. */
function descriptionOf({ gap, lookedFor }: UnansweredReply, messages: Messages): string {
  if (gap !== undefined) {
    const mentioned = listed(gap.mentioned, messages, 'conjunction');
    const missing = listed(gap.missing, messages, 'disjunction');
    if (mentioned !== '' && missing !== '') return messages.unanswered.gap(mentioned, missing);
  }
  const words = listed(lookedFor, messages, 'conjunction');
  return words === '' ? '' : messages.unanswered.lookedFor(words);
}

function listed(
  words: readonly string[],
  { language }: Messages,
  type: 'conjunction' | 'disjunction',
): string {
  const shown = words
    .slice(0, MAX_WORDS)
    .map((word) => inline(word, MAX_WORD))
    .filter((word) => word !== '')
    .map((word) => `*${word}*`);
  return new Intl.ListFormat(language, { type }).format(shown);
}
