import { hasCharacters } from '../../../text/unspaced.js';
import { addWords } from '../article-words.js';
import type { Queries } from '../database.js';
import { partsOf } from '../delete-articles.js';

interface ArticleRow {
  readonly number: number;
  readonly collection: number;
  readonly title: string;
  readonly text: string;
}

/**
 * Chinese and Japanese are found by pairs of characters, and were by all that stands between two
 * spaces. By which words an article was found isn't known any longer, so that all are counted again
 * if one is written so.
 */
export async function pairsOfCharacters(queries: Queries): Promise<void> {
  const { rows } = queries;
  const numbers = (
    await rows<{ number: number }>('SELECT number FROM newsdesk.articles ORDER BY number')
  ).map(({ number }) => number);
  if (!(await haveCharacters(queries, numbers))) return;
  await rows('TRUNCATE newsdesk.postings, newsdesk.stems, newsdesk.terms');
  await rows('UPDATE newsdesk.meta SET passages = 0, words = 0, generation = generation + 1');
  for (const number of numbers) {
    const article = await articleOf(queries, number);
    if (article === undefined) continue;
    const { passages } = await partsOf(queries, number);
    await addWords(queries, { ...article, passages });
  }
}

async function haveCharacters(queries: Queries, numbers: readonly number[]): Promise<boolean> {
  for (const number of numbers) {
    const article = await articleOf(queries, number);
    if (article !== undefined && hasCharacters(`${article.title}\n${article.text}`)) return true;
  }
  return false;
}

async function articleOf({ rows }: Queries, number: number): Promise<ArticleRow | undefined> {
  const [article] = await rows<ArticleRow>(
    'SELECT number, collection, title, text FROM newsdesk.articles WHERE number = $1',
    [number],
  );
  return article;
}
