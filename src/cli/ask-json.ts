import type { AskResult } from '../answering/answer.js';

/** The answer object of `--json`. */
export function askResultJson(result: AskResult): unknown {
  const { question, answered, confidence, answer, passages, ms, kind, lookedFor } = result;
  return { question, answered, confidence, answer, passages, ms, kind, lookedFor };
}
