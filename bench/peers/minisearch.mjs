import MiniSearch from 'minisearch';

/**
 * BM25 over texts in memory, as MiniSearch does it by default.
 * @param {readonly string[]} texts
 * @returns {(query: string, limit: number) => number[]} indices of the best texts
 */
export function createPeer(texts) {
  const index = new MiniSearch({ fields: ['text'] });
  index.addAll(texts.map((text, id) => ({ id, text })));
  return (query, limit) =>
    index
      .search(query)
      .slice(0, limit)
      .map(({ id }) => id);
}
