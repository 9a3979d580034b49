import type { AskResult } from '../answering/answer.js';
import type { AskOptions, Newsdesk } from '../newsdesk.js';
import { askResultJson } from './ask-json.js';
import { failureOf } from './failure.js';
import type { Output } from './output.js';
import { DONE, FAILED } from './subcommand.js';
import { answerView } from './views/answer.js';

/** One question is ranked while the next is embedded; more would only wait. */
const AT_ONCE = 2;

/**
 * Answers a question a line, in order and as soon as each is ready. A question that fails is told
 * in its place, and the rest is answered.
 */
export async function askBatch(
  newsdesk: Newsdesk,
  lines: AsyncIterable<string> | Iterable<string>,
  options: AskOptions,
  output: Output,
): Promise<number> {
  let exitCode = DONE;
  const told: Promise<void>[] = [];
  let last = Promise.resolve();
  for await (const line of lines) {
    const question = line.trim();
    if (question === '') continue;
    // Awaited at once, so that a failure is never nobody's.
    const settled = newsdesk.ask(question, options).then(
      (result) => () => {
        tellAnswer(result, output);
      },
      (error: unknown) => () => {
        exitCode = FAILED;
        tellFailure(question, error, output);
      },
    );
    last = last.then(async () => {
      (await settled)();
    });
    told.push(last);
    if (told.length >= AT_ONCE) await told.shift();
  }
  await last;
  return exitCode;
}

export function tellAnswer(result: AskResult, output: Output): void {
  output.result(
    askResultJson(result),
    () => `> ${result.question}\n${answerView(result, output)}\n\n`,
  );
}

export function tellFailure(question: string, error: unknown, output: Output): void {
  const { code, message } = failureOf(error);
  output.problem(message);
  if (output.json) output.result({ question, error: { code, message } }, () => '');
}
