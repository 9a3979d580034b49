import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import MiniSearch from 'minisearch';

const FIELDS = { fields: ['title', 'text'], storeFields: ['text'], idField: 'source' };

/** BM25 alone. Favoured: titles count more, words may be misspelt, beginnings match. */
export async function open({ folder, favoured }) {
  const file = path.join(folder, 'minisearch.json');
  const options = favoured
    ? { ...FIELDS, searchOptions: { boost: { title: 1.5 }, fuzzy: 0.1, prefix: true } }
    : FIELDS;
  let index = await readFile(file, 'utf8').then(
    (json) => MiniSearch.loadJSON(json, options),
    () => new MiniSearch(options),
  );
  return {
    async index(documents) {
      index = new MiniSearch(options);
      index.addAll(documents);
    },
    async update(document) {
      index.replace(document);
    },
    async save() {
      await writeFile(file, JSON.stringify(index));
    },
    async ask(question) {
      return index
        .search(question)
        .slice(0, 5)
        .map(({ id, text }) => ({ source: id, shown: text }));
    },
    async close() {},
  };
}
