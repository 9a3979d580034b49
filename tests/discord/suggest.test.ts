import { describe, expect, test } from 'vitest';
import { createCatalogue, findArticle } from '../../src/discord/catalogue.js';
import { suggestArticles } from '../../src/discord/suggest.js';
import type { ArticleSummary } from '../../src/store/store.js';
import { articleOf } from './replies/samples.js';

const article = (id: string, title: string, collection = 'shared'): ArticleSummary => ({
  ...articleOf(title),
  site: undefined,
  id,
  collection,
});

const ARTICLES = [
  article('a1', 'A visit to Pyongyang'),
  article('a2', 'Pyongyang marathon'),
  article('a3', 'Élections in Île-de-France'),
  article('a4', 'An unpyongyanged story'),
];

describe('suggestions', () => {
  const titles = (typed: string) => suggestArticles(ARTICLES, typed).map(({ value }) => value);

  test('begin with titles that begin so, then words, then any part', () => {
    expect(titles('pyong')).toEqual(['a2', 'a1', 'a4']);
  });

  test('need neither case, accents nor neighbouring words', () => {
    expect(titles('elections ile')).toEqual(['a3']);
    expect(titles('PYONGYANG visit')).toEqual(['a1']);
  });

  test('are all for nothing typed, and none for what is nowhere', () => {
    expect(titles('')).toHaveLength(4);
    expect(titles('zebra')).toEqual([]);
  });

  test('are no more and no longer than Discord takes', () => {
    const many = Array.from({ length: 300 }, (_, index) =>
      article(`x${index}`, '長い題名'.repeat(60)),
    );
    const choices = suggestArticles(many, '');
    expect(choices).toHaveLength(25);
    for (const { name } of choices) expect(name.length).toBeLessThanOrEqual(100);
  });

  test('have a name even where the title can’t be seen', () => {
    expect(suggestArticles([article('a9', '\u200b')], '')).toEqual([{ name: 'a9', value: 'a9' }]);
  });

  test('among 10,000 articles take less than 100 ms', () => {
    const many = Array.from({ length: 10_000 }, (_, index) =>
      article(`x${index}`, `Title ${index}`),
    );
    suggestArticles(many, 'warm');
    const started = performance.now();
    suggestArticles(many, 'title 99');
    expect(performance.now() - started).toBeLessThan(100);
  });
});

describe('the catalogue', () => {
  const all = [...ARTICLES, article('s1', 'Secret', '111'), article('s2', 'Other secret', '222')];

  test('shows a server its own and the shared articles, by title', async () => {
    const catalogue = createCatalogue({ list: () => Promise.resolve(all) });
    expect(catalogue.count()).toBe(0);
    await catalogue.reload();
    expect(catalogue.all(['111']).map(({ id }) => id)).toEqual(['s1']);
    expect(catalogue.all(['shared', '222']).map(({ id }) => id)).toEqual([
      'a1',
      'a4',
      'a3',
      's2',
      'a2',
    ]);
    expect(catalogue.get('s1', ['shared', '222'])).toBeUndefined();
    expect(catalogue.get('s1', ['shared', '111'])?.title).toBe('Secret');
  });

  test('keeps the newer of two lists that cross', async () => {
    const lists: ((articles: ArticleSummary[]) => void)[] = [];
    const catalogue = createCatalogue({
      list: () => new Promise((resolve) => lists.push(resolve)),
    });
    const [first, second] = [catalogue.reload(), catalogue.reload()];
    lists[1]?.(all);
    await second;
    lists[0]?.([]);
    await first;
    expect(catalogue.count()).toBe(all.length);
  });

  test('finds by id or exact title what may be seen, and nothing else', async () => {
    const catalogue = createCatalogue({ list: () => Promise.resolve(all) });
    await catalogue.reload();
    expect(findArticle(catalogue, 'a2', ['shared']).id).toBe('a2');
    expect(findArticle(catalogue, ' pyongyang MARATHON', ['shared']).id).toBe('a2');
    for (const typed of ['s1', 'Secret', 'pyong', '', '../../etc/passwd']) {
      expect(() => findArticle(catalogue, typed, ['shared'])).toThrow(
        expect.objectContaining({ code: 'discord-article-unknown' }),
      );
    }
  });
});
