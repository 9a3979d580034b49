import { chmod, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ListOptions } from '../../src/articles/source.js';
import { listSources } from '../../src/articles/sources.js';
import { temporaryFolder } from './temporary-folder.js';

async function relativeSources(folder: string, options: ListOptions = {}): Promise<string[]> {
  const { items, failures } = await listSources([folder], options);
  expect(failures).toEqual([]);
  return items.map(({ source }) => path.relative(folder, source));
}

async function failure(arg: string): Promise<{ source: string; code: string; message: string }> {
  const { items, failures } = await listSources([arg]);
  expect(items).toEqual([]);
  expect(failures).toHaveLength(1);
  const { source = '', error } = failures[0] ?? {};
  return { source, code: error?.code ?? '', message: error?.message ?? '' };
}

describe('a file', () => {
  it('is listed by its absolute path with its size, whatever its ending', async () => {
    const folder = await temporaryFolder({ 'story.log': 'words' });
    const file = path.join(folder, 'story.log');
    const { items } = await listSources([path.relative(process.cwd(), file)]);
    expect(items).toEqual([{ source: file, kind: 'file', bytes: 5 }]);
  });

  it('is listed once, however often it is named', async () => {
    const folder = await temporaryFolder({ 'a.txt': 'a', 'b.txt': 'b' });
    const { items } = await listSources([`${folder}/b.txt`, folder, `${folder}/./b.txt`]);
    expect(items.map(({ source }) => path.basename(source))).toEqual(['b.txt', 'a.txt']);
  });
});

describe('a folder', () => {
  const files = {
    'a.txt': 'a',
    'B.HTML': 'b',
    'deep/er/c.md': 'c',
    'deep/d.pdf': 'd',
    'e.markdown': 'e',
    'f.htm': 'f',
    'g.jpg': 'g',
    'h.json': 'h',
    '.hidden.txt': 'i',
    '.git/j.txt': 'j',
    'node_modules/k/k.md': 'k',
  };

  it('gives the articles in it and below, not what is hidden, installed or of another kind', async () => {
    const folder = await temporaryFolder(files);
    expect(await relativeSources(folder)).toEqual([
      'B.HTML',
      'a.txt',
      'deep/d.pdf',
      'deep/er/c.md',
      'e.markdown',
      'f.htm',
    ]);
    const { items } = await listSources([folder]);
    expect(items[0]).toEqual({ source: `${folder}/B.HTML`, kind: 'file', bytes: 1, folder });
  });

  it.each<[string, ListOptions, string[]]>([
    ['names to include', { include: ['*.txt', '*.pdf'] }, ['a.txt', 'deep/d.pdf']],
    ['paths to include', { include: ['deep/**'] }, ['deep/d.pdf', 'deep/er/c.md']],
    [
      'names to exclude',
      { exclude: ['*.htm*'] },
      ['a.txt', 'deep/d.pdf', 'deep/er/c.md', 'e.markdown'],
    ],
    ['folders to exclude', { exclude: ['deep/'] }, ['B.HTML', 'a.txt', 'e.markdown', 'f.htm']],
    ['both', { include: ['deep/**'], exclude: ['er'] }, ['deep/d.pdf']],
  ])('is narrowed by %s', async (_what, options, expected) => {
    expect(await relativeSources(await temporaryFolder(files), options)).toEqual(expected);
  });

  it('is not left by symbolic links', async () => {
    const outside = await temporaryFolder({ 'secret.txt': 'secret', 'more/secret.txt': 'secret' });
    const folder = await temporaryFolder({ 'a.txt': 'a', '.data/b.txt': 'b' });
    await symlink(path.join(outside, 'secret.txt'), path.join(folder, 'out.txt'));
    await symlink(path.join(outside, 'more'), path.join(folder, 'more'));
    await symlink(folder, path.join(folder, 'ring'));
    await symlink(path.join(folder, 'a.txt'), path.join(folder, 'again.txt'));
    await symlink(path.join(folder, 'nowhere.txt'), path.join(folder, 'dangling.txt'));
    await symlink(path.join(folder, '.data/b.txt'), path.join(folder, 'b.txt'));
    expect(await relativeSources(folder)).toEqual(['a.txt', 'b.txt']);
  });

  it('keeps what can be read when a part of it cannot', async () => {
    const folder = await temporaryFolder({ 'a.txt': 'a', 'locked/b.txt': 'b' });
    await chmod(path.join(folder, 'locked'), 0);
    const { items, failures } = await listSources([folder]);
    await chmod(path.join(folder, 'locked'), 0o700);
    expect(items.map(({ source }) => source)).toContain(path.join(folder, 'a.txt'));
    // The superuser may read everything.
    if (process.getuid?.() !== 0) {
      expect(failures).toMatchObject([
        { source: path.join(folder, 'locked'), error: { code: 'file-forbidden' } },
      ]);
    }
  });

  it('with no article in it is told so', async () => {
    const folder = await temporaryFolder({ 'a.jpg': 'a' });
    expect(await failure(folder)).toMatchObject({ source: folder, code: 'folder-empty' });
  });
});

describe('a URL', () => {
  it.each([
    ['https://Example.com/a#part', 'https://example.com/a'],
    ['http://example.com', 'http://example.com/'],
    ['https:/example.com/a b', 'https://example.com/a%20b'],
  ])('%s is listed as %s', async (arg, source) => {
    const { items } = await listSources([arg]);
    expect(items).toEqual([{ source, kind: 'url', bytes: undefined }]);
  });

  it('that differs in its fragment only is listed once', async () => {
    const { items } = await listSources(['https://example.com/a#x', 'https://example.com/a#y']);
    expect(items).toHaveLength(1);
  });
});

it('takes a dash for standard input', async () => {
  const { items } = await listSources(['-']);
  expect(items).toEqual([{ source: '-', kind: 'stdin', bytes: undefined }]);
});

describe('a wrong argument', () => {
  it.each([
    ['/no/such/file.txt', 'file-not-found'],
    ['/etc/passwd/file.txt', 'file-not-found'],
    ['www.example.com/article', 'file-not-found'],
    ['', 'file-not-found'],
    ['/dev/null', 'file-not-regular'],
    ['https://', 'url-invalid'],
    ['http://exa mple.com/', 'url-invalid'],
    ['https://example.com:99999/', 'url-invalid'],
    ['ftp://example.com/a', 'url-scheme'],
    ['file:///etc/passwd', 'url-scheme'],
    ['https://me:secret@example.com/', 'url-credentials'],
    ['https://me:secret@exa mple.com/', 'url-invalid'],
  ])('%j fails alone as %s', async (arg, code) => {
    const { items, failures } = await listSources([arg, 'https://example.com/']);
    expect(items).toHaveLength(1);
    expect(failures.map(({ error }) => error.code)).toEqual([code]);
    expect(JSON.stringify(failures)).not.toContain('secret');
    expect(failures[0]?.error.message).not.toContain('secret');
  });
});
