import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig } from '../../src/config.js';
import { createMemory } from '../../src/conversation/memory.js';
import { createAllowance } from '../../src/discord/allowance.js';
import { answerQuestion } from '../../src/discord/answer-question.js';
import type { Call } from '../../src/discord/call.js';
import { createCatalogue } from '../../src/discord/catalogue.js';
import { messagesFor } from '../../src/discord/messages/index.js';
import type { Payload } from '../../src/discord/replies/payload.js';
import { render } from '../../src/discord/replies/render.js';
import { createLog } from '../../src/log.js';
import { openNewsdesk } from '../../src/open.js';
import { scopeOf } from '../../src/store/store.js';
import { PACKAGE_DIR } from '../../src/version.js';

export interface AnsweredQuestion {
  readonly question: string;
  readonly payload: Payload;
  readonly isPrivate: boolean;
}

/** Asks the first article, and returns what the bot would send to Discord. */
export async function askFirstArticle(
  questions: readonly { readonly question: string; readonly isPrivate: boolean }[],
): Promise<AnsweredQuestion[]> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'newsdesk-picture-'));
  const config = readConfig({ NEWSDESK_DATA_DIR: dataDir });
  const newsdesk = await openNewsdesk(config, { log: createLog('warn') });
  try {
    await newsdesk.index([path.join(PACKAGE_DIR, 'data', 'articles')]);
    const catalogue = createCatalogue(newsdesk);
    await catalogue.reload();
    const call: Call = {
      newsdesk,
      catalogue,
      settings: config.discord,
      additions: createAllowance(0, 0),
      fetchFile: () => Promise.reject(new Error('Nothing is fetched for a picture.')),
      conversations: createMemory(),
      guildId: undefined,
      userId: '0',
      askedBy: '0',
      speaker: { channel: '0', person: '0' },
      countQuestion: () => undefined,
      scope: scopeOf(),
      isManager: false,
      signal: new AbortController().signal,
      progress: () => undefined,
    };
    const answered: AnsweredQuestion[] = [];
    for (const { question, isPrivate } of questions) {
      const reply = await answerQuestion(call, { question, isPrivate, showQuestion: false });
      answered.push({ question, isPrivate, payload: render(reply, messagesFor('en-US')) });
    }
    return answered;
  } finally {
    await newsdesk.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}
