import { z } from 'zod';
import type { EvaluationSet, Room, SetArticle, SetQuestion } from '../evaluation-set.js';

const Page = z.object({
  title: z.string(),
  entries: z.array(z.object({ question: z.string(), answer: z.string(), html: z.string() })),
});

export const FaqFile = z.object({
  pages: z.array(Page),
  questions: z.array(
    z.object({ question: z.string(), page: z.number().int(), answer: z.string() }),
  ),
});

type FaqFile = z.infer<typeof FaqFile>;

/** The pages twice, as Markdown and as HTML, each asked in its own words and in people's. */
export function faqSet(file: FaqFile): EvaluationSet {
  return {
    shape: 'faq',
    rooms: [room(file, 'md', asMarkdown), room(file, 'html', asHtml)],
    conversations: [],
  };
}

function room(
  { pages, questions }: FaqFile,
  ending: string,
  write: (page: z.infer<typeof Page>) => string,
): Room {
  const nameOf = (page: number): string => `page-${page}.${ending}`;
  const asked = (id: string, kind: string, page: number, question: string, answer: string) =>
    ({
      id: `${ending} ${id}`,
      question,
      group: `page ${page}`,
      kind: `${kind}, ${ending}`,
      gold: {
        articles: holders(pages, answer).map(nameOf),
        answers: [{ text: answer }],
        shown: 'part',
      },
    }) satisfies SetQuestion;
  return {
    name: ending,
    articles: pages.map((page, index): SetArticle => ({
      name: nameOf(index),
      text: write(page),
      read: 'file',
    })),
    questions: [
      ...pages.flatMap(({ entries }, page) =>
        entries.map(({ question, answer }, index) =>
          asked(`${page}/${index}`, 'verbatim', page, question, answer),
        ),
      ),
      ...questions.map(({ question, page, answer }, index) =>
        asked(`reworded ${index}`, 'reworded', page, question, answer),
      ),
    ],
  };
}

/** The pages that give this answer: some share entries. */
function holders(pages: FaqFile['pages'], answer: string): number[] {
  return pages.flatMap(({ entries }, page) =>
    entries.some((entry) => entry.answer === answer) ? [page] : [],
  );
}

function asMarkdown({ title, entries }: z.infer<typeof Page>): string {
  const sections = entries.map(({ question, answer }) => `## ${question}\n\n${answer}\n`);
  return [`# ${title}\n`, ...sections].join('\n');
}

function asHtml({ title, entries }: z.infer<typeof Page>): string {
  const sections = entries.map(
    ({ question, html }) => `<h2>${escaped(question)}</h2>\n${html.replaceAll('\\"', '"')}`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title></head>
<body><main><article><h1>${escaped(title)}</h1>
${sections.join('\n')}
</article></main></body></html>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
