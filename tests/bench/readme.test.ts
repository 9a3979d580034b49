import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { whereOthersLead } from '../../bench/peers-report.js';
import type { PeerFigures } from '../../bench/peers.js';
import { measuredSpeed, said, withFigures } from '../../bench/readme.js';
import { PACKAGE_DIR } from '../../src/version.js';

const always = (value: number) => ({ min: value, median: value, max: value });

function peer(name: string, ms: number, recallAt1: number): PeerFigures {
  return {
    name,
    indexing: always(ms * 1000),
    unchanged: always(20),
    edited: always(60),
    questionP50: always(ms),
    questionP99: always(ms * 2),
    cold: always(900),
    memory: always(300e6),
    disk: always(2e6),
    recallAt1,
    answerShown: recallAt1,
    charactersShown: 300,
  };
}

describe('what README says of speed', () => {
  it('is what was measured last', async () => {
    const readme = await readFile(path.join(PACKAGE_DIR, 'README.md'), 'utf8');
    expect(await withFigures(readme, await measuredSpeed())).toBe(readme);
  });

  it('gives each as a ratio to the least that it could take', () => {
    const timing = (name: string, median: number) => ({ name, median, p95: median });
    const groups = [
      {
        title: 'A question',
        timings: [timing('its embedding alone', 2), timing('asked of all articles', 5)],
      },
    ];
    const machine = { node: '', cores: 2, cpu: '', load: 0 };
    expect(said({ machine, articles: 1, groups }, [], [])).toContain(
      '| a question, 5.0 ms, against embedding it alone, 2.0 ms | 2.5 × |',
    );
  });

  it('says how much quicker the others are', () => {
    const peers = [peer('Newsdesk', 35, 0.98), peer('Newsdesk, no reader', 5, 0.97)];
    const others = [peer('One', 0.9, 0.9), peer('Another', 2.8, 0.5)];
    const words = said(
      { machine: { node: '', cores: 2, cpu: '', load: 0 }, articles: 1, groups: [] },
      [...peers, ...others],
      [],
    );
    expect(words).toContain('98.0 %, they for 90.0 % at most');
    expect(words).toContain('35 ms a question (5 ms without it), they 0.9 to 2.8 ms');
  });

  it('needs its place in README', async () => {
    await expect(withFigures('# Newsdesk\n', 'words')).rejects.toThrow(/README.md has no/);
  });
});

describe('beside its peers', () => {
  it('the columns in which another is ahead are said, with the reason', () => {
    const lines = whereOthersLead([peer('Newsdesk', 35, 0.98), peer('One', 0.9, 0.9)]);
    expect(lines.map((line) => /^- \*\*(.*?)\*\*/.exec(line)?.[1])).toEqual([
      'indexing, s',
      'question p50, ms',
      'p99, ms',
    ]);
    expect(lines[0]).toContain('(Newsdesk 35.0; One 0.9). They embed a chunk once.');
  });

  it('one without a model is compared in no column', () => {
    const lines = whereOthersLead([peer('Newsdesk', 35, 0.98), peer('MiniSearch', 0.2, 0.9)]);
    expect(lines).toEqual([]);
  });
});
