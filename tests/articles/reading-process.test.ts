import { spawn } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { readBytes } from '../../src/articles/read.js';
import { ReadingProcess } from '../../src/articles/reading-process.js';
import { PACKAGE_DIR } from '../../src/version.js';
import { childrenOf, familyMb } from '../support/memory.js';
import { pdfOf, pdfOfFormsInForms } from './bombs.js';

const reading = new ReadingProcess({ timeoutMs: 4_000 });

async function open(bytes: Uint8Array, name: string, signal?: AbortSignal) {
  const document = await reading.run(
    { operation: 'openDocument', args: [bytes, { name, source: name }] },
    name,
    signal,
  );
  return document.kind === 'article' ? document.article : undefined;
}

const openGood = () => open(Buffer.from('Good words.'), 'good.txt');

/** What the processes that this one started have in memory, in 10^6 bytes; 0 if that is not Linux. */
function childrensMb(): number {
  return childrenOf(process.pid).reduce((sum, child) => sum + familyMb(child), 0);
}

/** How long this thread could do nothing else at most, in ms, and what its children took. */
async function watching(work: () => Promise<unknown>): Promise<{ pause: number; memory: number }> {
  const result = work();
  let [last, pause, memory] = [performance.now(), 0, 0];
  const timer = setInterval(() => {
    const now = performance.now();
    pause = Math.max(pause, now - last);
    last = now;
    memory = Math.max(memory, childrensMb());
  }, 10);
  await result;
  clearInterval(timer);
  return { pause, memory };
}

const SLOW_PAGE = Buffer.from(
  `<html><body>${`${'<div class="x">'.repeat(180)}words, words${'</div>'.repeat(180)}`.repeat(8)}</body></html>`,
);

const about = { name: '', source: 'bad' };
const refused = { code: 'source-too-complex', details: { source: 'bad' } };

describe('a document that is made to take', () => {
  it.each([
    ['gigabytes when it is unpacked', () => readBytes(pdfOf(' ', 4096), about)],
    [
      'gigabytes of values',
      () => {
        const feed = `{"version":"https://jsonfeed.org/version/1.1","items":[${'{"a":[{},{}]},'.repeat(2_500_000)}{}]}`;
        return reading.run({ operation: 'readFeed', args: [feed, 'bad'] }, 'bad');
      },
    ],
    ['minutes', () => open(pdfOf('BT /F 9 Tf (a)Tj ET\n', 4096), 'bad')],
    ['years', () => open(pdfOfFormsInForms(), 'bad')],
  ])('%s is refused, and holds up only itself', { timeout: 60_000 }, async (_what, read) => {
    const { pause, memory } = await watching(() => expect(read()).rejects.toMatchObject(refused));
    expect(pause).toBeLessThan(500);
    expect(memory).toBeLessThan(1_200);
    expect(await openGood()).toMatchObject({ text: 'Good words.' });
  });

  it('seconds is read meanwhile', async () => {
    const { pause } = await watching(() => readBytes(SLOW_PAGE, about));
    expect(pause).toBeLessThan(500);
  });
});

it('reads documents one after another', async () => {
  const texts = ['One word.', 'Two words.', 'Three words.'];
  const read = await Promise.all(texts.map((text) => open(Buffer.from(text), 'a.txt')));
  expect(read.map((article) => article?.text)).toEqual(texts);
});

it('leaves off where the signal is aborted', async () => {
  const reason = new Error('enough');
  const controller = new AbortController();
  const bad = open(pdfOfFormsInForms(), 'bad', controller.signal);
  setTimeout(() => {
    controller.abort(reason);
  }, 200);
  await expect(bad).rejects.toBe(reason);
  await expect(open(Buffer.from('x'), 'x', controller.signal)).rejects.toBe(reason);
  expect(await openGood()).toMatchObject({ text: 'Good words.' });
});

// Only Linux tells which processes another has started.
describe.skipIf(process.platform !== 'linux')('a program that is killed', () => {
  const program = `
    import { readingProcess } from ${JSON.stringify(path.join(PACKAGE_DIR, 'dist/src/articles/reading-process.js'))};
    const bytes = Buffer.from('${Buffer.from(pdfOfFormsInForms()).toString('base64')}', 'base64');
    await readingProcess.run({ operation: 'openDocument', args: [bytes, { name: '', source: '' }] }, '');
  `;

  it.each([
    ['while the reading process starts', 0],
    ['while a document is read', 3_000],
  ])('%s leaves nothing running', async (_when, wait) => {
    const started = spawn(process.execPath, ['--input-type=module', '-e', program]);
    const [child] = await vi.waitFor(
      () => {
        const children = childrenOf(started.pid ?? 0);
        expect(children).toHaveLength(1);
        return children;
      },
      { timeout: 20_000, interval: 5 },
    );
    await new Promise((resolve) => setTimeout(resolve, wait));
    const runs = () => process.kill(child ?? 0, 0);
    expect(runs()).toBe(true);
    started.kill('SIGKILL');
    await vi.waitFor(
      () => {
        expect(runs).toThrow('ESRCH');
      },
      { timeout: 20_000 },
    );
  });
});
