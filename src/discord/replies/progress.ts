import type { Messages } from '../messages/index.js';
import { contentOf, type Payload } from './payload.js';
import type { ProgressReply } from './reply.js';

export function renderProgress({ progress }: ProgressReply, messages: Messages): Payload {
  const { fetching, waiting, embedding, saving } = messages.progress;
  switch (progress.step) {
    case 'fetching':
      return contentOf(fetching);
    case 'waiting':
      return contentOf(waiting);
    case 'embedding':
      return contentOf(embedding(progress.texts.done, progress.texts.total));
    case 'saving':
      return contentOf(saving);
  }
}
