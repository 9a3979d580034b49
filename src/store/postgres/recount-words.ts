import { addWords, type WordedArticle } from './article-words.js';
import type { Queries } from './database.js';
import { partsOf } from './delete-articles.js';

/** Counts the words of all articles again, inside the caller's transaction. */
export async function recountWords(queries: Queries): Promise<void> {
  await queries.rows('TRUNCATE newsdesk.postings, newsdesk.stems, newsdesk.terms');
  await queries.rows(
    'UPDATE newsdesk.meta SET passages = 0, words = 0, generation = generation + 1',
  );
  for await (const article of wordedArticles(queries)) await addWords(queries, article);
}

/** All articles, one after the other. */
export async function* wordedArticles(
  queries: Queries,
): AsyncGenerator<WordedArticle & { readonly number: number }> {
  const numbers = await queries.rows<{ number: number }>(
    'SELECT number FROM newsdesk.articles ORDER BY number',
  );
  for (const { number } of numbers) {
    const [article] = await queries.rows<Omit<WordedArticle, 'passages'>>(
      'SELECT collection, title, text FROM newsdesk.articles WHERE number = $1',
      [number],
    );
    if (article === undefined) continue;
    const { passages } = await partsOf(queries, number);
    yield { ...article, number, passages };
  }
}
