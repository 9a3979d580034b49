import type { Messages } from '../messages/index.js';
import { linkedTitle } from './article-line.js';
import { errorText } from './error.js';
import { ACCENT, type Payload } from './payload.js';
import type { Change, ChangesReply } from './reply.js';

/** With their links and errors these are within an embed’s description. */
const MAX_CHANGES = 6;
const MAX_TITLE = 90;

export function renderChanges(reply: ChangesReply, messages: Messages): Payload {
  const { changes, reread } = reply;
  const left = changes.length - MAX_CHANGES;
  const lines = [
    ...changes.slice(0, MAX_CHANGES).map((change) => renderChange(change, messages)),
    ...(left > 0 ? [messages.changes.more(left)] : []),
    ...(reread === true ? [`\n${messages.changes.reread}`] : []),
  ];
  return {
    content: '',
    embeds: [{ color: ACCENT, description: lines.join('\n') }],
    components: [],
  };
}

function renderChange(change: Change, messages: Messages): string {
  const { status, passages, error } = change;
  const facts = [
    messages.changes[status],
    ...(passages === undefined || passages === 0 ? [] : [messages.passageCount(passages)]),
    ...(error === undefined ? [] : [errorText(error.code, error.details, messages)]),
  ];
  return `${linkedTitle(change, MAX_TITLE)}\n-# ${facts.join(' · ')}`;
}
