import { describe, expect, it } from 'vitest';
import { blocksIn, readKind } from './read-kind.js';
import { EMAIL } from './samples.js';

const PLAIN = 'From: a@b.example\nSubject: Tide\nMIME-Version: 1.0\n';

describe('an e-mail', () => {
  it('is read decoded, with its quotes, and without its signature', async () => {
    const message = await readKind(EMAIL, 'cafe.eml');
    expect(message).toMatchObject({
      title: 'Café closed',
      author: 'Sofía Lind',
      publishedAt: '2025-05-06T07:15:00.000Z',
    });
    expect(blocksIn(message)).toEqual([
      'paragraph: The café on deck two stays closed until 19 May, since its oven has to be repaired.',
      'paragraph: On Monday Ole Brandt wrote:',
      'quote: When does the café open again? The crew keeps asking.',
      'item: Coffee is sold at the kiosk.',
      'item: Soup is not.',
    ]);
  });

  it('is told by its headers if it has no name, and not in a file that is called a text', async () => {
    expect((await readKind(EMAIL, '')).title).toBe('Café closed');
    expect((await readKind(EMAIL, 'notes.txt')).text).toContain('Message-ID');
  });

  it('that is HTML is read as a page is', async () => {
    const html = '<h2>Tides</h2><p>High water is at 6:40.</p><script>x()</script>';
    const message = await readKind(`${PLAIN}Content-Type: text/html\n\n${html}`, 'a.eml');
    expect(blocksIn(message)).toEqual(['heading: Tides', 'paragraph: High water is at 6:40.']);
  });

  it('whose text only points to the HTML is read from that', async () => {
    const html = `<p>${'The pilot boards at the second buoy. '.repeat(10)}</p>`;
    const parts = `--b\nContent-Type: text/plain\n\nView this in a browser.\n--b\nContent-Type: text/html\n\n${html}\n--b--\n`;
    const { text } = await readKind(
      `${PLAIN}Content-Type: multipart/alternative; boundary=b\n\n${parts}`,
      'a.eml',
    );
    expect(text).toMatch(/^The pilot boards/);
  });
});
