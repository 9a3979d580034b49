import { describe, expect, it } from 'vitest';
import { EVERYWHERE, SHARED } from '../../../src/store/store.js';
import { dot } from '../../../src/vectors/dot.js';
import { add, articleOf, vectorFor, vectorsOf } from '../support.js';
import type { NewPlace } from './place.js';

const visit = articleOf('visit', [
  ['He arrived in Pyongyang at three.', 'Nobody slept.'],
  ['The delegation was large.'],
]);

export function articlesContract(newPlace: NewPlace): void {
  describe('articles', () => {
    it('come back as they were put', async () => {
      const store = await (await newPlace()).store();
      const full = {
        ...visit,
        url: 'https://example.com/visit',
        author: 'A. Writer',
        publishedAt: '2024-06-19',
        site: 'Example',
        language: 'en',
        validators: { etag: '"1"', lastModified: undefined },
        original: { name: 'visit.txt', bytes: new Uint8Array([1, 2, 3]) },
      };
      await add(store, full);
      expect(await store.article('visit', EVERYWHERE)).toMatchObject({
        id: 'visit',
        text: visit.text,
        url: full.url,
        author: full.author,
        publishedAt: full.publishedAt,
        site: full.site,
        language: full.language,
        validators: full.validators,
        contentHash: visit.contentHash,
        passages: 2,
        sentences: 3,
        characters: visit.text.length,
      });
      const original = await store.original('visit', EVERYWHERE);
      expect(original?.name).toBe('visit.txt');
      expect([...(original?.bytes ?? [])]).toEqual([1, 2, 3]);
    });

    it('are found by source and by content within their collection', async () => {
      const store = await (await newPlace()).store();
      await add(store, visit);
      expect((await store.articleBySource(SHARED, visit.source))?.id).toBe('visit');
      expect(await store.articleBySource('1234', visit.source)).toBeUndefined();
      expect(await store.articlesByContent(SHARED, visit.contentHash)).toHaveLength(1);
      expect(await store.articlesByContent('1234', visit.contentHash)).toHaveLength(0);
    });

    it('are listed by title, of the scope alone', async () => {
      const store = await (await newPlace()).store();
      await add(store, articleOf('b', [['One.']], { title: 'Part 10' }));
      await add(store, articleOf('a', [['Two.']], { title: 'part 9' }));
      await add(store, articleOf('c', [['Three.']], { title: 'A', collection: '42' }));
      expect((await store.articles([SHARED])).map(({ id }) => id)).toEqual(['a', 'b']);
      expect((await store.articles(EVERYWHERE)).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
      expect(await store.size([SHARED])).toEqual({ articles: 2, passages: 2 });
      expect(await store.size([SHARED, '42'])).toEqual({ articles: 3, passages: 3 });
    });

    it('that are moved keep their text and passages', async () => {
      const store = await (await newPlace()).store();
      await add(store, visit);
      const [before] = await store.passagesOf('visit', EVERYWHERE);
      const generation = store.generation();
      await store.moveArticle('visit', { source: '/elsewhere', validators: { etag: 'x' } });
      const [after] = await store.passagesOf('visit', EVERYWHERE);
      expect(after).toEqual({ ...before, source: '/elsewhere' });
      expect(await store.article('visit', EVERYWHERE)).toMatchObject({
        source: '/elsewhere',
        text: visit.text,
        validators: { etag: 'x' },
      });
      expect(store.generation()).toBeGreaterThan(generation);
    });

    it('that are replaced or removed leave nothing behind that nobody else uses', async () => {
      const store = await (await newPlace()).store();
      const other = articleOf('other', [['Nobody slept.']], { title: visit.title });
      await add(store, visit);
      await add(store, other);
      const edited = articleOf('visit', [['He arrived in Pyongyang at three.', 'All slept.']]);
      await add(store, edited);
      const gone = [...vectorsOf(visit).keys()].filter(
        (hash) => !vectorsOf(edited).has(hash) && !vectorsOf(other).has(hash),
      );
      expect(await store.knownVectors(gone, true)).toEqual(new Set());
      const kept = [...vectorsOf(edited).keys(), ...vectorsOf(other).keys()];
      expect(await store.knownVectors(kept, true)).toEqual(new Set(kept));
      expect(await store.removeArticles(['visit', 'other', 'nobody'])).toEqual(['visit', 'other']);
      expect(await store.stats()).toMatchObject({ articles: 0, passages: 0, vectors: 0 });
      expect(await store.vocabulary([SHARED], '', 1, 99)).toEqual([]);
    });

    it('keep vectors that an interrupted run has added before its article', async () => {
      const store = await (await newPlace()).store();
      await add(store, visit);
      const next = articleOf('next', [['Not yet put.', 'Nor this.']]);
      await store.addVectors(vectorsOf(next));
      await store.removeArticles(['visit']);
      expect(await store.knownVectors([...vectorsOf(next).keys()], true)).toHaveProperty('size', 3);
    });

    it('refuse a collection that is no server', async () => {
      const store = await (await newPlace()).store();
      await expect(store.putArticle({ ...visit, collection: '../up' })).rejects.toMatchObject({
        code: 'collection-invalid',
      });
      await expect(store.nearestPassages(['a/b'], vectorFor('x'), 5)).rejects.toMatchObject({
        code: 'collection-invalid',
      });
    });
  });

  describe('passages', () => {
    it('hold their text, sentences and vectors', async () => {
      const store = await (await newPlace()).store();
      await add(store, visit);
      const passages = await store.passagesOf('visit', EVERYWHERE);
      expect(passages.map(({ ordinal }) => ordinal)).toEqual([0, 1]);
      for (const { text, start, end, vector, sentences } of passages) {
        expect(text).toBe(visit.text.slice(start, end));
        expect(dot(vector, vectorFor(text))).toBeCloseTo(1, 4);
        for (const sentence of sentences) {
          expect(sentence.text).toBe(visit.text.slice(sentence.start, sentence.end));
          expect(dot(sentence.vector, vectorFor(sentence.text))).toBeCloseTo(1, 4);
        }
      }
      expect(passages[0]?.sentences).toHaveLength(2);
    });

    it('change with their article, and keep the rest', async () => {
      const store = await (await newPlace()).store();
      const other = articleOf('other', [['Something else.']]);
      await add(store, visit);
      await add(store, other);
      const [first] = await store.passagesOf('visit', EVERYWHERE);
      await add(store, articleOf('other', [['Changed.']]));
      expect((await store.passagesOf('visit', EVERYWHERE))[0]).toEqual(first);
      await add(store, { ...visit, title: 'New title' });
      const [second] = await store.passagesOf('visit', EVERYWHERE);
      expect(second?.title).toBe('New title');
      expect(second?.id).not.toBe(first?.id);
      expect(await store.passages([first?.id ?? 0], [SHARED])).toEqual([]);
    });

    it('are shown to nobody out of their scope, nor is their article', async () => {
      const store = await (await newPlace()).store();
      await add(store, {
        ...articleOf('own', [['A secret of one.']], { collection: '1' }),
        original: { name: 'own.txt', bytes: new Uint8Array([1]) },
      });
      const ids = (await store.passagesOf('own', [SHARED, '1'])).map(({ id }) => id);
      expect(ids).toHaveLength(1);
      for (const scope of [[SHARED], [SHARED, '2'], []]) {
        expect(await store.article('own', scope)).toBeUndefined();
        expect(await store.original('own', scope)).toBeUndefined();
        expect(await store.articles(scope)).toEqual([]);
        expect(await store.passagesOf('own', scope)).toEqual([]);
        expect(await store.passages(ids, scope)).toEqual([]);
      }
      expect((await store.article('own', ['1']))?.text).toBe('A secret of one.');
      expect((await store.original('own', EVERYWHERE))?.name).toBe('own.txt');
    });

    it('come in the order that was asked for, without those that are gone', async () => {
      const store = await (await newPlace()).store();
      await add(store, visit);
      const ids = (await store.passagesOf('visit', EVERYWHERE)).map(({ id }) => id);
      const asked = [...ids].reverse();
      expect((await store.passages([999, ...asked], [SHARED])).map(({ id }) => id)).toEqual(asked);
    });
  });
}
