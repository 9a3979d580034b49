import { cpSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IndexReport } from '../../src/newsdesk.js';
import { openDesk, type Desk } from '../cli/desk.js';
import { generateArticles } from '../support/articles.js';
import { familyMb } from '../support/memory.js';

const MB = 1_000_000;
const TIMEOUT = 600_000;
/** Differing text, enough for the model to be at work for a while. */
const DISTINCT_CHARACTERS = 60_000;
const MOST_MB = 450;

/**
 * The same articles again and again, since embedding 10 MB of text takes a quarter of an hour. Each
 * copy has its own rows and its own place in the graph, as different articles have.
 */
describe.skipIf(process.platform !== 'linux')('indexing 10 MB of copied articles (slow)', () => {
  let desk: Desk;
  let files: number;
  beforeAll(() => {
    desk = openDesk();
    const { folder, characters, facts } = generateArticles(
      path.join(desk.files, 'copy-1'),
      DISTINCT_CHARACTERS,
    );
    const copies = Math.ceil((10 * MB) / characters);
    for (let copy = 2; copy <= copies; copy++) {
      cpSync(folder, path.join(desk.files, `copy-${copy}`), { recursive: true });
    }
    files = copies * facts.length;
  });
  afterAll(() => {
    desk.end();
  });

  /** Indexes the folder and returns what all processes had in memory together at most. */
  async function peakMb(...options: string[]): Promise<number> {
    const { child, finished } = desk.start(['index', desk.files, '--json', ...options]);
    let peak = 0;
    const timer = setInterval(() => {
      if (child.pid !== undefined) peak = Math.max(peak, familyMb(child.pid));
    }, 50);
    const { stdout, stderr, code } = await finished;
    clearInterval(timer);
    expect(code, stderr).toBe(0);
    const { added, unchanged } = JSON.parse(stdout) as IndexReport;
    expect(added + unchanged).toBe(files);
    return peak;
  }

  it(`holds all its processes under ${MOST_MB} MB together`, { timeout: TIMEOUT }, async () => {
    expect(await peakMb()).toBeLessThan(MOST_MB);
  });

  it('does so, too, where all is replaced', { timeout: TIMEOUT }, async () => {
    expect(await peakMb('--force')).toBeLessThan(MOST_MB);
  });
});
