import { describe, expect, it } from 'vitest';
import { blocksIn, readKind } from './read-kind.js';
import { EPUB, epubOf } from './samples.js';

const open = (bytes: Uint8Array) => readKind(bytes, 'book.epub');

describe('a book', () => {
  it('is read chapter by chapter in the order of its spine, without the table of contents', async () => {
    const book = await open(EPUB);
    expect(book).toMatchObject({
      title: 'The Lighthouse Keepers',
      author: 'Ada Quist',
      publishedAt: '2019-04-02',
      site: 'Gull Press',
      language: 'en',
    });
    expect(blocksIn(book)).toEqual([
      'heading: The first winter',
      'paragraph: Nils Brandt lit the lamp of Skerry Point on 3 November 1871.',
      'paragraph: It burned whale oil.',
      'item: a stove',
      'item: two bunks',
      'heading: The fog horn',
      'row: Year | Ships',
      'row: 1880 | 212',
      'quote: It never slept.',
      'code: dot  dash',
    ]);
  });

  it('counts lists and tables through all chapters', async () => {
    const list = (word: string) => `<p>Of ${word}:</p><ul><li>${word}</li><li>more</li></ul>`;
    const { blocks } = await open(epubOf({ chapters: [list('tar'), list('rope')] }));
    const lists = blocks.flatMap((block) => (block.kind === 'item' ? [block.list] : []));
    expect(lists).toEqual([0, 0, 1, 1]);
  });

  it('loses no text after elements that XHTML ends at once', async () => {
    const chapter = '<p>One<a id="x"/> two.</p><script src="x.js"/><p>Three<span/> four.</p>';
    const { text } = await open(epubOf({ chapters: [chapter] }));
    expect(text).toBe('One two.\n\nThree four.');
  });

  it('that is locked is refused, and one with scrambled fonts is read', async () => {
    const encryption = (uri: string) => ({
      'META-INF/encryption.xml': `<encryption><enc:EncryptedData><enc:CipherData><enc:CipherReference URI="${uri}"/></enc:CipherData></enc:EncryptedData></encryption>`,
    });
    const book = { chapters: ['<p>Words of the book.</p>'] };
    const locked = epubOf({ ...book, files: encryption('OPS/text/c%200.xhtml') });
    await expect(open(locked)).rejects.toMatchObject({
      code: 'source-binary',
      details: { type: 'an .epub file that is locked (DRM)' },
    });
    const fonts = epubOf({ ...book, files: encryption('OPS/font.otf') });
    expect((await open(fonts)).text).toBe('Words of the book.');
  });

  it('that is damaged is called so', async () => {
    await expect(open(EPUB.subarray(0, EPUB.length - 400))).rejects.toThrow(/damaged \.epub/);
  });
});
