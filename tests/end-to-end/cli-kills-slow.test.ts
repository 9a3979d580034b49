import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IndexReport, Stats } from '../../src/newsdesk.js';
import { openDesk, type Desk } from '../cli/desk.js';
import { PUTIN } from '../support/articles.js';

const FILES = 120;
const KILLS = 12;
/** Of the time that a whole run embeds for: later kills find work that is left. */
const LATEST_KILL = 1 / 4;
const EMBEDDING = '"embedding a text"';

interface Run {
  /** Texts that went to the model, kept or not. */
  readonly embedded: number;
  /** When the first of them went, in ms after the start; before that there is nothing to lose. */
  readonly firstMs: number;
  readonly ms: number;
  readonly stdout: string;
}

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

  /** Indexes, kills the run after a while if it is to be killed, and counts the texts that were embedded. */
  const index = async (of: Desk, killAfterMs?: number): Promise<Run> => {
    const started = performance.now();
    const run = of.start(['index', of.files, '--json'], { env: { NEWSDESK_LOG_LEVEL: 'trace' } });
    let firstMs = Infinity;
    run.child.stderr?.on('data', (logged: Buffer | string) => {
      if (String(logged).includes(EMBEDDING))
        firstMs = Math.min(firstMs, performance.now() - started);
    });
    const timer =
      killAfterMs === undefined
        ? undefined
        : setTimeout(() => run.child.kill('SIGKILL'), killAfterMs);
    const { stdout, stderr } = await run.finished;
    clearTimeout(timer);
    const embedded = stderr.split(EMBEDDING).length - 1;
    return { embedded, firstMs, ms: performance.now() - started, stdout };
  };
  const reportOf = ({ stdout }: Run): IndexReport => JSON.parse(stdout) as IndexReport;
  const vectorsOf = async (of: Desk): Promise<number> =>
    ((await of.json(['stats'])).value as Stats).vectors;

  it('ends whole, and embeds a tenth more at most than one run', { timeout: 900_000 }, async () => {
    await clean.run(['index', PUTIN]);
    const once = await index(clean);
    const latestKillMs = once.firstMs + (once.ms - once.firstMs) * LATEST_KILL;
    const first = reportOf(once);
    expect(once.embedded).toBe(first.embedded);

    await desk.run(['index', PUTIN]);
    let embedded = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      embedded += (await index(desk, Math.random() * latestKillMs)).embedded;
      const asked = await desk.json(['ask', "Who is in Putin's delegation?"]);
      expect(asked, `after kill ${kill + 1}`).toMatchObject({ code: 0, value: { answered: true } });
      expect(await desk.json(['verify', '--repair'])).toMatchObject({ value: { ok: true } });
    }
    const before = await vectorsOf(desk);
    expect(embedded).toBeGreaterThan(0);
    const ending = await index(desk);
    const last = reportOf(ending);
    expect(last).toMatchObject({ failed: 0, removed: 0 });
    expect(last.articles).toHaveLength(FILES);
    expect(await vectorsOf(desk)).toBe(before + last.embedded);
    expect(await vectorsOf(desk)).toBe(await vectorsOf(clean));
    expect((embedded + ending.embedded) / first.embedded).toBeLessThanOrEqual(1.1);

    const again = [];
    for (let run = 0; run < 3; run++) again.push(reportOf(await index(clean)));
    for (const report of again) expect(report).toMatchObject({ unchanged: FILES, embedded: 0 });
    // The quickest, since any run may have to wait for the machine.
    expect(Math.min(...again.map(({ ms }) => ms)) / first.ms).toBeLessThanOrEqual(0.05);
  });
});
