import { z } from 'zod';
import type { EvaluationSet } from '../evaluation-set.js';

export const DocumentsFile = z.object({
  documents: z.array(z.object({ file: z.string(), text: z.string() })),
  questions: z.array(
    z.object({
      file: z.string(),
      question: z.string(),
      gold: z.array(z.string()),
      kind: z.string().optional(),
    }),
  ),
  unanswerable: z
    .array(z.object({ question: z.string(), near: z.string().optional(), why: z.string() }))
    .default([]),
  conversations: z
    .array(
      z.object({
        turns: z.array(
          z.object({
            question: z.string(),
            file: z.string().nullish(),
            gold: z.array(z.string()).nullable(),
          }),
        ),
      }),
    )
    .default([]),
});

/** Documents of many kinds in one room; every gold string of a question must be shown. */
export function documentsSet(file: z.infer<typeof DocumentsFile>): EvaluationSet {
  const { documents, questions, unanswerable, conversations } = file;
  return {
    shape: 'documents',
    rooms: [
      {
        name: 'all',
        articles: documents.map(({ file: name, text }) => ({ name, text, read: 'file' })),
        questions: [
          ...questions.map(({ file: name, question, gold, kind }, index) => ({
            id: `question ${index}`,
            question,
            group: name,
            kind,
            gold: {
              articles: [name],
              answers: gold.map((text) => ({ text })),
              shown: 'all' as const,
            },
          })),
          ...unanswerable.map(({ question, near, why }, index) => ({
            id: `unanswerable ${index}`,
            question,
            group: near ?? '',
            kind: why,
            strange: why === 'off topic' ? ('off-topic' as const) : ('near-miss' as const),
          })),
        ],
      },
    ],
    conversations: conversations.map(({ turns }) => ({
      turns: turns.map(({ question, file: article, gold }) => ({
        question,
        article: article ?? undefined,
        gold,
      })),
    })),
  };
}
