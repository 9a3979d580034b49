import { readSquad } from '../src/evaluation/squad.js';
import { makeArticles } from './corpus.js';
import type { PeerWork } from './peers.js';

/** Paragraphs and questions of a file in SQuAD format, each paragraph a document of its own. */
export async function squadWork(file: string): Promise<PeerWork> {
  const paragraphs = await readSquad(file);
  const named = paragraphs.map((paragraph, at) => ({ ...paragraph, source: `paragraph-${at}` }));
  return {
    documents: named.map(({ source, title, text }) => ({ source, title, text })),
    questions: named.flatMap(({ source, questions }) =>
      questions
        .filter(({ answers }) => answers.length > 0)
        .map(({ question, answers }) => ({
          question,
          source,
          answers: answers.map(({ text }) => text),
        })),
    ),
  };
}

/** Made-up local news, for whoever has no such file at hand: it says little about how right answers are. */
export function madeUpWork(articles: number): PeerWork {
  const made = makeArticles(articles).map((article, at) => ({
    ...article,
    source: `article-${at}`,
  }));
  return {
    documents: made.map(({ source, text }) => ({ source, title: source, text })),
    questions: made.flatMap(({ source, questions, text }) =>
      questions.map((question) => ({ question, source, answers: yearsOf(question, text) })),
    ),
  };
}

/** The years of the sentences that have what the question asks about. */
function yearsOf(question: string, text: string): string[] {
  const [, thing = '', act = '', subject = ''] =
    /^When was (.+) (\w+) by the (\w+) of/.exec(question) ?? [];
  return text
    .split(/(?<=\.)\s+/)
    .filter(
      (sentence) => sentence.includes(`the ${subject} of`) && sentence.includes(`${act} ${thing}`),
    )
    .flatMap((sentence) => /\b\d{4}\b/.exec(sentence)?.[0] ?? []);
}
