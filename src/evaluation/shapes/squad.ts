import { z } from 'zod';
import type { EvaluationSet, SetQuestion } from '../evaluation-set.js';

/** https://rajpurkar.github.io/SQuAD-explorer: XQuAD and version 1.1 and 2.0 of SQuAD have it. */
export const SquadFile = z.object({
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

/** Each paragraph is an article of its own, under its file's title. */
export function squadSet({ data }: z.infer<typeof SquadFile>): EvaluationSet {
  const paragraphs = data.flatMap(({ title, paragraphs: ofTitle }, article) =>
    ofTitle.map(({ context, qas }, paragraph) => {
      const group = title.replaceAll('_', ' ').trim();
      const name = `squad:${article}/${paragraph}`;
      const questions = qas.map(({ id, question, is_impossible, answers }): SetQuestion => {
        const asked = { id, question, group };
        if (is_impossible || answers.length === 0) return { ...asked, strange: 'near-miss' };
        const gold = answers.map(({ text, answer_start: start }) => ({ text, start }));
        return { ...asked, gold: { articles: [name], answers: gold, shown: 'any' } };
      });
      return { article: { name, text: context, title: group, read: 'plain' as const }, questions };
    }),
  );
  return {
    shape: 'squad',
    rooms: [
      {
        name: 'all',
        articles: paragraphs.map(({ article }) => article),
        questions: paragraphs.flatMap(({ questions }) => questions),
      },
    ],
    conversations: [],
  };
}
