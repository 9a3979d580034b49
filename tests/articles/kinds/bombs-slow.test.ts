import { deflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { ReadingProcess } from '../../../src/articles/reading-process.js';
import { zipOf } from '../zip-maker.js';
import { EPUB, epubOf, odtOf } from './samples.js';

const reading = new ReadingProcess({ timeoutMs: 20_000 });
afterAll(() => {
  reading.end();
});

async function open(bytes: Uint8Array, name: string) {
  const args = [bytes, { name, source: name }] as const;
  const document = await reading.run({ operation: 'openDocument', args }, name);
  return document.kind === 'article' ? document.article : undefined;
}

const OUTLINE = '<outline text="x">';
const SPACES = ' '.repeat(60_000_000);
const packed = { deflate: true };
const word = (text: string) => zipOf({ 'word/document.xml': text }, packed);

/** An archive whose directory names one file so many times. */
function withManyFiles(count: number): Buffer {
  const names = Array.from({ length: count }, (_, n): [string, string] => [`f${n}`, '']);
  return epubOf({ chapters: ['<p>Words.</p>'], files: Object.fromEntries(names) });
}

const nested = (open: string, close: string, depth: number) =>
  `${open.repeat(depth)}<text:p>Words.</text:p>${close.repeat(depth)}`;

function mailIn(depth: number): Buffer {
  const open = Array.from(
    { length: depth },
    (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\n\n--b${n}\n`,
  );
  return Buffer.from(`From: a@b.example\nMIME-Version: 1.0\n${open.join('')}\n\nWords.`);
}

describe('a document that is made to take more than it says', { timeout: 60_000 }, () => {
  it.each([
    ['a chapter of 60 MB', 'a.epub', () => epubOf({ chapters: [SPACES] }, packed)],
    [
      'chapters of 6 MB together',
      'a.epub',
      () => epubOf({ chapters: Array.from({ length: 3 }, () => 'word '.repeat(400_000)) }, packed),
    ],
    [
      'files that claim 4 GB',
      'a.epub',
      () => epubOf({ chapters: [''] }, { ...packed, claimedBytes: 2 ** 32 - 2 }),
    ],
    ['10,001 files', 'a.epub', () => withManyFiles(10_001)],
    ['60 MB of a Word document', 'a.docx', () => word(`<w:document>${SPACES}</w:document>`)],
    ['60 MB of an ODT', 'a.odt', () => odtOf({ body: SPACES }, packed)],
    [
      'elements nested 300 deep',
      'a.odt',
      () => odtOf({ body: nested('<text:section>', '</text:section>', 300) }),
    ],
    [
      'more than a million elements',
      'a.odt',
      () => odtOf({ body: '<text:s/>'.repeat(1_000_001) }, packed),
    ],
    ['elements in elements of XML', 'a.xml', () => Buffer.from(`<a>${'<b>'.repeat(5000)}x`)],
    ['outlines in outlines', 'a.opml', () => Buffer.from(`<opml>${OUTLINE.repeat(5000)}`)],
    ['parts in parts of an e-mail', 'a.eml', () => mailIn(200)],
  ])('is refused: %s', async (_what, name, make) => {
    await expect(open(make(), name)).rejects.toMatchObject({ code: 'source-too-complex' });
  });

  it('is refused or read in time: tables in tables of a Word document', async () => {
    const tables = `${'<w:tbl><w:tr><w:tc>'.repeat(3000)}<w:p><w:r><w:t>x</w:t></w:r></w:p>${'</w:tc></w:tr></w:tbl>'.repeat(3000)}`;
    const name = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
    const docx = word(`<w:document xmlns:w="${name}"><w:body>${tables}</w:body></w:document>`);
    await open(docx, 'a.docx').catch((error: unknown) => {
      expect(error).toMatchObject({ code: expect.stringMatching(/^source-/) as string });
    });
    expect(await open(Buffer.from('Good words.'), 'good.txt')).toMatchObject({
      text: 'Good words.',
    });
  });

  it.each([
    ['items', (item: string) => item.repeat(100_000), 'Before.'],
    ['entities', (item: string) => item.replace('Before.', 'Before &l9; after.'), 'Before'],
    ['elements in an item', (item: string) => item.replace('Before.', '<b>'.repeat(50_000)), ''],
  ])('is read or refused in time as a feed: its %s', async (_what, made, says) => {
    const item = '<item><title>x</title><description>Before.</description></item>';
    const laughs = Array.from(
      { length: 9 },
      (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`,
    );
    const feed = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">${laughs.join('')}]><rss version="2.0"><channel><title>f</title>${made(item)}</channel></rss>`;
    const args = [feed, 'https://feed.example/', 10] as const;
    const read = await reading
      .run({ operation: 'readFeed', args }, 'feed')
      .catch((error: unknown) => {
        expect(error).toMatchObject({ code: expect.stringMatching(/^(?:feed|source)-/) as string });
      });
    expect(JSON.stringify(read?.entries ?? says).length).toBeLessThan(20_000);
    expect(JSON.stringify(read?.entries ?? says)).toContain(says);
  });

  it('is refused: files that are larger than they claim', async () => {
    const liar = epubOf({ chapters: [SPACES] }, { deflate: true, claimedBytes: 900 });
    await expect(open(liar, 'a.epub')).rejects.toMatchObject({ code: 'source-binary' });
  });

  it('is refused: data that ends in the middle', async () => {
    const cut = deflateRawSync(EPUB).subarray(0, 400);
    const broken = Buffer.concat([EPUB.subarray(0, 600), cut, EPUB.subarray(-700)]);
    await expect(open(broken, 'a.epub')).rejects.toMatchObject({ code: 'source-binary' });
  });

  it('is read without its own entities, which could expand to gigabytes', async () => {
    const laughs = Array.from(
      { length: 9 },
      (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`,
    );
    const xml = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">${laughs.join('')}]><office:document-content><office:body><office:text><text:p>Before &l9; after.</text:p></office:text></office:body></office:document-content>`;
    const odt = zipOf({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml': xml,
    });
    const { text = '' } = (await open(odt, 'a.odt')) ?? {};
    expect(text).toMatch(/^Before .{0,9} ?after\.$/);
  });

  it.each([
    ['6 MB of commas', 'a.csv', ','.repeat(6_000_000)],
    ['a cell of 6 MB', 'a.csv', `a,b\n1,"${'x '.repeat(3_000_000)}`],
    [
      'arrays nested a million deep',
      'a.jsonl',
      `{"a":${'['.repeat(1e6)}${']'.repeat(1e6)}}\n{"b":1}`,
    ],
    [
      'fields of all names',
      'a.jsonl',
      Array.from({ length: 200_000 }, (_, n) => `{"f${n}":1}`).join('\n'),
    ],
    ['300,000 lines of a word', 'a.txt', 'word\n'.repeat(300_000)],
    ['150,000 items that begin with a picture', 'a.txt', '🎭 Roles here\n'.repeat(150_000)],
    ['200,000 cues', 'a.srt', '1\n00:00:01,000 --> 00:00:02,000\n<b>Word\n\n'.repeat(200_000)],
    [
      'brackets that never close',
      'a.vtt',
      `WEBVTT\n\n00:01.000 --> 00:02.000\n${'<v '.repeat(1e6)}`,
    ],
    ['bars of a grid', 'a.rst', `${'+-'.repeat(1e6)}+\n${'|a'.repeat(1e6)}|\n`],
    ['grids', 'a.rst', '+-+-+\n|a|b|\n+-+-+\n\n'.repeat(30_000)],
    [
      'lists in lists',
      'a.rst',
      Array.from({ length: 2_000 }, (_, n) => `${' '.repeat(n)}- x`).join('\n'),
    ],
    ['marks that never close', 'a.rst', '``a *b **c |d `e '.repeat(100_000)],
    [
      'marks that never close, too',
      'a.adoc',
      'http://a *b _c `d <<e #f {g footnote:['.repeat(50_000),
    ],
    ['blocks that never close', 'a.adoc', '----\n====\n____\n|===\n'.repeat(50_000)],
    ['terms', 'a.adoc', 'a::\n'.repeat(100_000)],
    ['quotes in quotes', 'a.eml', `From: a@b.c\n\n${'> '.repeat(1e6)}x`],
  ])('and is only long, is read or refused in time: %s', async (_what, name, content) => {
    const outcome = await open(Buffer.from(content), name).then(
      () => 'read',
      (error: unknown) => (error as { readonly code?: string }).code,
    );
    expect(['read', 'source-too-complex', 'source-no-text']).toContain(outcome);
    expect(await open(Buffer.from('Good words.'), 'good.txt')).toMatchObject({
      text: 'Good words.',
    });
  });
});
