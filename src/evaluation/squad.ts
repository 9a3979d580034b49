import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { NewsdeskError } from '../errors.js';

/** https://rajpurkar.github.io/SQuAD-explorer: XQuAD and version 1.1 and 2.0 of SQuAD have it. */
const SquadFile = z.object({
  data: z.array(
    z.object({
      title: z.string().default(''),
      paragraphs: z.array(
        z.object({
          context: z.string(),
          qas: z.array(
            z.object({
              id: z.union([z.string(), z.number()]).transform(String),
              question: z.string(),
              is_impossible: z.boolean().default(false),
              answers: z
                .array(z.object({ text: z.string(), answer_start: z.number().int() }))
                .default([]),
            }),
          ),
        }),
      ),
    }),
  ),
});

export interface SquadParagraph {
  /** Found again by it; unlike in every paragraph of the file. */
  readonly source: string;
  readonly title: string;
  readonly text: string;
  readonly questions: readonly SquadQuestion[];
}

export interface SquadQuestion {
  readonly id: string;
  readonly question: string;
  /** None where the paragraph does not answer it (SQuAD 2.0). */
  readonly answers: readonly { readonly text: string; readonly start: number }[];
}

/** @throws NewsdeskError `evaluation-file-unreadable` */
export async function readSquad(file: string): Promise<SquadParagraph[]> {
  let parsed: z.infer<typeof SquadFile>;
  try {
    parsed = SquadFile.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    throw new NewsdeskError(
      'evaluation-file-unreadable',
      { file, reason: reasonOf(error) },
      { cause: error },
    );
  }
  return parsed.data.flatMap(({ title, paragraphs }, article) =>
    paragraphs.map(({ context, qas }, paragraph) => ({
      source: `squad:${article}/${paragraph}`,
      title: title.replaceAll('_', ' ').trim(),
      text: context,
      questions: qas.map(({ id, question, is_impossible, answers }) => ({
        id,
        question,
        answers: is_impossible
          ? []
          : answers.map(({ text, answer_start: start }) => ({ text, start })),
      })),
    })),
  );
}

function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError) {
    const issue = error.issues[0];
    return issue === undefined
      ? 'not in SQuAD format'
      : `${issue.path.join('.')}: ${issue.message}`;
  }
  return error instanceof Error ? error.message : String(error);
}
