import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { restoreBackup } from '../../src/store/restore-backup.js';
import { EVERYWHERE, SHARED } from '../../src/store/store.js';
import { add, articleOf, storeIn, temporaryFolder, vectorFor } from './support.js';

const first = articleOf('first', [['The first article.']]);
const second = articleOf('second', [['The second article.']]);

describe('a backup', () => {
  it('brings back what was there, while another has the store open', async () => {
    const directory = await temporaryFolder();
    const file = join(await temporaryFolder(), 'sub', 'copy.sqlite');
    const store = await storeIn(directory);
    await add(store, first);
    await store.backup(file);
    await store.removeArticles(['first']);
    await add(store, second);
    const generation = store.generation();
    const [gone] = await store.passagesOf('second', EVERYWHERE);
    await restoreBackup(file, directory);
    expect(await store.refresh()).toBe(true);
    expect(store.generation()).toBeGreaterThan(generation);
    expect((await store.articles(EVERYWHERE)).map(({ id }) => id)).toEqual(['first']);
    expect(await store.nearestPassages([SHARED], vectorFor(first.text), 5)).toHaveLength(1);
    expect(await store.passages([gone?.id ?? 0], [SHARED])).toEqual([]);
    await add(store, second);
    expect((await store.passagesOf('second', EVERYWHERE))[0]?.id).toBeGreaterThan(
      gone?.id ?? Infinity,
    );
    await store.flush();
    expect(await store.verify(false)).toEqual([]);
  });

  it('is of one moment, whatever is written meanwhile', async () => {
    const directory = await temporaryFolder();
    const folder = await temporaryFolder();
    const writer = await storeIn(directory);
    const reader = await storeIn(directory);
    const writing = (async () => {
      for (let n = 0; n < 60; n += 1) {
        await add(writer, articleOf(`a${n % 20}`, [[`Round ${n}.`, 'Some more of it.']]));
        await new Promise(setImmediate);
      }
    })();
    const copies = [1, 2, 3].map((n) => join(folder, `${n}.sqlite`));
    for (const copy of copies) await reader.backup(copy);
    await writing;
    for (const copy of copies) {
      const restored = await temporaryFolder();
      await restoreBackup(copy, restored);
      const store = await storeIn(restored);
      await store.flush();
      expect(await store.verify(false)).toEqual([]);
    }
  });

  it('replaces a database that is damaged, and keeps that aside', async () => {
    const directory = await temporaryFolder();
    const file = join(directory, 'copy.sqlite');
    const store = await storeIn(directory);
    await add(store, first);
    await store.backup(file);
    await store.close();
    await writeFile(join(directory, 'newsdesk.sqlite'), 'no database');
    await restoreBackup(file, directory);
    const again = await storeIn(directory);
    expect((await again.article('first', EVERYWHERE))?.text).toBe(first.text);
    await again.flush();
    expect(await again.verify(false)).toEqual([]);
  });

  it('replaces an older one, but nothing else', async () => {
    const directory = await temporaryFolder();
    const store = await storeIn(directory);
    await add(store, first);
    const file = join(directory, 'copy.sqlite');
    await store.backup(file);
    await store.backup(file);
    const letter = join(directory, 'letter.txt');
    await writeFile(letter, 'Dear all, this is not a backup.');
    for (const taken of [letter, directory, join(directory, 'newsdesk.sqlite')]) {
      await expect(store.backup(taken)).rejects.toMatchObject({ code: 'backup-exists' });
    }
    expect(await readFile(letter, 'utf8')).toContain('Dear all');
  });

  it.each([
    ['a text', 'This is no database at all.'.repeat(100)],
    ['empty', ''],
  ])('that is %s is refused, and nothing is lost', async (_, content) => {
    const directory = await temporaryFolder();
    const store = await storeIn(directory);
    await add(store, first);
    const file = join(directory, 'bad.sqlite');
    await writeFile(file, content);
    await expect(restoreBackup(file, directory)).rejects.toMatchObject({ code: 'backup-invalid' });
    expect(await store.articles(EVERYWHERE)).toHaveLength(1);
  });

  it('that does not exist is refused, with what to do', async () => {
    const directory = await temporaryFolder();
    await expect(restoreBackup(join(directory, 'none'), directory)).rejects.toMatchObject({
      code: 'backup-not-found',
      message: expect.stringMatching(/Check the spelling, .*"newsdesk backup"/) as string,
    });
  });
});
