import { messagesFor, type Messages } from '../messages/index.js';
import { renderAnswer } from './answer.js';
import { renderArticles } from './articles.js';
import { renderChanges } from './changes.js';
import { renderContext } from './context.js';
import { renderChoice, renderFact } from './desk.js';
import { renderError } from './error.js';
import { renderHelp } from './help.js';
import { renderOpenQuestions } from './open-questions.js';
import { renderPassages } from './passages.js';
import { contentOf, type Payload } from './payload.js';
import { renderProgress } from './progress.js';
import { renderSeveral } from './several.js';
import type { Reply } from './reply.js';
import { renderUnanswered } from './unanswered.js';

/** How a reply looks. Pure: the same reply in the same language is always the same payload. */
export function render(reply: Reply, messages: Messages): Payload {
  switch (reply.kind) {
    case 'answer':
      return renderAnswer(reply, messages);
    case 'unanswered':
      return renderUnanswered(reply, messages);
    case 'note':
      return contentOf(
        (reply.language === undefined ? messages : messagesFor(reply.language)).notes[reply.note],
      );
    case 'several':
      return renderSeveral(reply, messages, render);
    case 'passages':
      return renderPassages(reply, messages);
    case 'context':
      return renderContext(reply, messages);
    case 'articles':
      return renderArticles(reply, messages);
    case 'fact':
      return renderFact(reply, messages);
    case 'choice':
      return renderChoice(reply, messages);
    case 'changes':
      return renderChanges(reply, messages);
    case 'progress':
      return renderProgress(reply, messages);
    case 'open':
      return renderOpenQuestions(reply, messages);
    case 'help':
      return renderHelp(reply, messages);
    case 'error':
      return renderError(reply, messages);
  }
}
