import { readFile } from 'node:fs/promises';
import { NewsdeskError } from '../errors.js';
import { reasonOf } from './read-set.js';
import { SquadFile } from './shapes/squad.js';

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
  /** None if the paragraph does not answer it (SQuAD 2.0). */
  readonly answers: readonly { readonly text: string; readonly start: number }[];
}

/** @throws NewsdeskError `evaluation-file-unreadable` */
export async function readSquad(file: string): Promise<SquadParagraph[]> {
  try {
    const { data } = SquadFile.parse(JSON.parse(await readFile(file, 'utf8')));
    return data.flatMap(({ title, paragraphs }, article) =>
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
  } catch (error) {
    throw new NewsdeskError(
      'evaluation-file-unreadable',
      { file, reason: reasonOf(error) },
      { cause: error },
    );
  }
}
