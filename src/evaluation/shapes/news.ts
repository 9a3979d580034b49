import { z } from 'zod';
import type { EvaluationSet, SetQuestion } from '../evaluation-set.js';

export const NewsFile = z.object({
  weeks: z.array(
    z.object({
      week: z.string(),
      articles: z.array(z.object({ id: z.string(), title: z.string(), text: z.string() })),
      questions: z.array(
        z.object({
          question: z.string(),
          answers: z.array(z.string()),
          /** Ids of the articles that hold an accepted answer. */
          holders: z.array(z.string()),
        }),
      ),
    }),
  ),
});

type Week = z.infer<typeof NewsFile>['weeks'][number];

/**
 * A room for each week's pages, asked its own questions and those of the other weeks, which are off
 * its topics. Questions that no page of their week holds an answer to are left out.
 */
export function newsSet({ weeks }: z.infer<typeof NewsFile>): EvaluationSet {
  const asked = new Map(weeks.map((week) => [week, questionsOf(week)]));
  return {
    shape: 'news',
    rooms: weeks.map((week) => ({
      name: week.week,
      articles: week.articles.map(({ id, title, text }) => ({
        name: `${id}.txt`,
        text,
        title,
        read: 'file',
      })),
      questions: [
        ...(asked.get(week) ?? []),
        ...weeks
          .filter((other) => other !== week)
          .flatMap((other) => asked.get(other) ?? [])
          .map(({ id, question, group }) => ({
            id: `${id} in ${week.week}`,
            question,
            group,
            strange: 'off-topic' as const,
          })),
      ],
    })),
    conversations: [],
  };
}

function questionsOf({ week, questions }: Week): SetQuestion[] {
  return questions.flatMap(({ question, answers, holders }, index) =>
    holders.length === 0
      ? []
      : [
          {
            id: `${week}/${index}`,
            question,
            group: week,
            gold: {
              articles: holders.map((id) => `${id}.txt`),
              answers: answers.map((text) => ({ text })),
              shown: 'any' as const,
            },
          },
        ],
  );
}
