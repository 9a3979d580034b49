import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk, type Desk } from '../cli/desk.js';
import { PUTIN } from '../support/articles.js';

interface BadInput {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly code: 1 | 2;
  /** What the message must say: the value that is wrong, or what to do. */
  readonly says: RegExp;
}

/** `@name` stands for a path in the folder of files; `@@name` for a data folder with that damage. */
const SOURCES: Readonly<Record<string, BadInput>> = {
  'a file that is not there': {
    args: ['index', '@missing.txt'],
    code: 1,
    says: /Check the spelling/,
  },
  'an empty argument': { args: ['index', ''], code: 2, says: /not an empty value/ },
  'an empty file': { args: ['index', '@empty.txt'], code: 1, says: /is empty/ },
  'a file of blanks': { args: ['index', '@blank.txt'], code: 1, says: /no text/ },
  'a picture': { args: ['index', '@picture.txt'], code: 1, says: /not text/ },
  'a damaged PDF': { args: ['index', '@broken.pdf'], code: 1, says: /damaged/ },
  'HTML without text': { args: ['index', '@scripts.html'], code: 1, says: /no text/ },
  'a file that is too large': { args: ['index', '@large.txt'], code: 1, says: /larger than 25 MB/ },
  'an empty folder': { args: ['index', '@nothing'], code: 1, says: /\.txt, \.md/ },
  'a pattern that fits nothing': {
    args: ['index', '@', '--include', '*.nothing'],
    code: 1,
    says: /--include/,
  },
  'a pipe': { args: ['index', '@pipe'], code: 1, says: /newsdesk index -/ },
  'a link to nowhere': { args: ['index', '@dangling.txt'], code: 1, says: /no file or folder/ },
  'a name that is too long': {
    args: ['index', 'x'.repeat(5000)],
    code: 1,
    says: /no file or folder/,
  },
  'empty standard input': {
    args: ['index', '-'],
    input: '',
    code: 1,
    says: /Standard input is empty/,
  },
  'one title for two': {
    args: ['index', PUTIN, '@empty.txt', '--title', 'T'],
    code: 2,
    says: /one by one/,
  },
  'another scheme': { args: ['index', 'ftp://example.com/a'], code: 1, says: /Only http/ },
  'a file URL': {
    args: ['index', 'file:///etc/hostname'],
    code: 1,
    says: /give a file by its path/,
  },
  'an address with a password': {
    args: ['index', 'https://me:secret@example.com/'],
    code: 1,
    says: /user name or password/,
  },
  'an address that is none': { args: ['index', 'http://'], code: 1, says: /is not an address/ },
  'a loopback address': {
    args: ['index', 'http://127.0.0.1:9/'],
    code: 1,
    says: /ALLOW_PRIVATE_URLS/,
  },
  'a loopback address in IPv6': {
    args: ['index', 'http://[::1]/'],
    code: 1,
    says: /ALLOW_PRIVATE_URLS/,
  },
  'a mapped loopback address': {
    args: ['index', 'http://[::ffff:127.0.0.1]/'],
    code: 1,
    says: /ALLOW_PRIVATE_URLS/,
  },
  'a cloud’s metadata': {
    args: ['index', 'http://169.254.169.254/'],
    code: 1,
    says: /ALLOW_PRIVATE_URLS/,
  },
  'a server that refuses': {
    args: ['index', 'http://127.0.0.1:9/'],
    env: { NEWSDESK_ALLOW_PRIVATE_URLS: 'true' },
    code: 1,
    says: /refuses the connection/,
  },
  'a batch that is not there': {
    args: ['ask', '--batch', '@missing.txt'],
    code: 1,
    says: /Check the spelling/,
  },
  'a batch that is a folder': {
    args: ['ask', '--batch', '@nothing'],
    code: 1,
    says: /is a folder. Name a file in it/,
  },
  'a database of another kind to copy to': {
    args: ['copy', '--to', 'mysql://db.example/newsdesk'],
    code: 2,
    says: /address of a PostgreSQL database/,
  },
  'a watched file': { args: ['watch', '@empty.txt'], code: 2, says: /newsdesk index/ },
  'a watched nothing': { args: ['watch', '@missing'], code: 1, says: /no file or folder/ },
  'a backup over something else': {
    args: ['backup', '@empty.txt'],
    code: 2,
    says: /Name a new file/,
  },
  'a backup that is not there': { args: ['restore', '@missing.sqlite'], code: 2, says: /no file/ },
  'a backup that is none': { args: ['restore', '@blank.txt'], code: 1, says: /newsdesk backup/ },
  'an evaluation that is not there': {
    args: ['eval', '@missing.json'],
    code: 1,
    says: /missing\.json/,
  },
  'an evaluation that is no JSON': { args: ['eval', '@blank.txt'], code: 1, says: /SQuAD/ },
};

const IDS: Readonly<Record<string, BadInput>> = {
  'to show': { args: ['show', 'nope'], code: 1, says: /no article nope.*newsdesk list/ },
  'to remove': { args: ['remove', 'nope'], code: 1, says: /newsdesk list/ },
  'to refresh': { args: ['refresh', 'nope'], code: 1, says: /newsdesk list/ },
  'to ask': { args: ['ask', 'Who?', '--article', 'nope'], code: 1, says: /newsdesk list/ },
  'to search': { args: ['search', 'who', '--article', 'nope'], code: 1, says: /newsdesk list/ },
};

const SETTINGS: Readonly<Record<string, BadInput>> = Object.fromEntries(
  (
    [
      ['NEWSDESK_MIN_CONFIDENCE', '2', /number from 0 to 1/],
      ['NEWSDESK_LOG_LEVEL', 'loud', /fatal, error, warn/],
      ['NEWSDESK_MODEL', '../../etc', /as the hub names it/],
      ['NEWSDESK_ALLOW_PRIVATE_URLS', 'perhaps', /true or false/],
      ['NEWSDESK_SHARDS', '0', /whole number from 1/],
      ['NEWSDESK_COOLDOWN_SECONDS', '-1', /whole number from 0/],
      ['DISCORD_GUILD_ID', 'my server', /Copy ID/],
      ['DISCORD_CLIENT_ID', '12', /Copy ID/],
      ['DISCORD_API_URL', 'discord.com', /http or https/],
    ] as const
  ).map(([name, value, says]) => [
    name,
    {
      args: ['list'],
      env: { [name]: value },
      code: 2,
      says: new RegExp(`${name}.*${says.source}`),
    },
  ]),
);

const FOLDERS: Readonly<Record<string, BadInput>> = {
  'that is a file': {
    args: ['list', '--data-dir', '@blank.txt'],
    code: 1,
    says: /NEWSDESK_DATA_DIR/,
  },
  'inside a file': {
    args: ['list', '--data-dir', '@blank.txt/x'],
    code: 1,
    says: /NEWSDESK_DATA_DIR/,
  },
  'whose database is damaged': {
    args: ['list', '--data-dir', '@damaged'],
    code: 1,
    says: /newsdesk restore/,
  },
  'whose database is a folder': {
    args: ['list', '--data-dir', '@folder'],
    code: 1,
    says: /newsdesk\.sqlite/,
  },
  'of a newer Newsdesk': {
    args: ['list', '--data-dir', '@newer'],
    code: 1,
    says: /Update Newsdesk/,
  },
};

describe('bad input', { timeout: 60_000 }, () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = openDesk();
    const file = (name: string): string => path.join(desk.files, name);
    writeFileSync(file('empty.txt'), '');
    writeFileSync(file('blank.txt'), ' \n\t\n');
    writeFileSync(
      file('picture.txt'),
      Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
    );
    writeFileSync(file('broken.pdf'), '%PDF-1.7\nnothing more');
    writeFileSync(file('scripts.html'), '<html><body><script>alert(1)</script></body></html>');
    writeFileSync(file('large.txt'), '');
    truncateSync(file('large.txt'), 26_000_000);
    for (const name of ['nothing', 'damaged', 'folder/newsdesk.sqlite', 'newer']) {
      mkdirSync(file(name), { recursive: true });
    }
    execFileSync('mkfifo', [file('pipe')]);
    symlinkSync(file('missing.txt'), file('dangling.txt'));
    writeFileSync(file('damaged/newsdesk.sqlite'), 'no database '.repeat(1000));
    await desk.run(['index', PUTIN]);
    const newer = new Database(file('newer/newsdesk.sqlite'));
    newer.pragma('user_version = 99');
    newer.close();
  });
  afterAll(() => {
    desk.end();
  });

  const cases = (table: Readonly<Record<string, BadInput>>): [string, BadInput][] =>
    Object.entries(table);

  async function check({ args, env = {}, input = '', code, says }: BadInput): Promise<void> {
    const resolved = args.map((arg) =>
      arg.startsWith('@') ? path.join(desk.files, arg.slice(1)) : arg,
    );
    const { code: ended, stdout, stderr } = await desk.run([...resolved, '--json'], { env, input });
    expect(stderr).toMatch(says);
    expect(stderr).toMatch(/^newsdesk: /);
    expect(stderr).not.toMatch(/^ +at |something went wrong/im);
    expect(stderr).not.toContain('secret');
    expect(ended).toBe(code);
    const value = JSON.parse(stdout) as { failed?: number; error?: { code: string } };
    expect(value.error?.code ?? value.failed).toBeTruthy();
    expect(value.error?.code).not.toBe('fault');
  }

  describe('as a source or a file', () => {
    it.each(cases(SOURCES))('%s', (_, input) => check(input));
  });
  describe('as an id', () => {
    it.each(cases(IDS))('%s', (_, input) => check(input));
  });
  describe('as a setting', () => {
    it.each(cases(SETTINGS))('%s', (_, input) => check(input));

    it('never shows a token, right or wrong', async () => {
      const token = 'not a token at all';
      const { code, stderr } = await desk.run(['start'], { env: { DISCORD_TOKEN: token } });
      expect(code).toBe(2);
      expect(stderr).toContain('DISCORD_TOKEN');
      expect(stderr).not.toContain('not a token');
    });

    it('says where to get a token that is missing', () =>
      check({ args: ['register'], code: 2, says: /Reset Token/ }));
  });
  describe('as a data folder', () => {
    it.each(cases(FOLDERS))('%s', (_, input) => check(input));
  });

  it('removes nothing where one of the ids is wrong', async () => {
    const { value } = await desk.json(['list']);
    const [{ id } = { id: '' }] = value as { id: string }[];
    const { code } = await desk.json(['remove', id, 'nope']);
    expect(code).toBe(1);
    expect((await desk.json(['list'])).value).toEqual(value);
  });

  it('has lost nothing of what was there', async () => {
    const asked = await desk.json(['ask', 'Where will Putin stay?']);
    expect(asked).toMatchObject({ code: 0, value: { answered: true } });
    expect(await desk.json(['verify'])).toMatchObject({ code: 0, value: { ok: true } });
  });
});
