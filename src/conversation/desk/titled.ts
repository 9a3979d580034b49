import { indexOfTitle } from '../../retrieval/text-index.js';
import { isStopWord } from '../../text/stop-words.js';
import { wordsOf } from '../../text/words.js';
import type { ArticleSummary } from '../../store/store.js';

/** The articles whose titles have most of these words, at least one; all of equal rank. */
export function articlesTitled(
  articles: readonly ArticleSummary[],
  words: string,
): ArticleSummary[] {
  const stems = wordsOf(words)
    .filter(({ text }) => !isStopWord(text))
    .map(({ stem }) => stem);
  const met = articles.map((article) => {
    const { positions } = indexOfTitle(article.title);
    return { article, share: stems.filter((stem) => positions.has(stem)).length };
  });
  const most = Math.max(0, ...met.map(({ share }) => share));
  return most === 0 ? [] : met.filter(({ share }) => share === most).map(({ article }) => article);
}
