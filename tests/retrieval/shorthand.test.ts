import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHARED } from '../../src/store/store.js';
import { openTestNewsdesk, type TestNewsdesk } from '../support/newsdesk.js';

const ARTICLE = `# Ovenly to bake at night

Ovenly will open its bakery at five in the morning, chief executive Rosa Lind said on Monday. The pm shift ends.

The bakery was founded by two bicycle couriers. It sells pre-ordered cakes by e-mail. Its moderators may send a private message to people who break the rules of the forum.
`;

describe('a word that people write for short', () => {
  let test: TestNewsdesk;
  beforeAll(async () => {
    test = await openTestNewsdesk();
    const file = path.join(test.files, 'bakery.md');
    await writeFile(file, ARTICLE);
    await test.newsdesk.index([file]);
  });
  afterAll(() => test.end());

  const bold = async (question: string): Promise<string | undefined> => {
    const { answer } = await test.newsdesk.ask(question, { scope: [SHARED] });
    return answer?.sentences
      .map(({ start, end }) => answer.text.slice(start - answer.start, end - answer.start))
      .join(' ');
  };

  it.each([
    ['Who is the CEO of Ovenly?', 'Rosa Lind'],
    ['what can mods send ppl who break the rules', 'private message'],
    ['who founded the bakery pls, the bike couriers?', 'two bicycle couriers'],
    ['whos the ceo', 'Rosa Lind'],
    ['isnt the bakery by two bike couriers', 'two bicycle couriers'],
    ['what cakes can i preorder by email', 'pre-ordered cakes'],
    ['whats the ceo called', 'Rosa Lind'],
  ])('is found as what it stands for: %s', async (question, words) => {
    expect(await bold(question)).toContain(words);
  });

  it('is left as it is if the articles have it', async () => {
    expect(await bold('When does the pm shift end?')).toContain('pm shift');
  });
});
