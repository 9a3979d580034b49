import { countTerms } from '../rows/terms.js';
import type { Problem } from '../store.js';
import { indexedPassages } from './article-words.js';
import type { Database, Queries } from './database.js';
import { recountWords, wordedArticles } from './recount-words.js';

interface Sums {
  readonly count: number;
  readonly said: number;
  readonly length: number;
}

const NOTHING: Sums = { count: 0, said: 0, length: 0 };

/**
 * Compares how much each article is found by with what its text gives, and what is counted of
 * words with what there is; repair counts all again.
 */
export async function wordProblems(database: Database, repair: boolean): Promise<Problem[]> {
  const problems: Problem[] = [];
  // In a transaction, which may take longer than a question waits.
  const { keywords, terms } = await database.transaction(wrongWords);
  if (keywords) {
    problems.push({
      code: 'keywords-wrong',
      message: 'The keyword index does not fit the texts.',
    });
  }
  if (terms) {
    problems.push({
      code: 'terms-wrong',
      message: 'The list of words does not fit the texts.',
    });
  }
  if (repair && problems.length > 0) await database.transaction(recountWords);
  return problems;
}

async function wrongWords(queries: Queries): Promise<{ keywords: boolean; terms: boolean }> {
  const found = await sumsByArticle(queries);
  const terms = await termsByCollection(queries);
  let [passages, words] = [0, 0];
  let keywords = await wrongStems(queries);
  for await (const article of wordedArticles(queries)) {
    const indexed = indexedPassages(article);
    passages += indexed.length;
    words += indexed.reduce((sum, { length }) => sum + length, 0);
    const wanted = indexed.reduce(
      (sums, { postings, length }) => ({
        count: sums.count + postings.length,
        said: sums.said + postings.reduce((sum, { said }) => sum + said, 0),
        length: sums.length + postings.length * length,
      }),
      NOTHING,
    );
    const has = found.get(article.number) ?? NOTHING;
    if (wanted.count !== has.count || wanted.said !== has.said || wanted.length !== has.length)
      keywords = true;
    found.delete(article.number);
    const counted = [...countTerms(article, article.passages).values()];
    terms.set(
      article.collection,
      (terms.get(article.collection) ?? 0) - counted.reduce((sum, count) => sum + count, 0),
    );
  }
  const [totals] = await queries.rows<{ passages: number; words: number }>(
    'SELECT passages, words FROM newsdesk.meta',
  );
  return {
    keywords: keywords || found.size > 0 || totals?.passages !== passages || totals.words !== words,
    terms: [...terms.values()].some((left) => left !== 0),
  };
}

/** By the articles' numbers; 0 for what belongs to none. */
async function sumsByArticle({ rows }: Queries): Promise<Map<number, Sums>> {
  const found = await rows<Sums & { article: number }>(
    `SELECT coalesce(p.article, 0) AS article, count(*) AS count,
       sum(o.said::float8) AS said, sum(o.length) AS length
     FROM newsdesk.postings AS o LEFT JOIN newsdesk.passages AS p ON p.id = o.passage
     GROUP BY 1`,
  );
  return new Map(found.map(({ article, ...sums }) => [article, sums]));
}

async function termsByCollection({ rows }: Queries): Promise<Map<number, number>> {
  const found = await rows<{ collection: number; passages: number }>(
    'SELECT collection, sum(passages) AS passages FROM newsdesk.terms GROUP BY collection',
  );
  return new Map(found.map(({ collection, passages }) => [collection, passages]));
}

async function wrongStems({ rows }: Queries): Promise<boolean> {
  const found = await rows(
    `SELECT FROM (SELECT stem, count(*) AS passages FROM newsdesk.postings GROUP BY stem) AS found
       FULL JOIN newsdesk.stems AS s ON s.number = found.stem
     WHERE found.passages IS DISTINCT FROM s.passages LIMIT 1`,
  );
  return found.length > 0;
}
