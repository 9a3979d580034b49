import type { Messages } from '../messages/index.js';
import { inline } from '../text/inline.js';
import { dateOf } from './article-line.js';
import { pageButtons } from './buttons.js';
import { ACCENT, contentOf, type Payload } from './payload.js';
import type { OpenQuestionsReply } from './reply.js';

/** Ten of them are within an embed's description. */
const MAX_QUESTION = 310;

export function renderOpenQuestions(reply: OpenQuestionsReply, messages: Messages): Payload {
  const { questions, page, pages } = reply;
  if (questions.length === 0) return contentOf(messages.open.none);
  const lines = questions.map(({ question, count, lastAskedAt }) => {
    const asked = messages.open.asked(count, dateOf(lastAskedAt, messages));
    return `${inline(question, MAX_QUESTION)}\n-# ${asked}`;
  });
  return {
    content: '',
    embeds: [
      {
        title: messages.open.title,
        color: ACCENT,
        description: lines.join('\n'),
        footer: { text: messages.page(page + 1, pages) },
      },
    ],
    components: pageButtons(
      page,
      pages,
      (to) => ({ action: 'unansweredPage', page: to }),
      messages,
    ),
  };
}
