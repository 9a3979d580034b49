import { createInterface } from 'node:readline';
import type { Newsdesk } from '../newsdesk.js';
import { scopeOf } from '../store/store.js';
import { askBatch, tellFailure } from './batch.js';
import { askResultJson } from './ask-json.js';
import type { Session } from './session.js';
import { DONE } from './subcommand.js';
import { answerView } from './views/answer.js';

const SAMPLE_QUESTION = "Who is in Putin's delegation?";
const PROMPT = '> ';

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
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: PROMPT });
  const close = (): void => {
    lines.close();
  };
  lines.on('SIGINT', close);
  signal.addEventListener('abort', close, { once: true });
  lines.prompt();
  for await (const line of lines) {
    const question = line.trim();
    if (question !== '') {
      try {
        const result = await newsdesk.ask(question, { scope: scopeOf() });
        output.result(askResultJson(result), () => `${answerView(result, output)}\n\n`);
      } catch (error) {
        tellFailure(question, error, output);
      }
    }
    if (!signal.aborted) lines.prompt();
  }
  output.note('\n');
  return DONE;
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
  const { questions, exitCode } = await askBatch(newsdesk, lines, options, output);
  if (questions > 0 || signal.aborted) return exitCode;
  return (await askBatch(newsdesk, [SAMPLE_QUESTION], options, output)).exitCode;
}
