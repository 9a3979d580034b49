import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IndexReport, Stats } from '../../src/newsdesk.js';
import { openDesk, type Desk } from '../cli/desk.js';
import { PUTIN } from '../support/articles.js';

const FILES = 120;
const KILLS = 12;
const LATEST_KILL_MS = 2500;

/** Four sentences that are in no other file. */
function article(index: number): string {
  const year = 1700 + index;
  return [
    `The mill of village ${index} was built in ${year} by the carpenter Number ${index * 7}.`,
    `It burned down ${index + 3} years later and was rebuilt with ${index * 11 + 5} oak beams.`,
    `Its wheel turns ${index * 13 + 2} times an hour when the river is high.`,
    `In ${year + 200} the miller sold it for ${index * 101 + 40} pounds to the parish.`,
  ].join(' ');
}

describe('indexing 120 files, killed twelve times (slow)', () => {
  let desk: Desk;
  let clean: Desk;
  beforeAll(() => {
    [desk, clean] = [openDesk(), openDesk()];
    for (const each of [desk, clean]) {
      for (let index = 0; index < FILES; index++) {
        each.write({ name: `mill-${index}.txt`, text: article(index) });
      }
    }
  });
  afterAll(() => {
    desk.end();
    clean.end();
  });

  const vectorsOf = async (of: Desk): Promise<number> =>
    ((await of.json(['stats'])).value as Stats).vectors;

  it('ends whole, with no text embedded that was kept before', { timeout: 900_000 }, async () => {
    await desk.run(['index', PUTIN]);
    for (let kill = 0; kill < KILLS; kill++) {
      const run = desk.start(['index', desk.files]);
      const timer = setTimeout(() => run.child.kill('SIGKILL'), Math.random() * LATEST_KILL_MS);
      await run.finished;
      clearTimeout(timer);
      const asked = await desk.json(['ask', "Who is in Putin's delegation?"]);
      expect(asked, `after kill ${kill + 1}`).toMatchObject({ code: 0, value: { answered: true } });
      expect(await desk.json(['verify', '--repair'])).toMatchObject({ value: { ok: true } });
    }
    const before = await vectorsOf(desk);
    const last = (await desk.json(['index', desk.files])).value as IndexReport;
    expect(last).toMatchObject({ failed: 0, removed: 0 });
    expect(last.articles).toHaveLength(FILES);
    expect(await vectorsOf(desk)).toBe(before + last.embedded);

    await clean.run(['index', PUTIN]);
    const first = (await clean.json(['index', clean.files])).value as IndexReport;
    expect(await vectorsOf(desk)).toBe(await vectorsOf(clean));
    const again = (await clean.json(['index', clean.files])).value as IndexReport;
    expect(again).toMatchObject({ unchanged: FILES, embedded: 0 });
    expect(again.ms).toBeLessThan(Math.max(first.ms * 0.2, 500));
  });
});
