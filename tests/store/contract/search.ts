import { describe, expect, it } from 'vitest';
import { SHARED, type Scope, type Store } from '../../../src/store/store.js';
import { add, articleOf, vectorFor } from '../support.js';
import type { NewPlace } from './place.js';

/** The second passage of an article of `many`. */
const lastOf = (n: number): string => `Third line of ${n}.\nFourth line of ${n}.`;

const many = Array.from({ length: 30 }, (_, n) =>
  articleOf(`a${n}`, [
    [`First line of ${n}.`, `Second line of ${n}.`],
    [`Third line of ${n}.`, `Fourth line of ${n}.`],
  ]),
);

async function best(store: Store, scope: Scope, text: string): Promise<string | undefined> {
  const [hit] = await store.nearestPassages(scope, vectorFor(text), 5);
  if (hit === undefined) return undefined;
  const [passage] = await store.passages([hit.passageId], scope);
  return passage?.text;
}

export function searchContract(newPlace: NewPlace): void {
  describe.each([
    ['exact', 1_000],
    ['graph', 0],
  ])('nearest passages (%s)', (_, exactBelow) => {
    it('find the passage that says just that', async () => {
      const store = await (await newPlace()).store({ exactBelow });
      for (const article of many) await add(store, article);
      expect(await best(store, [SHARED], lastOf(7))).toBe(lastOf(7));
      const text = 'First line of 3.\nSecond line of 3.';
      const [hit] = await store.nearestPassages([SHARED], vectorFor(text), 3);
      expect(hit?.score).toBeCloseTo(1, 4);
      expect((await store.passages([hit?.passageId ?? 0], [SHARED]))[0]?.text).toBe(text);
    });

    it('give each passage once, best first', async () => {
      const store = await (await newPlace()).store({ exactBelow });
      for (const article of many) await add(store, article);
      const hits = await store.nearestPassages([SHARED], vectorFor('whatever'), 60);
      expect(new Set(hits.map(({ passageId }) => passageId)).size).toBe(60);
      expect(hits.map(({ score }) => score)).toEqual(
        hits.map(({ score }) => score).sort((a, b) => b - a),
      );
    });

    it('follow every change at once', async () => {
      const place = await newPlace();
      const store = await place.store({ exactBelow });
      for (const article of many) await add(store, article);
      expect(await best(store, [SHARED], 'New line.')).not.toContain('New line.');
      await add(store, articleOf('a5', [['New line.']]));
      expect(await best(store, [SHARED], 'New line.')).toBe('New line.');
      await store.removeArticles(['a5']);
      expect(await best(store, [SHARED], 'New line.')).not.toContain('New line.');
    });

    it('see what another process has written', async () => {
      const place = await newPlace();
      const bot = await place.store({ exactBelow });
      const indexer = await place.store({ exactBelow });
      for (const article of many) await add(indexer, article);
      expect(await bot.refresh()).toBe(true);
      expect(await bot.refresh()).toBe(false);
      expect(await best(bot, [SHARED], lastOf(7))).toBe(lastOf(7));
      expect(await bot.size([SHARED])).toEqual({ articles: 30, passages: 60 });
      await indexer.removeArticles(['a7']);
      expect(await bot.refresh()).toBe(true);
      expect(await bot.size([SHARED])).toEqual({ articles: 29, passages: 58 });
      expect(await best(bot, [SHARED], lastOf(7))).not.toBe(lastOf(7));
    });

    it('survive a restart', async () => {
      const place = await newPlace();
      const first = await place.store({ exactBelow });
      for (const article of many) await add(first, article);
      await first.flush();
      await first.close();
      const problems: string[] = [];
      const second = await place.store({
        exactBelow,
        onProblem: (code) => problems.push(code),
      });
      expect(await best(second, [SHARED], lastOf(7))).toBe(lastOf(7));
      await add(second, articleOf('a99', [['New line.']]));
      await second.removeArticles(['a8']);
      await second.flush();
      await second.close();
      const third = await place.store({
        exactBelow,
        onProblem: (code) => problems.push(code),
      });
      expect(await best(third, [SHARED], 'New line.')).toBe('New line.');
      expect(await best(third, [SHARED], lastOf(8))).not.toContain('of 8.');
      expect(problems).toEqual([]);
    });

    it('never leave their scope', async () => {
      const store = await (await newPlace()).store({ exactBelow });
      await add(store, articleOf('mine', [['A secret of one.']], { collection: '1' }));
      await add(store, articleOf('theirs', [['A secret of two.']], { collection: '2' }));
      await add(store, articleOf('all', [['Known to all.']]));
      expect(await best(store, [SHARED, '1'], 'A secret of one.')).toBe('A secret of one.');
      expect(await best(store, [SHARED, '1'], 'A secret of two.')).not.toBe('A secret of two.');
      expect(await best(store, ['3'], 'A secret of two.')).toBeUndefined();
      expect(await store.nearestPassages([SHARED, '2'], vectorFor('x'), 9)).toHaveLength(2);
    });
  });
}
