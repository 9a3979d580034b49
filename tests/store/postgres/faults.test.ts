import { describe, expect, it, onTestFinished } from 'vitest';
import { openStores } from '../../../src/store/open-stores.js';
import { openPostgres } from '../../../src/store/postgres/store.js';
import { EVERYWHERE, SHARED, type Store } from '../../../src/store/store.js';
import { asSuperuser, newDatabase } from '../../support/postgres/databases.js';
import { GUARDED, startServer } from '../../support/postgres/server.js';
import { add, articleOf, MODEL, temporaryFolder, vectorFor } from '../support.js';

async function openedIn(url: string): Promise<Store> {
  const { store, journal } = await openStores(
    { dataDir: await temporaryFolder(), databaseUrl: url },
    { model: MODEL },
  );
  onTestFinished(async () => {
    await journal.close();
    await store.close();
  });
  return store;
}

const named = (url: string): string => new URL(url).pathname.slice(1);

describe('a database that can not be used', () => {
  it('is told apart from a server that is not there', async () => {
    await expect(openedIn('postgres://postgres@127.0.0.1:1/newsdesk')).rejects.toMatchObject({
      code: 'database-unreachable',
      message: expect.stringContaining('127.0.0.1:1/newsdesk') as string,
    });
    const url = new URL(await newDatabase());
    url.pathname = '/nowhere';
    await expect(openedIn(url.href)).rejects.toMatchObject({ code: 'database-missing' });
  });

  it('refuses a wrong password, which no message repeats', async () => {
    const url = new URL(await newDatabase());
    await asSuperuser(`DROP ROLE IF EXISTS ${GUARDED}`);
    await asSuperuser(`CREATE ROLE ${GUARDED} LOGIN PASSWORD 'right'`);
    url.username = GUARDED;
    url.password = 'wrong-secret';
    const error: unknown = await openedIn(url.href).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'database-refused' });
    expect(String(error)).not.toContain('wrong-secret');
  });

  it('lacks pgvector, and its user may not add it', async () => {
    const url = new URL(await newDatabase(true));
    await asSuperuser('DROP ROLE IF EXISTS visitor');
    await asSuperuser('CREATE ROLE visitor LOGIN');
    url.username = 'visitor';
    await expect(openedIn(url.href)).rejects.toMatchObject({
      code: 'database-extension',
      message: expect.stringContaining('CREATE EXTENSION vector') as string,
    });
  });

  it('was written by a newer Newsdesk', async () => {
    const url = await newDatabase();
    await asSuperuser('UPDATE newsdesk.meta SET schema = 99', named(url));
    await expect(openedIn(url)).rejects.toMatchObject({ code: 'database-newer' });
  });

  it('is read-only', async () => {
    const url = await newDatabase();
    await asSuperuser(`ALTER DATABASE ${named(url)} SET default_transaction_read_only = on`);
    await expect(openedIn(url)).rejects.toMatchObject({ code: 'database-read-only' });
  });
});

describe('a database of an older Newsdesk', () => {
  it('is brought up to date once, however many start at the same time', async () => {
    const url = await newDatabase(true);
    const stores = await Promise.all(Array.from({ length: 6 }, () => openedIn(url)));
    expect(await Promise.all(stores.map((store) => store.articles(EVERYWHERE)))).toEqual(
      stores.map(() => []),
    );
  });
});

describe('a server that dies', () => {
  it(
    'costs the questions meanwhile, and nothing that was written',
    { timeout: 60_000 },
    async () => {
      const server = await startServer();
      onTestFinished(() => server.end());
      const store = await openPostgres({ url: server.url, model: MODEL });
      onTestFinished(() => store.close());
      await add(store, articleOf('kept', [['The kept line.']]));
      const search = (): Promise<unknown> =>
        store.nearestPassages([SHARED], vectorFor('The kept line.'), 3);
      const before = await search();

      await server.kill();
      await expect(search()).rejects.toMatchObject({ code: 'database-unreachable' });
      await expect(add(store, articleOf('lost', [['The lost line.']]))).rejects.toMatchObject({
        code: 'database-unreachable',
      });

      await server.start();
      expect(await search()).toEqual(before);
      expect(await store.verify(false)).toEqual([]);
      await add(store, articleOf('later', [['The later line.']]));
      expect((await store.articles(EVERYWHERE)).map(({ id }) => id).sort()).toEqual([
        'kept',
        'later',
      ]);
    },
  );

  it('ends a run without half an article', { timeout: 60_000 }, async () => {
    const server = await startServer();
    onTestFinished(() => server.end());
    const store = await openPostgres({ url: server.url, model: MODEL });
    onTestFinished(() => store.close());
    let written = 0;
    let killed: Promise<void> | undefined;
    const run = store.exclusively(async () => {
      for (let number = 0; number < 500; number += 1) {
        const passages = Array.from({ length: 8 }, (_, line) => [
          `Line ${line} of article ${number}.`,
        ]);
        await add(store, articleOf(`article-${number}`, passages));
        written += 1;
        if (written === 5) killed = server.kill();
      }
    });
    await expect(run).rejects.toMatchObject({ code: 'database-unreachable' });
    // Its connections end before it does.
    await killed;
    await server.start();
    expect(await store.verify(false)).toEqual([]);
    const { articles } = await store.stats();
    // The one that was under way may have been whole before its writer heard of it.
    expect([written, written + 1]).toContain(articles);
    await store.exclusively(() => add(store, articleOf('later', [['The later line.']])));
  });
});

describe('a lock that is held', () => {
  it('lets the graphs be built that its holder saves', async () => {
    const store = await openPostgres({ url: await newDatabase(), model: MODEL, exactBelow: 0 });
    onTestFinished(() => store.close());
    await store.exclusively(async () => {
      await add(store, articleOf('one', [['A line.', 'Another line.']]));
      await store.flush();
    });
    expect((await store.stats()).bytes.index).toBeGreaterThan(0);
  });
});

describe('a lock whose connection is cut', () => {
  it('goes to the next, and the one that held it writes no more', async () => {
    const url = await newDatabase();
    const [first, second] = [await openedIn(url), await openedIn(url)];
    const late = first.exclusively(async () => {
      await asSuperuser(
        `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'
           AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
        named(url),
      );
      await second.exclusively(() => add(second, articleOf('second', [['Another line.']])));
      await add(first, articleOf('first', [['A line.']]));
    });
    await expect(late).rejects.toMatchObject({ code: 'database-lock-lost' });
    expect((await second.articles(EVERYWHERE)).map(({ id }) => id)).toEqual(['second']);
  });
});
