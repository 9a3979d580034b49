import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCommandLine } from '../../src/cli/run.js';

/** What a command line says of itself before anything is opened. */
const WRONG: readonly (readonly [args: string, says: RegExp])[] = [
  ['', /Say what to do/],
  ['indx', /Unknown command 'indx'.*index/],
  ['list --jsn', /Unknown option '--jsn'.*--json.*newsdesk list --help/],
  ['list extra', /Too many arguments/],
  ['index', /Missing required argument 'source'/],
  ['index a --title', /'--title <title>' argument missing/],
  ['index a --title _', /title of 1 to 300 characters/],
  ['index a --guild server', /Copy Server ID/],
  ['index a --guild 123456789012345678901', /Copy Server ID/],
  ['index a --guild -1', /guild/],
  ['index - --sitemap', /address or the file of a sitemap/],
  ['index a --limit 0', /whole number from 1 to 1000/],
  ['index a --include _', /Give a pattern/],
  ['index a --data-dir _', /Give a folder/],
  ['ask', /Give a question/],
  ['ask _', /Give a question/],
  ['ask who --batch questions.txt', /either a question or --batch/],
  ['ask who --article _', /newsdesk list/],
  ['search', /Missing required argument 'query'/],
  ['search _', /Give something to look for/],
  ['search who --limit 51', /whole number from 1 to 50/],
  ['search who --limit 2.5', /whole number/],
  ['search who --limit ten', /whole number/],
  ['read', /Missing required argument 'source'/],
  ['read a --limit 0', /whole number from 1 to 1000/],
  ['show', /Missing required argument 'id'/],
  ['show a b', /Too many arguments/],
  ['remove', /Missing required argument 'id'/],
  ['watch', /Missing required argument 'folder'/],
  ['backup', /Missing required argument 'file'/],
  ['restore', /Missing required argument 'file'/],
  ['eval', /Missing required argument 'file'/],
  ['register --guild server', /Copy Server ID/],
  ['unanswered --guild server', /Copy Server ID/],
];

describe('a wrong command line', () => {
  let stdout = '';
  let stderr = '';
  beforeEach(() => {
    [stdout, stderr] = ['', ''];
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      stdout += String(text);
      return true;
    });
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      stderr += String(text);
      return true;
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  /** `_` stands for an empty argument. */
  const argsOf = (line: string): string[] =>
    line === '' ? [] : line.split(' ').map((arg) => (arg === '_' ? '' : arg));

  it.each(WRONG)('%s', async (line, says) => {
    expect(await runCommandLine(argsOf(line))).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(says);
    expect(stderr.trimEnd().split('\n').at(-1)).toMatch(/^newsdesk: .*See "newsdesk .*--help"\.$/);
  });

  it.each(WRONG)('%s, as the one JSON value with --json', async (line, says) => {
    expect(await runCommandLine(['--json', ...argsOf(line)])).toBe(2);
    const { error } = JSON.parse(stdout) as { error: { code: string; message: string } };
    expect(error.code).toBe('usage');
    expect(error.message).toMatch(says);
  });
});
