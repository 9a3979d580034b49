import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readBytes } from '../../src/articles/read.js';
import { ARTICLE_FILE } from './putin.js';

const read = (content: string | Uint8Array, name = 'note.txt', contentType?: string) =>
  readBytes(typeof content === 'string' ? Buffer.from(content) : content, {
    name,
    source: `/articles/${name}`,
    ...(contentType !== undefined && { contentType }),
  });

/** Text in windows-1252, whose special letters are given by their bytes. */
function windows1252(text: string): Uint8Array {
  const special = new Map([
    ['€', 0x80],
    ['‘', 0x91],
    ['’', 0x92],
    ['“', 0x93],
    ['”', 0x94],
    ['–', 0x96],
    ['—', 0x97],
  ]);
  return Uint8Array.from(text.split(''), (letter) => special.get(letter) ?? letter.charCodeAt(0));
}

describe('plain text', () => {
  it('is kept to the letter', async () => {
    const text = await readFile(ARTICLE_FILE, 'utf8');
    expect((await read(text)).text).toBe(text);
    const odd = '  Two  spaces,\ttabs \n\n\n\nand blank lines\u00a0– naïve 👋🏽\n \n';
    expect((await read(odd)).text).toBe(odd);
  });

  it.each([
    ['UTF-8 with a byte order mark', Buffer.from('\ufeffcafé “x”')],
    ['UTF-16 LE with a byte order mark', Buffer.from('\ufeffcafé “x”', 'utf16le')],
    ['UTF-16 BE with a byte order mark', Buffer.from('\ufeffcafé “x”', 'utf16le').swap16()],
    ['windows-1252', windows1252('café “x”')],
  ])('is understood in %s', async (_what, bytes) => {
    expect((await read(bytes)).text).toBe('café “x”');
  });

  it('is understood in UTF-16 without a byte order mark', async () => {
    const text = 'The visit begins on Tuesday – and ends on Thursday.';
    expect((await read(Buffer.from(text, 'utf16le'))).text).toBe(text);
    expect((await read(Buffer.from(text, 'utf16le').swap16())).text).toBe(text);
  });

  it.each([
    'The ticket costs €5 — “far too much”, he said.',
    'Le président a déclaré que l’été sera très chaud à Paris.',
    'Der Präsident trifft Außenminister Müller in Köln.',
    'El niño comió mañana en España, señor.',
    'It’s naïve.',
  ])('in windows-1252 is told from its neighbours: %s', async (text) => {
    expect((await read(windows1252(text))).text).toBe(text);
  });

  it('in the encoding that a server declares is not guessed', async () => {
    const bytes = Uint8Array.of(0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2); // "Привет" in windows-1251
    expect((await read(bytes, 'a.txt', 'text/plain; charset=windows-1251')).text).toBe('Привет');
  });

  it('has line feeds for other line ends, and no control characters', async () => {
    expect((await read('one\r\ntwo\rthree\fvier\0\x07\x1b!\x7f')).text).toBe(
      'one\ntwo\nthree\nvier!',
    );
  });
});

describe('the title of a plain text', () => {
  it.each([
    [
      'a short first line over a blank one',
      'Putin in Pyongyang\n\nHe came on Tuesday.',
      'Putin in Pyongyang',
    ],
    ['an underlined first line', 'Putin in Pyongyang\n====\nHe came.', 'Putin in Pyongyang'],
    [
      'not what stands above every press release',
      'FOR IMMEDIATE RELEASE\n\nMill reopens in May\n\nThe mill reopens.',
      'Mill reopens in May',
    ],
    ['a question', 'Who came?\n\nPutin came.', 'Who came?'],
    ['not a sentence', 'He came on Tuesday.\n\nHe left on Thursday.', 'State Visit'],
    ['not a salutation', 'Dear reader,\n\nhe came.', 'State Visit'],
    ['not a line with no blank one under it', 'He came\non Tuesday', 'State Visit'],
    ['not the only line', 'He came\n\n', 'State Visit'],
    ['not a long line', `${'word '.repeat(40)}\n\nbody`, 'State Visit'],
  ])('is %s', async (_what, text, title) => {
    expect((await read(text, 'state-visit.txt')).title).toBe(title);
  });

  it.each([
    ['putin-north-korea.txt', 'Putin North Korea'],
    ['The_Big.Story v2.txt', 'The Big Story V2'],
    ['2024-06-18-putin-visit.md', '2024-06-18 Putin Visit'],
    ['übersicht.txt', 'Übersicht'],
    ['NATO-summit', 'NATO Summit'],
    ['.txt', 'Txt'],
    ['---.txt', 'Untitled'],
  ])('is made of the file name %s', async (name, title) => {
    expect((await read('he came on Tuesday', name)).title).toBe(title);
  });

  it('is how the text begins where it has no name at all', async () => {
    const text = 'One two three four five six seven eight nine ten eleven twelve thirteen.';
    expect((await read(text, '')).title).toBe(
      'One two three four five six seven eight nine ten eleven…',
    );
  });
});

describe('the kind of a file', () => {
  const page = '<!DOCTYPE html>\n<html><body><p>Some words in a page.</p></body></html>';

  it.each([
    ['HTML that is called text', page, 'page.txt'],
    ['HTML with no ending', `<?xml version="1.0"?><!-- saved -->${page}`, 'page'],
    ['a piece of HTML with the ending of it', '<p>Some words in a page.</p>', 'page.HTM'],
  ])('is seen in its content: %s', async (_what, content, name) => {
    expect((await read(content, name)).text).toBe('Some words in a page.');
  });

  it('is told by the server where the address has no ending', async () => {
    const article = await read('<p>Some <b>words</b></p>', 'item', 'text/html; charset=utf-8');
    expect(article.text).toBe('Some words');
    expect((await read('Some *words*', 'item', 'text/markdown')).text).toBe('Some words');
  });

  it('is text for text about HTML', async () => {
    const text = 'The <html> element is the root.\n';
    expect((await read(text)).text).toBe(text);
  });

  it('is told by front matter where nothing else tells', async () => {
    expect(await read('---\ntitle: A visit\n---\nSome *words*', '')).toMatchObject({
      title: 'A visit',
      text: 'Some words',
    });
  });

  it('is text for a text that begins like the mark of a format', async () => {
    expect((await read('BM is short for many things.')).text).toContain('BM is');
    expect((await read('MZ was his sign.')).text).toContain('MZ');
  });
});

describe('an HTML file in another encoding', () => {
  it('is read as its bytes say if it is not what it declares', async () => {
    const html = windows1252(
      '<html><head><meta charset="utf-8"></head><p>The café – “Lune” – is open.</p>',
    );
    expect((await read(html, 'a.html')).text).toBe('The café – “Lune” – is open.');
  });

  it('is read as it declares if a single letter of it is damaged', async () => {
    const html = Buffer.from('<meta charset="utf-8"><p>Das Café für Möwen, öfter geöffnet.</p>');
    const damaged = Buffer.concat([html, Buffer.of(0x3c, 0x70, 0x3e, 0xe9)]);
    expect((await read(damaged, 'a.html')).text).toMatch(/^Das Café für Möwen, öfter geöffnet\./);
  });

  it('is read as its meta element says', async () => {
    const html = windows1252('<html><head><meta charset="iso-8859-1"></head><p>It’s a café.</p>');
    expect((await read(html, 'a.html')).text).toBe('It’s a café.');
  });
});

it('believes an address in front matter only where the file may know it', async () => {
  const content = Buffer.from('---\nurl: https://example.com/a\n---\nSome words.');
  const about = { name: 'a.md', source: 'a.md' };
  expect((await readBytes(content, about)).url).toBe('https://example.com/a');
  const url = 'https://other.example/raw/a.md';
  expect((await readBytes(content, { ...about, url })).url).toBe(url);
});

describe('what is no article', () => {
  const png = Buffer.concat([
    Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
    Buffer.alloc(40, 0x81),
  ]);
  const zip = Buffer.concat([Buffer.from('504b0304140000000800', 'hex'), Buffer.alloc(60, 7)]);
  const noise = Uint8Array.from({ length: 3_000 }, (_, i) => (i * 7919) % 251);

  it.each([
    ['nothing', '', 'source-empty'],
    ['blank lines', ' \n\n\t\n', 'source-no-text'],
    ['marks alone', '--- *** ...', 'source-no-text'],
    ['a picture', png, 'source-binary'],
    ['a packed file', zip, 'source-binary'],
    ['the first 8 bytes of a picture', png.subarray(0, 8), 'source-binary'],
    ['the first 12 bytes of a picture', png.subarray(0, 12), 'source-binary'],
    ['the first 3 bytes of a photo', Buffer.from('ffd8ff', 'hex'), 'source-binary'],
    ['noise', noise, 'source-binary'],
    ['a few letters among zeros', 'a\0\0b\0c\0\0', 'source-binary'],
    ['rich text', '{\\rtf1\\ansi Hello}', 'source-binary'],
    ['a page of scripts', '<html><body><script>go()</script></body></html>', 'source-no-text'],
    ['a picture of a page', '<html><body><img src="a.png"></body></html>', 'source-no-text'],
    ['a damaged PDF', '%PDF-1.7\nnothing', 'pdf-broken'],
    ['a feed', '<rss version="2.0"><channel></channel></rss>', 'feed-not-one-article'],
  ])('is refused: %s → %s', async (_what, content, code) => {
    await expect(read(content)).rejects.toMatchObject({ code });
  });

  it('is refused when it is larger than 25 MB', async () => {
    await expect(read(new Uint8Array(25_000_001))).rejects.toMatchObject({
      code: 'source-too-large',
    });
  });
});
