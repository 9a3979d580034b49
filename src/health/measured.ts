import type { Embedder } from '../embedding/embedder.js';
import type { Newsdesk } from '../newsdesk.js';
import type { Figures } from './figures.js';

/** The same Newsdesk, whose questions, searches and runs are counted and timed. */
export function measuredNewsdesk(newsdesk: Newsdesk, figures: Figures): Newsdesk {
  const measured: Partial<Newsdesk> = {
    ask: async (question, options) => {
      const result = await figures.time('ask', () => newsdesk.ask(question, options));
      figures.asked(result);
      return result;
    },
    search: (query, options) => figures.time('search', () => newsdesk.search(query, options)),
    index: (sources, options) => figures.time('index', () => newsdesk.index(sources, options)),
    indexUpload: (upload, options) =>
      figures.time('index', () => newsdesk.indexUpload(upload, options)),
    refreshArticles: (ids, options) =>
      figures.time('index', () => newsdesk.refreshArticles(ids, options)),
  };
  return new Proxy(newsdesk, {
    get(target, name): unknown {
      const value: unknown = Reflect.get(measured, name) ?? Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      // A method that is not measured reads its object's private fields.
      const bound: unknown = value.bind(target);
      return bound;
    },
  });
}

/** The same embedder, whose queue is counted and whose work for questions is timed. */
export function measuredEmbedder(embedder: Embedder, figures: Figures): Embedder {
  const measured: Pick<Embedder, 'embed' | 'embedWords'> = {
    embed: (texts, priority, signal) =>
      figures.queued(priority, texts.length, () => {
        const work = () => embedder.embed(texts, priority, signal);
        return priority === 'question' ? figures.time('embed', work) : work();
      }),
    embedWords: (texts, priority, signal) =>
      figures.queued(priority, texts.length, () => {
        const work = () => embedder.embedWords(texts, priority, signal);
        return priority === 'question' ? figures.time('embed', work) : work();
      }),
  };
  return {
    ...measured,
    model: () => embedder.model(),
    countTokens: (texts, priority) => embedder.countTokens(texts, priority),
    close: () => embedder.close(),
    reader: embedder.reader,
  };
}
