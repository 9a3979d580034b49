import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { NewsdeskError } from '../errors.js';
import type { EvaluationSet } from './evaluation-set.js';
import { DocumentsFile, documentsSet } from './shapes/documents.js';
import { FaqFile, faqSet } from './shapes/faq.js';
import { NewsFile, newsSet } from './shapes/news.js';
import { SquadFile, squadSet } from './shapes/squad.js';

const Json = z.record(z.string(), z.unknown());

/**
 * Reads a file in any of the shapes that are measured on, told apart by what they hold: `data`
 * (SQuAD), `documents`, `pages` (questions and answers) or `weeks` (news).
 * @throws NewsdeskError `evaluation-file-unreadable`
 */
export async function readSet(file: string): Promise<EvaluationSet> {
  try {
    const json = Json.parse(JSON.parse(await readFile(file, 'utf8')));
    if ('documents' in json) return documentsSet(DocumentsFile.parse(json));
    if ('pages' in json) return faqSet(FaqFile.parse(json));
    if ('weeks' in json) return newsSet(NewsFile.parse(json));
    return squadSet(SquadFile.parse(json));
  } catch (error) {
    throw new NewsdeskError(
      'evaluation-file-unreadable',
      { file, reason: reasonOf(error) },
      { cause: error },
    );
  }
}

export function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError) {
    const issue = error.issues[0];
    return issue === undefined
      ? 'not in a known shape'
      : `${issue.path.join('.')}: ${issue.message}`;
  }
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
    return 'there is no such file';
  }
  return error instanceof Error ? error.message : String(error);
}
