import { describe, expect, it } from 'vitest';
import { blocksIn, readKind } from './read-kind.js';
import { ODT, odtOf } from './samples.js';

const open = (bytes: Uint8Array) => readKind(bytes, 'minutes.odt');

describe('a text document of LibreOffice', () => {
  it('is read with its headings, lists, tables, quotes and notes', async () => {
    const article = await open(ODT);
    expect(article).toMatchObject({
      title: 'Minutes of the boat club',
      author: 'Runa Falk',
      publishedAt: '2024-02-08T19:30:00',
    });
    expect(blocksIn(article).slice(0, 6)).toEqual([
      'heading: Fees',
      'paragraph: The club raised the berth fee to 310 crowns.',
      'item: Paint the pier',
      'item: Buy rope',
      'row: Boat | Fee',
      expect.stringMatching(/^row: Dinghy \| 40 \|/),
    ]);
    expect(blocksIn(article).slice(6)).toEqual([
      'quote: No boat, no vote.',
      'paragraph: For boats under nine metres.',
    ]);
    expect(article.text).toContain('1. Paint the pier\n2. Buy rope');
    const [header] = article.blocks.filter(({ kind }) => kind === 'row');
    expect(header).toMatchObject({ header: true });
  });

  it('is called by the paragraph that its style makes a title', async () => {
    const { title, text } = await open(
      odtOf({
        styles: '<style:style style:name="P9" style:parent-style-name="Title"/>',
        body: '<text:p text:style-name="P9">Rules of the pool</text:p><text:p>No diving.</text:p>',
      }),
    );
    expect({ title, text }).toEqual({ title: 'Rules of the pool', text: 'No diving.' });
  });

  it('has no words that were deleted, and none of its comments', async () => {
    const { text } = await open(
      odtOf({
        body: '<text:tracked-changes><text:changed-region><text:deletion><text:p>Old words.</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>New words<office:annotation><text:p>Really?</text:p></office:annotation> stay.</text:p>',
      }),
    );
    expect(text).toBe('New words stay.');
  });

  it('with a password is refused, and so is a damaged one', async () => {
    const locked = odtOf({ body: '', manifest: '<manifest:encryption-data/>' });
    await expect(open(locked)).rejects.toThrow(/an \.odt file with a password/);
    await expect(open(ODT.subarray(0, ODT.length - 200))).rejects.toThrow(/damaged \.odt/);
  });
});
