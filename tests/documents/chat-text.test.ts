import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../src/articles/markdown.js';
import { plainText } from '../../src/articles/plain-text.js';

/** The blocks of a text as it was copied from a chat, read as a plain text and as Markdown. */
function told(text: string): Record<'plain' | 'markdown', string[]> {
  const ofBlocks = ({ text: all, blocks }: ReturnType<typeof readMarkdown>): string[] =>
    blocks.map((block) => {
      const marker = block.kind === 'item' ? ` ${block.marker}` : '';
      return `${block.kind}${marker}: ${all.slice(block.start, block.end)}`;
    });
  return { plain: ofBlocks(plainText(text)), markdown: ofBlocks(readMarkdown(text)) };
}

const INTRO = 'Read this before you post anything in the workshop.\n\n';

describe('lines that begin with pictures', () => {
  it.each([
    ['keys', ['1️⃣ Be kind.', '2️⃣ Keep it short.', '3️⃣ Ask before you record.'], '2️⃣'],
    [
      'coloured dots',
      ['🔵 Fresh: all at first', '🟢 Regular: after a week', '🟣 Helper: ask'],
      '🟢',
    ],
    ['flags and people', ['🇩🇪 German is fine', '👩‍🔧 Repairs on Monday', '⚠️ No glue'], '👩‍🔧'],
  ])('are the items of a list, with %s', (_what, lines, marker) => {
    const { plain, markdown } = told(INTRO + lines.join('\n'));
    const second = `item ${marker}: ${(lines[1] ?? '').slice(marker.length + 1)}`;
    expect(plain).toContain(second);
    expect(markdown).toContain(second);
    expect(plain.filter((block) => block.startsWith('item'))).toHaveLength(3);
  });

  it('count to ten and on', () => {
    const keys = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `${String(number)}\uFE0F\u20E3`);
    const lines = [...keys, '🔟', '1️⃣1️⃣'].map((key) => `${key} Something of its own.`);
    expect(told(INTRO + lines.join('\n')).plain.at(-1)).toBe('item 1️⃣1️⃣: Something of its own.');
  });

  it('have a short one above them as their heading', () => {
    const { plain } = told(`${INTRO}🎭 Roles\n🔵 Fresh, as all are\n🟢 Regular, after a week`);
    expect(plain).toContain('heading: 🎭 Roles');
  });

  it('are prose if only one does', () => {
    expect(told(`${INTRO}🎉 We have won.\n\nThe others came second.`).plain).not.toContainEqual(
      expect.stringMatching(/^item/),
    );
  });
});

describe('a line all in bold', () => {
  it.each(['**Every week**', '📅 **Every week**', '__**Every week**__', '**Every week** 📅'])(
    'heads what stands below it: %s',
    (line) => {
      const text = `**About us**\nWe mend things.\n\n${line}\n• Monday: glue\n• Friday: paint`;
      const { plain, markdown } = told(text);
      expect(plain).toContain('heading: Every week');
      expect(markdown).toContainEqual(expect.stringMatching(/^heading: (?:📅 )?Every week/));
      expect(plain.slice(-2)).toEqual(['item •: Monday: glue', 'item •: Friday: paint']);
    },
  );

  it('is no heading if only a part is', () => {
    expect(told(`${INTRO}**Note** that we close early.\n\nCome at noon.`).plain).not.toContainEqual(
      expect.stringMatching(/^heading/),
    );
  });

  it('leaves short lines below it what they are', () => {
    const { plain } = told(
      `${INTRO}**Help**\nFirst time: a message\nSecond time: a mute\nThen a ban.`,
    );
    expect(plain).toContain('paragraph: First time: a message');
  });
});

describe('the title of a plain text', () => {
  it.each([
    ['GRAVEL PIT SAILING CLUB\nOpen from May', 'GRAVEL PIT SAILING CLUB'],
    ['📜 **Welcome to the pit** 📜\nOpen from May', 'Welcome to the pit'],
    ['**House rules**\n\nOpen from May', 'House rules'],
  ])('is its first line if that is drawn as a heading', (text, title) => {
    expect(plainText(text).title).toBe(title);
  });

  it('is none if the first line is like the others', () => {
    expect(plainText('Open from May\nClosed in winter').title).toBeUndefined();
  });
});
