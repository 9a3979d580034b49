import { describe, expect, it } from 'vitest';
import { blocksIn, readKind } from './read-kind.js';

describe('XML that nobody knows', () => {
  it('is read a paragraph an element, under its title', async () => {
    const article = await readKind(
      '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><title>Letter of a pilot</title></teiHeader><text><p>The fog came at <time>four</time> and went at nine.</p><p>We lost no boat.</p></text></TEI>',
      'letter.xml',
    );
    expect(article.title).toBe('Letter of a pilot');
    expect(blocksIn(article)).toEqual([
      'paragraph: The fog came at four and went at nine.',
      'paragraph: We lost no boat.',
    ]);
  });

  it('keeps names of values', async () => {
    const { title, text } = await readKind(
      '<?xml version="1.0"?><notice><head><issued>2026-03-01</issued><subject>Bridge closed</subject></head><para>It is closed until 9 June.</para></notice>',
      'notice',
    );
    expect(title).toBe('Bridge closed');
    expect(text).toBe('issued: 2026-03-01\n\nIt is closed until 9 June.');
  });

  it('is a table of what is recorded alike', async () => {
    const { text } = await readKind(
      '<fleet><about>All boats of the company.</about><boat><name>Lune</name><seats>120</seats></boat><boat><name>Amsel</name></boat><boat><name>Tern</name><seats>80</seats></boat></fleet>',
      'fleet.xml',
    );
    expect(text).toBe('All boats of the company.\n\nname | seats\nLune | 120\nAmsel |\nTern | 80');
  });

  it('is refused if it has no words', async () => {
    await expect(readKind('<?xml version="1.0"?><a><b/><b/></a>', 'a.xml')).rejects.toThrow();
  });
});
