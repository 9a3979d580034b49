import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { create, insertMultiple, load, save, search, update } from '@orama/orama';
import { embed, useModelFolder } from './embeddings.mjs';

const SCHEMA = { source: 'string', title: 'string', text: 'string', embedding: 'vector[384]' };

/** Orama's hybrid search. Favoured: any similarity counts, both halves weigh alike, English is stemmed. */
export async function open({ folder, models, favoured }) {
  useModelFolder(models);
  const file = path.join(folder, 'orama.json');
  const empty = () =>
    create({
      schema: SCHEMA,
      ...(favoured
        ? { components: { tokenizer: { language: 'english', stemming: true } } }
        : { language: 'english' }),
    });
  let database = empty();
  await readFile(file, 'utf8').then(
    (json) => {
      load(database, JSON.parse(json));
    },
    () => undefined,
  );
  const withVectors = async (documents) => {
    const vectors = await embed(
      documents.map(({ title, text }) => `${title}. ${text}`),
      favoured ? 1 : 32,
    );
    return documents.map(({ source, title, text }, at) => ({
      id: source,
      source,
      title,
      text,
      embedding: vectors[at],
    }));
  };
  return {
    async index(documents) {
      database = empty();
      await insertMultiple(database, await withVectors(documents));
    },
    async update(document) {
      const [record] = await withVectors([document]);
      await update(database, document.source, record);
    },
    async save() {
      await writeFile(file, JSON.stringify(save(database)));
    },
    async ask(question) {
      const [vector] = await embed([question]);
      const { hits } = await search(database, {
        mode: 'hybrid',
        term: question,
        vector: { value: vector, property: 'embedding' },
        properties: ['title', 'text'],
        limit: 5,
        ...(favoured ? { similarity: 0, hybridWeights: { text: 0.5, vector: 0.5 } } : {}),
      });
      return hits.map(({ document }) => ({ source: document.source, shown: document.text }));
    },
    async close() {},
  };
}
