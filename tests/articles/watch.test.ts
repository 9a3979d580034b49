import { appendFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { watchFolder, type WatchHandlers } from '../../src/articles/watch.js';
import { temporaryFolder } from './temporary-folder.js';

async function watching(folder: string, options: Partial<WatchHandlers> = {}) {
  const controller = new AbortController();
  const told: string[] = [];
  const names = (paths: readonly string[]) =>
    paths.map((file) => path.relative(folder, file)).sort();
  let ended: Promise<void> | undefined;
  await new Promise<void>((onReady) => {
    ended = watchFolder(folder, {
      onChange: (paths) => {
        told.push(`changed ${names(paths).join(' ')}`);
      },
      onRemove: (paths) => {
        told.push(`removed ${names(paths).join(' ')}`);
      },
      onReady,
      signal: controller.signal,
      ...options,
    });
  });
  onTestFinished(() => {
    controller.abort();
  });
  return { told, controller, ended };
}

it('tells of files that come, change, move and go, and of no others', async () => {
  const folder = await temporaryFolder({ 'there.txt': 'there' });
  const { told } = await watching(folder);
  await writeFile(path.join(folder, 'a.txt'), 'a');
  await writeFile(path.join(folder, 'a.jpg'), 'a');
  await writeFile(path.join(folder, '.hidden.txt'), 'a');
  await mkdir(path.join(folder, 'deep'));
  await writeFile(path.join(folder, 'deep/b.md'), 'b');
  await vi.waitFor(() => {
    expect(told.join('\n')).toContain('deep/b.md');
  }, 5_000);
  expect(told.join('\n')).toContain('a.txt');
  expect(told.join('\n')).not.toMatch(/jpg|hidden|there/);

  told.length = 0;
  await rename(path.join(folder, 'a.txt'), path.join(folder, 'c.txt'));
  await rm(path.join(folder, 'there.txt'));
  await vi.waitFor(() => {
    expect(told.join('\n')).toMatch(/changed c\.txt/);
    expect(told.join('\n')).toMatch(/removed .*there\.txt/);
  }, 5_000);
});

it('waits until a file is written whole', async () => {
  const folder = await temporaryFolder();
  const { told } = await watching(folder);
  const file = path.join(folder, 'a.txt');
  for (let part = 0; part < 5; part++) {
    await appendFile(file, `part ${part}\n`);
    await new Promise((resolve) => setTimeout(resolve, 120));
  }
  expect(told).toEqual([]);
  await vi.waitFor(() => {
    expect(told).toEqual(['changed a.txt']);
  }, 5_000);
});

it('ends when it is told to, after the handler at work', async () => {
  const folder = await temporaryFolder();
  let done = false;
  let begun: () => void = () => undefined;
  const beginning = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const { controller, ended } = await watching(folder, {
    onChange: async () => {
      begun();
      await new Promise((resolve) => setTimeout(resolve, 100));
      done = true;
    },
  });
  await writeFile(path.join(folder, 'a.txt'), 'a');
  await beginning;
  controller.abort();
  await ended;
  expect(done).toBe(true);
});

it('ends with what a handler throws', async () => {
  const folder = await temporaryFolder();
  const { ended } = await watching(folder, {
    onChange: () => {
      throw new Error('no room');
    },
  });
  await writeFile(path.join(folder, 'a.txt'), 'a');
  await expect(ended).rejects.toThrow('no room');
});
