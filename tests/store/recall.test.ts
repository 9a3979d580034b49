import { describe, expect, it } from 'vitest';
import { SHARED, type NewArticle, type Store } from '../../src/store/store.js';
import { add, articleOf, storeIn, temporaryFolder, vectorFor } from './support.js';

const ARTICLES = 100;
const ROUNDS = 50;

function version(id: number, round: number): NewArticle {
  const paragraphs = Array.from({ length: 5 }, (_, p) => [
    `Sentence one of ${id}, ${p}, ${round}.`,
    `Sentence two of ${id}, ${p}, ${round}.`,
  ]);
  return articleOf(`a${id}`, paragraphs);
}

async function texts(store: Store, text: string): Promise<string[]> {
  const hits = await store.nearestPassages([SHARED], vectorFor(text), 10);
  const ids = hits.map(({ passageId }) => passageId);
  return (await store.passages(ids, [SHARED])).map((found) => found.text);
}

describe('a graph whose articles are replaced again and again', () => {
  it('keeps finding what exact search finds', async () => {
    const directory = await temporaryFolder();
    const graph = await storeIn(directory, { exactBelow: 0 });
    for (let id = 0; id < ARTICLES; id += 1) await add(graph, version(id, 0));
    await graph.flush();
    for (let round = 1; round <= ROUNDS; round += 1) {
      for (let n = 0; n < ARTICLES / 10; n += 1) {
        await add(graph, version((round * 37 + n * 11) % ARTICLES, round));
      }
      await graph.refresh();
      if (round % 10 === 0) await graph.flush();
    }
    const exact = await storeIn(directory, { exactBelow: Infinity });
    let found = 0;
    for (let n = 0; n < 100; n += 1) {
      const wanted = new Set(await texts(exact, `Query ${n}`));
      found += (await texts(graph, `Query ${n}`)).filter((text) => wanted.has(text)).length;
    }
    expect(found / 1_000).toBeGreaterThanOrEqual(0.99);
    expect(await graph.verify(false)).toEqual([]);
  });
});
