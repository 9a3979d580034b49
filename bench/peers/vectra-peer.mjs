import path from 'node:path';
import { LocalDocumentIndex } from 'vectra';
import { embed, useModelFolder } from './embeddings.mjs';

/**
 * vectra's document index with transformers.js. Favoured: one text in a call, and titles in the
 * text. Its keywords (`isBm25`) are off: 0.12.3, the newest for Node 20, makes a new engine for each
 * question and ends the process with "Invalid string length" after some twenty.
 */
export async function open({ folder, models, favoured }) {
  useModelFolder(models);
  const embeddings = {
    maxTokens: 8000,
    async createEmbeddings(inputs) {
      const texts = Array.isArray(inputs) ? inputs : [inputs];
      return { status: 'success', output: await embed(texts, favoured ? 1 : texts.length) };
    },
  };
  const index = new LocalDocumentIndex({ folderPath: path.join(folder, 'vectra'), embeddings });
  if (!(await index.isIndexCreated())) await index.createIndex({ version: 1 });
  const upsert = ({ source, title, text }) =>
    index.upsertDocument(source, favoured ? `${title}. ${text}` : text, 'txt', { title });
  return {
    async index(documents) {
      for (const document of documents) await upsert(document);
    },
    update: upsert,
    async save() {},
    async ask(question) {
      const documents = await index.queryDocuments(question, {
        maxDocuments: 5,
        maxChunks: 50,
      });
      return await Promise.all(
        documents.map(async (document) => ({
          source: document.uri,
          shown: (await document.renderSections(500, 1))[0]?.text ?? '',
        })),
      );
    },
    async close() {},
  };
}
