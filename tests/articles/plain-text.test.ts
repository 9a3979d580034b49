import { describe, expect, it } from 'vitest';
import { readPlainText } from '../../src/articles/plain-text.js';

const read = (content: string | Uint8Array, name = 'state-visit.txt') =>
  readPlainText(typeof content === 'string' ? Buffer.from(content) : content, {
    name,
    source: `/articles/${name}`,
  });

describe('a short plain text in UTF-8', () => {
  it('becomes an article with no process to read it', () => {
    expect(read('\ufeffA visit\r\n\r\nHe came – “at last”.')).toMatchObject({
      title: 'A visit',
      text: 'A visit\n\nHe came – “at last”.',
      source: '/articles/state-visit.txt',
    });
    expect(read('he came on Tuesday')?.title).toBe('State Visit');
  });

  it('has to have words', () => {
    expect(() => read('--- *** ...')).toThrow(
      expect.objectContaining({ code: 'source-no-text' }) as Error,
    );
  });
});

describe('what has to be looked at more closely', () => {
  it.each([
    ['nothing', ''],
    ['a long text', 'words '.repeat(200_000)],
    ['another encoding', Buffer.from('caf\xe9', 'latin1')],
    ['UTF-16', Buffer.from('\ufeffcafé', 'utf16le')],
    ['UTF-16 without a byte order mark', Buffer.from('cafe', 'utf16le')],
    ['control characters', 'one\x07two'],
    ['rich text', '{\\rtf1\\ansi Hello}'],
    ['PostScript', '%!PS-Adobe-3.0 words'],
    ['a PDF', '%PDF-1.7\nwords'],
    ['a feed', '<rss version="2.0"><channel></channel></rss>'],
    ['a page', '<!DOCTYPE html><html><body><p>words</p></body></html>'],
  ])('is %s', (_what, content) => {
    expect(read(content)).toBeUndefined();
  });

  it.each(['notes.md', 'page.html'])('is what is called %s', (name) => {
    expect(read('Some *words*', name)).toBeUndefined();
  });
});
