import { access } from 'node:fs/promises';
import path from 'node:path';
import { HuggingFaceTransformersEmbeddings } from '@langchain/community/embeddings/huggingface_transformers';
import { HNSWLib } from '@langchain/community/vectorstores/hnswlib';
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';
import { MODEL, PRETRAINED, useModelFolder } from './embeddings.mjs';

/**
 * LangChain.js as its guides put it together. HNSWLib neither replaces nor removes, so that an
 * unchanged or an edited folder is indexed from the beginning. Favoured: one text in a call of the
 * model, which is quicker on a CPU, and each chunk begins with its article's title.
 */
export async function open({ folder, models, favoured }) {
  useModelFolder(models);
  const embeddings = new HuggingFaceTransformersEmbeddings({
    model: MODEL,
    pretrainedOptions: PRETRAINED,
  });
  if (favoured) embeddings.batchSize = 1;
  const splitter = new RecursiveCharacterTextSplitter();
  const directory = path.join(folder, 'langchain');
  const saved = await access(directory).then(
    () => true,
    () => false,
  );
  let store = saved ? await HNSWLib.load(directory, embeddings) : undefined;
  let known = [];
  const build = async (documents) => {
    known = documents;
    const chunks = await splitter.createDocuments(
      documents.map(({ text }) => text),
      documents.map(({ source, title }) => ({ source, title })),
    );
    const titled = favoured
      ? chunks.map((chunk) => ({
          ...chunk,
          pageContent: `${chunk.metadata.title}. ${chunk.pageContent}`,
        }))
      : chunks;
    store = await HNSWLib.fromDocuments(titled, embeddings);
  };
  return {
    index: build,
    update: (document) =>
      build(known.map((other) => (other.source === document.source ? document : other))),
    save: () => store.save(directory),
    async ask(question) {
      const hits = await store.similaritySearch(question, 5);
      return hits.map(({ pageContent, metadata }) => ({
        source: metadata.source,
        shown: pageContent,
      }));
    },
    async close() {},
  };
}
