import { describe, expect, it } from 'vitest';
import { SHARED, type Store } from '../../../src/store/store.js';
import { words } from '../../../src/text/index-words.js';
import { add, articleOf } from '../support.js';
import type { NewPlace } from './place.js';

async function storeWithVisit(newPlace: NewPlace): Promise<Store> {
  const store = await (await newPlace()).store();
  await add(
    store,
    articleOf(
      'visit',
      [['The delegation flew to Pyongyang.'], ['Kim’s café served coffee.', 'The guests stayed.']],
      { title: 'Putin travels' },
    ),
  );
  await add(store, articleOf('own', [['The delegation of server one.']], { collection: '1' }));
  return store;
}

export function keywordsContract(newPlace: NewPlace): void {
  describe('words', () => {
    it('are lower case, without diacritics, letters and digits', () => {
      expect(words('Kim’s Café, 3rd-floor ﬁne “Ω”')).toEqual([
        'kim',
        's',
        'cafe',
        '3rd',
        'floor',
        'fine',
        'ω',
      ]);
      expect(words('… — !')).toEqual([]);
    });
  });

  describe('keyword search', () => {
    it('stems words and ignores case and diacritics', async () => {
      const store = await storeWithVisit(newPlace);
      expect(await store.keywordSearch([SHARED], ['DELEGATIONS'], 5)).toHaveLength(1);
      expect(await store.keywordSearch([SHARED], ['cafés'], 5)).toHaveLength(1);
      expect(await store.keywordSearch([SHARED], ['putin'], 5)).toHaveLength(2);
      expect(await store.keywordSearch([SHARED], ['nothing'], 5)).toEqual([]);
    });

    it('ranks the passage with more of the words first, and keeps to the limit', async () => {
      const store = await storeWithVisit(newPlace);
      const hits = await store.keywordSearch([SHARED], ['putin', 'coffee'], 5);
      expect(hits).toHaveLength(2);
      const [first] = await store.passages([hits[0]?.passageId ?? 0], [SHARED]);
      expect(first?.text).toContain('coffee');
      expect(hits[0]?.score).toBeGreaterThan(hits[1]?.score ?? Infinity);
      expect(await store.keywordSearch([SHARED], ['putin'], 1)).toHaveLength(1);
    });

    it('follows every change of what it has found before', async () => {
      const place = await newPlace();
      const bot = await place.store();
      const indexer = await place.store();
      const found = async (): Promise<string[]> => {
        await bot.refresh();
        const hits = await bot.keywordSearch([SHARED], ['ferry', 'harbour'], 9);
        const passages = await bot.passages(
          hits.map(({ passageId }) => passageId),
          [SHARED],
        );
        expect(passages).toHaveLength(hits.length);
        return passages.map(({ text }) => text);
      };
      const filler = Array.from({ length: 9 }, (_, n) => [`Something else, number ${n}.`]);
      await add(indexer, articleOf('filler', filler));
      await add(indexer, articleOf('one', [['The ferry left.'], ['The ferry came back.']]));
      expect(await found()).toEqual(['The ferry left.', 'The ferry came back.']);
      await add(indexer, articleOf('two', [['A ferry in the harbour.']]));
      expect((await found())[0]).toBe('A ferry in the harbour.');
      expect(await found()).toHaveLength(3);
      await add(indexer, articleOf('one', [['The ferry sank.']]));
      expect(await found()).toEqual(['A ferry in the harbour.', 'The ferry sank.']);
      await indexer.removeArticles(['two']);
      await add(bot, articleOf('three', [['The harbour is closed.']]));
      expect(new Set(await found())).toEqual(
        new Set(['The ferry sank.', 'The harbour is closed.']),
      );
      await indexer.removeArticles(['three', 'one']);
      expect(await found()).toEqual([]);
    });

    it('scores a passage as if its words had been looked for one by one', async () => {
      const store = await storeWithVisit(newPlace);
      const asked = ['putin', 'delegation', 'coffee'];
      const sums = new Map<number, number>();
      for (const word of asked) {
        for (const { passageId, score } of await store.keywordSearch([SHARED, '1'], [word], 9)) {
          sums.set(passageId, (sums.get(passageId) ?? 0) + score);
        }
      }
      const hits = await store.keywordSearch([SHARED, '1'], asked, 9);
      expect(hits).toHaveLength(3);
      for (const { passageId, score } of hits) expect(score).toBeCloseTo(sums.get(passageId) ?? 0);
    });

    it('never leaves its scope', async () => {
      const store = await storeWithVisit(newPlace);
      expect(await store.keywordSearch([SHARED], ['delegation'], 5)).toHaveLength(1);
      expect(await store.keywordSearch([SHARED, '1'], ['delegation'], 5)).toHaveLength(2);
      expect(await store.keywordSearch(['2'], ['delegation'], 5)).toEqual([]);
      expect(await store.keywordSearch([], ['delegation'], 5)).toEqual([]);
    });

    it.each([
      '"',
      '""',
      '* OR *',
      'NEAR(a b)',
      'title:putin',
      '-putin',
      '^putin',
      'delegation" OR "coffee',
      "'; DROP TABLE keywords; --",
      'a\0b',
      '{title} : x',
      '(((',
      'AND',
    ])('reads nothing in %j as an operator', async (word) => {
      const store = await storeWithVisit(newPlace);
      const hits = await store.keywordSearch([SHARED], [word], 5);
      expect(hits).toEqual(await store.keywordSearch([SHARED], words(word), 5));
      expect(await store.keywordSearch([SHARED], ['coffee'], 5)).toHaveLength(1);
    });
  });

  describe('the vocabulary', () => {
    it('counts passages, the title with the first', async () => {
      const store = await storeWithVisit(newPlace);
      const counts = await store.documentFrequencies(
        [SHARED],
        ['the', 'putin', 'delegation', 'absent', 'Kim'],
      );
      expect(counts).toEqual(
        new Map([
          ['the', 2],
          ['putin', 1],
          ['delegation', 1],
        ]),
      );
      expect(
        (await store.documentFrequencies([SHARED, '1'], ['delegation'])).get('delegation'),
      ).toBe(2);
    });

    it('lists words by prefix and length, of the scope alone', async () => {
      const store = await storeWithVisit(newPlace);
      expect(await store.vocabulary([SHARED, '1'], 'de', 8, 12)).toEqual([
        { word: 'delegation', passages: 2 },
      ]);
      expect(await store.vocabulary([SHARED], 'c', 4, 4)).toEqual([{ word: 'cafe', passages: 1 }]);
      expect(await store.vocabulary([SHARED], 'serv', 6, 6)).toEqual([
        { word: 'served', passages: 1 },
      ]);
      expect(await store.vocabulary([SHARED], '%', 1, 50)).toEqual([]);
    });

    it('lists the words of several collections in one order, with the passages of all', async () => {
      const store = await storeWithVisit(newPlace);
      await add(
        store,
        articleOf('other', [['Seals served soup; delegation.', 'A cable.']], { collection: '1' }),
      );
      const expected = [
        ['seals', 1],
        ['served', 2],
        ['server', 1],
        ['soup', 1],
        ['stayed', 1],
      ].map(([word, passages]) => ({ word, passages }));
      expect(await store.vocabulary([SHARED, '1'], 's', 4, 9)).toEqual(expected);
      expect(await store.vocabulary(['1', '1', SHARED, 'nobody'], 's', 4, 9)).toEqual(expected);
      expect(await store.vocabulary(['1'], 's', 4, 9)).toHaveLength(4);
      expect(await store.vocabulary([SHARED], 's', 4, 9)).toEqual([
        { word: 'served', passages: 1 },
        { word: 'stayed', passages: 1 },
      ]);
    });

    it('lists what has been written since it was asked', async () => {
      const store = await storeWithVisit(newPlace);
      expect(await store.vocabulary([SHARED, '1'], 'co', 6, 6)).toEqual([
        { word: 'coffee', passages: 1 },
      ]);
      await add(store, articleOf('more', [['Copper and coffee.']], { collection: '1' }));
      expect(await store.vocabulary([SHARED, '1'], 'co', 6, 6)).toEqual([
        { word: 'coffee', passages: 2 },
        { word: 'copper', passages: 1 },
      ]);
      await store.removeArticles(['visit']);
      expect(await store.vocabulary([SHARED, '1'], 'co', 6, 6)).toEqual([
        { word: 'coffee', passages: 1 },
        { word: 'copper', passages: 1 },
      ]);
    });

    it('forgets the words of what is replaced', async () => {
      const store = await storeWithVisit(newPlace);
      await add(store, articleOf('visit', [['Something new.']], { title: 'Other' }));
      expect(await store.documentFrequencies([SHARED], ['coffee', 'putin', 'new'])).toEqual(
        new Map([['new', 1]]),
      );
    });
  });
}
