import Database from 'better-sqlite3';
import { mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { AskedQuestion, Journal } from '../../src/store/journal.js';
import { openJournal } from '../../src/store/open-journal.js';
import { temporaryFolder } from './support.js';

async function journalIn(directory: string): Promise<Journal> {
  const journal = await openJournal({ directory });
  onTestFinished(() => journal.close());
  return journal;
}

function unanswered(question: string, more: Partial<AskedQuestion> = {}): AskedQuestion {
  return { question, collection: 'shared', answered: false, confidence: 0.1, ...more };
}

describe('the journal', () => {
  it('never keeps who voted', async () => {
    const directory = await temporaryFolder();
    const journal = await journalIn(directory);
    await journal.vote(await journal.record(unanswered('Who won?')), '80351110224678912', 'up');
    await journal.close();
    for (const name of await readdir(directory)) {
      expect((await readFile(join(directory, name))).includes('80351110224678912')).toBe(false);
    }
  });

  it('forgets questions after 90 days, with their votes', async () => {
    const directory = await temporaryFolder();
    const first = await journalIn(directory);
    const old = await first.record(unanswered('Who won?'));
    await first.vote(old, 'anna', 'up');
    const recent = await first.record(unanswered('Who lost?'));
    await first.close();
    const db = new Database(join(directory, 'journal.sqlite'));
    const daysAgo = (days: number): string =>
      new Date(Date.now() - days * 86_400_000).toISOString();
    db.prepare('UPDATE asked SET askedAt = ? WHERE id = ?').run(daysAgo(91), old);
    db.prepare('UPDATE asked SET askedAt = ? WHERE id = ?').run(daysAgo(89), recent);
    db.close();
    const second = await journalIn(directory);
    expect(await second.asked(old)).toBeUndefined();
    expect(await second.asked(recent)).toBeDefined();
    expect((await second.stats()).feedback).toEqual({ up: 0, down: 0 });
  });

  it.each<[string, (file: string) => Promise<unknown>]>([
    ['overwritten', (file) => writeFile(file, 'this is no database, and never was one')],
    ['cut short', (file) => truncate(file, 5_000)],
    ['a folder', (file) => mkdir(file)],
  ])('that is %s is set aside and begun anew', async (what, damage) => {
    const directory = await temporaryFolder();
    const file = join(directory, 'journal.sqlite');
    if (what !== 'a folder') {
      const first = await journalIn(directory);
      await first.record(unanswered('Who won?'));
      await first.close();
    }
    await damage(file);
    const second = await journalIn(directory);
    const id = await second.record(unanswered('Who lost?'));
    expect((await second.asked(id))?.question).toBe('Who lost?');
    expect((await readdir(directory)).some((name) => name.includes('.corrupt-'))).toBe(true);
  });
});
