import { describe, expect, it } from 'vitest';
import { askedSections } from '../../../src/answering/sections/asked-sections.js';
import { asksWay } from '../../../src/answering/sections/getting-there.js';
import { wantedOf } from '../../../src/answering/asked/wanted.js';
import { readBytes } from '../../../src/articles/read.js';
import { queryOf } from '../made.js';

async function way(heading: string, question: string): Promise<string | undefined> {
  const source = `# Heron Island\n\nIt is small.\n\n## ${heading}\n\nBy boat.\n\n## Food\n\nFish.`;
  const name = 'page.md';
  const { title, text, blocks } = await readBytes(Buffer.from(source), { name, source: name });
  const query = queryOf(question);
  const wanted = wantedOf(query.words);
  return askedSections(query, wanted, { id: 'a', title, text, blocks })?.text;
}

describe('the way to somewhere', () => {
  it.each(['how do I get to Heron Island', 'How can we get there?', 'how to get to the island'])(
    'is asked for: %s',
    (question) => {
      expect(asksWay(queryOf(question))).toBe(true);
    },
  );

  it.each(['how do I get a ticket', 'When do we get there?', 'how do I travel with a dog'])(
    'is not asked for: %s',
    (question) => {
      expect(asksWay(queryOf(question))).toBe(false);
    },
  );

  it('stands under a heading such as "Getting there"', async () => {
    expect(await way('Getting there', 'how do I get to Heron Island')).toBe('By boat.');
    expect(await way('How to find us', 'How can we get there?')).toBe('By boat.');
    expect(await way('Directions', 'How do you get to the island?')).toBe('By boat.');
  });

  it('stands nowhere if the article is of another place, or no heading says so', async () => {
    expect(await way('Getting there', 'how do I get to Lunden')).toBeUndefined();
    expect(await way('Getting started', 'how do I get to Heron Island')).toBeUndefined();
  });
});
