import type { AskResult } from '../answering/answer.js';
import { beginConversation } from '../conversation/conversation.js';
import type { AskOptions, Newsdesk } from '../newsdesk.js';
import { askResultJson, conversationJson } from './ask-json.js';
import { failureOf } from './failure.js';
import type { Output } from './output.js';
import { DONE, FAILED } from './subcommand.js';
import { plainLine } from './text.js';
import { answerView } from './views/answer.js';

export interface BatchResult {
  readonly questions: number;
  readonly exitCode: number;
}

/** While one is ranked in this process, another is embedded in its own, and the next is there. */
const AT_A_TIME = 3;

/**
 * Answers a question a line, each told in its place as soon as it is known. One that fails is told
 * in its place too, and the rest is answered.
 */
export async function askBatch(
  newsdesk: Newsdesk,
  lines: AsyncIterable<string> | Iterable<string>,
  options: AskOptions,
  output: Output,
): Promise<BatchResult> {
  let exitCode = DONE;
  let questions = 0;
  let told = Promise.resolve();
  const underWay: Promise<void>[] = [];
  for await (const line of lines) {
    const question = line.trim();
    if (question === '') continue;
    questions += 1;
    const asked = newsdesk.ask(question, options).then(
      (result) => () => {
        tellAnswer(result, output);
      },
      (error: unknown) => () => {
        exitCode = FAILED;
        tellFailure(question, error, output);
      },
    );
    told = Promise.all([asked, told]).then(([tell]) => {
      tell();
    });
    underWay.push(told);
    if (underWay.length >= AT_A_TIME) await underWay.shift();
  }
  await told;
  return { questions, exitCode };
}

/** A question a line, each in the conversation of those before it; an empty line begins another. */
export async function askConversation(
  newsdesk: Newsdesk,
  lines: AsyncIterable<string> | Iterable<string>,
  options: AskOptions,
  output: Output,
): Promise<BatchResult> {
  let exitCode = DONE;
  let questions = 0;
  const conversation = beginConversation((question, conversation) =>
    newsdesk.ask(question, { ...options, conversation }),
  );
  for await (const line of lines) {
    const question = line.trim();
    if (question === '') {
      conversation.forget();
      continue;
    }
    questions += 1;
    try {
      const result = await conversation.ask(question);
      output.result(conversationJson(result), () => textOf(result, output));
    } catch (error) {
      exitCode = FAILED;
      tellFailure(question, error, output);
    }
  }
  return { questions, exitCode };
}

function tellAnswer(result: AskResult, output: Output): void {
  output.result(askResultJson(result), () => textOf(result, output));
}

function textOf(result: AskResult, output: Output): string {
  return `> ${plainLine(result.question)}\n${answerView(result, output)}\n\n`;
}

export function tellFailure(question: string, error: unknown, output: Output): void {
  const { code, message } = failureOf(error);
  output.problem(message);
  if (output.json) output.result({ question, error: { code, message } }, () => '');
}
