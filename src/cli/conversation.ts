import { createInterface } from 'node:readline';
import { beginConversation, type Conversation } from '../conversation/conversation.js';
import { questionsIn } from '../conversation/questions-in.js';
import type { Newsdesk } from '../newsdesk.js';
import { scopeOf } from '../store/store.js';
import { askConversation, tellFailure } from './batch.js';
import { conversationJson } from './ask-json.js';
import type { Output } from './output.js';
import type { Session } from './session.js';
import { DONE } from './subcommand.js';
import { plainLine } from './text.js';
import { answerView } from './views/answer.js';

const SAMPLE_QUESTION = "Who is in Putin's delegation?";
const PROMPT = '> ';
/** Lines that the arrow keys bring back. */
const HISTORY = 200;
/** As on Discord. */
const LONGEST_QUESTION = 300;

const EXIT = /^(?:exit|quit|:q|bye|goodbye)$/i;
const HELP = /^(?:help|\?|h)$/i;
const ARTICLES = /^(?:articles|list)$/i;
const HELP_TEXT = `Ask a question a line; "and on Sunday?" or "how old is he?" go on from the last answer.
  articles  what can be asked about
  help      this
  exit      ends, as Ctrl-D does
`;

/**
 * The same conversation as on Discord, in the terminal: a question a line, until the input ends.
 * Without any input a sample question shows that it works.
 */
export function converse(session: Session, newsdesk: Newsdesk): Promise<number> {
  const isTerminal = process.stdin.isTTY;
  session.output.note(
    isTerminal
      ? 'DISCORD_TOKEN is not set, so the conversation is here: a question a line, Ctrl-D ends it.'
      : 'DISCORD_TOKEN is not set, so the conversation is here.',
  );
  return isTerminal ? converseByHand(session, newsdesk) : answerPiped(session, newsdesk);
}

async function converseByHand({ output, signal }: Session, newsdesk: Newsdesk): Promise<number> {
  const lines = createInterface({
    input: process.stdin,
    output: process.stdout,
    prompt: PROMPT,
    historySize: HISTORY,
    removeHistoryDuplicates: true,
  });
  const close = (): void => {
    lines.close();
  };
  lines.on('SIGINT', close);
  signal.addEventListener('abort', close, { once: true });
  const conversation = beginConversation((question, before) =>
    newsdesk.ask(question, { scope: scopeOf(), conversation: before }),
  );
  lines.prompt();
  for await (const line of lines) {
    const message = line.trim();
    if (EXIT.test(message)) break;
    if (message !== '') await reply(message, { newsdesk, conversation, output });
    if (!signal.aborted) lines.prompt();
  }
  lines.close();
  output.note('\n');
  return DONE;
}

interface Replying {
  readonly newsdesk: Newsdesk;
  readonly conversation: Conversation;
  readonly output: Output;
}

async function reply(message: string, { newsdesk, conversation, output }: Replying): Promise<void> {
  try {
    if (HELP.test(message)) {
      output.note(HELP_TEXT);
      return;
    }
    if (ARTICLES.test(message)) {
      await tellArticles(newsdesk, output);
      return;
    }
    const questions = questionsIn(message, LONGEST_QUESTION);
    if (questions.length === 0) output.note('That is long, and I find no question in it.\n');
    for (const question of questions) {
      const result = await conversation.ask(question);
      if (result.kind === 'list') await tellArticles(newsdesk, output);
      else output.result(conversationJson(result), () => `${answerView(result, output)}\n\n`);
    }
  } catch (error) {
    tellFailure(message, error, output);
  }
}

async function tellArticles(newsdesk: Newsdesk, output: Output): Promise<void> {
  const articles = await newsdesk.list(scopeOf());
  output.result(
    articles.map(({ id, title, source }) => ({ id, title, source })),
    () => `${articles.map(({ id, title }) => `${id}  ${plainLine(title)}`).join('\n')}\n\n`,
  );
}

async function answerPiped({ output, signal }: Session, newsdesk: Newsdesk): Promise<number> {
  const lines = createInterface({ input: process.stdin, crlfDelay: Infinity });
  signal.addEventListener(
    'abort',
    () => {
      lines.close();
    },
    { once: true },
  );
  const options = { scope: scopeOf() };
  const exit = new AbortController();
  const untilExit = linesBefore(lines, exit);
  const { questions, exitCode } = await askConversation(newsdesk, untilExit, options, output);
  // Whoever writes may hold the other end open.
  lines.close();
  if (questions > 0 || exit.signal.aborted || signal.aborted) return exitCode;
  return (await askConversation(newsdesk, [SAMPLE_QUESTION], options, output)).exitCode;
}

/** The lines before the one that ends the conversation; what follows that is not read. */
export async function* linesBefore(
  lines: AsyncIterable<string> | Iterable<string>,
  exit: AbortController,
): AsyncGenerator<string> {
  for await (const line of lines) {
    if (EXIT.test(line.trim())) {
      exit.abort();
      return;
    }
    yield line;
  }
}
