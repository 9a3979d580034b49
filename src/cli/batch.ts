import type { AskResult } from '../answering/answer.js';
import type { AskOptions, Newsdesk } from '../newsdesk.js';
import { askResultJson } from './ask-json.js';
import { failureOf } from './failure.js';
import type { Output } from './output.js';
import { DONE, FAILED } from './subcommand.js';
import { plainLine } from './text.js';
import { answerView } from './views/answer.js';

export interface BatchResult {
  readonly questions: number;
  readonly exitCode: number;
}

/**
 * Answers a question a line, one after another: two at a time were slower, since both embedding and
 * ranking keep a core busy. A question that fails is told in its place, and the rest is answered.
 */
export async function askBatch(
  newsdesk: Newsdesk,
  lines: AsyncIterable<string> | Iterable<string>,
  options: AskOptions,
  output: Output,
): Promise<BatchResult> {
  let exitCode = DONE;
  let questions = 0;
  for await (const line of lines) {
    const question = line.trim();
    if (question === '') continue;
    questions += 1;
    try {
      tellAnswer(await newsdesk.ask(question, options), output);
    } catch (error) {
      exitCode = FAILED;
      tellFailure(question, error, output);
    }
  }
  return { questions, exitCode };
}

function tellAnswer(result: AskResult, output: Output): void {
  output.result(
    askResultJson(result),
    () => `> ${plainLine(result.question)}\n${answerView(result, output)}\n\n`,
  );
}

export function tellFailure(question: string, error: unknown, output: Output): void {
  const { code, message } = failureOf(error);
  output.problem(message);
  if (output.json) output.result({ question, error: { code, message } }, () => '');
}
