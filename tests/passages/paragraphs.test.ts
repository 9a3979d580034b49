import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isBoilerplate } from '../../src/text/boilerplate.js';
import { proseRuns } from '../../src/passages/paragraphs.js';
import { PACKAGE_DIR } from '../../src/version.js';

function runsOf(text: string): string[][] {
  return proseRuns(text).map((run) => run.map(({ start, end }) => text.slice(start, end)));
}

describe('finding the prose of an article', () => {
  it.each([
    '0 Comments:',
    '12 comments',
    'Post a Comment',
    'Leave a reply',
    'Share on Facebook',
    'Facebook Twitter WhatsApp Email',
    'We use cookies to improve your experience.',
    'Accept all cookies',
    'Advertisement',
    'Sign up for our newsletter',
    'Read more: The mayor resigns',
    'Related articles',
    '© 2024 Example News',
    'All rights reserved.',
    '3 min read',
  ])('takes "%s" as boilerplate', (line) => {
    expect(isBoilerplate(line)).toBe(true);
  });

  it.each([
    'The share of renewable power rose to a third.',
    'Comments from both ministers were published on Monday.',
    'He declined to comment.',
    'Sign-ups rose by half.',
    'Related proteins fold in the same way in all animals that were looked at.',
    'Home prices fell.',
    'Credit Suisse said that it would cut 500 jobs.',
    'Subscribers may cancel within a month, the company said on Monday.',
  ])('keeps "%s"', (line) => {
    expect(isBoilerplate(line)).toBe(false);
  });

  it('ends a run at a headline that stands alone between paragraphs', () => {
    expect(
      runsOf(
        'The talks ended.\nTrump and Putin agree to target terrorism\nNobody signed anything.',
      ),
    ).toEqual([['The talks ended.'], ['Nobody signed anything.']]);
  });

  it('keeps short lines that stand among their like', () => {
    const list = 'Flour 500 g\nSugar 200 g\nButter 100 g\nFour eggs';
    expect(runsOf(list).flat()).toEqual(list.split('\n'));
  });

  it('keeps the only line of a text', () => {
    expect(runsOf('Office closed on Monday')).toEqual([['Office closed on Monday']]);
  });

  it('joins lines that an editor wrapped', () => {
    const wrapped =
      'The council voted on Tuesday night to close the old\nlibrary in the centre of the town, which has been open\nsince 1931, and to sell the building to a developer.';
    expect(runsOf(`${wrapped}\n\nNobody was asked.`)).toEqual([[wrapped, 'Nobody was asked.']]);
  });

  it('leaves out the stray headline and the comment lines of the first article', async () => {
    const file = path.join(PACKAGE_DIR, 'data/articles/putin-north-korea.txt');
    const prose = runsOf(await readFile(file, 'utf8')).flat();
    expect(prose).toHaveLength(9);
    expect(prose.join('\n')).not.toMatch(/Trump|Comment/);
  });
});
