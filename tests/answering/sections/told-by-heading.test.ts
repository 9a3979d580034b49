import { expect, it } from 'vitest';
import { askedFor } from '../../../src/answering/asked/question.js';
import { toldByHeading } from '../../../src/answering/sections/told-by-heading.js';
import { readBytes } from '../../../src/articles/read.js';
import { queryOf } from '../made.js';

/** What is bold and what of it is marked. */
async function told(source: string, question: string): Promise<string[] | undefined> {
  const query = queryOf(question);
  const about = { name: 'page.md', source: 'page.md' };
  const { title, text, blocks } = await readBytes(Buffer.from(source), about);
  const article = { id: 'a', title, text, blocks };
  const answer = toldByHeading(query, askedFor(query.words), article);
  return (
    answer &&
    [...answer.sentences, ...answer.highlights].map(({ start, end }) =>
      text.slice(start, end).replace(/\n+/g, ' / '),
    )
  );
}

const TIERS =
  '# Heron Lounge\n\n## Tiers\n\n### Sparrow – €5 a month\n\nA green name.\n\n### Kestrel – €15 a month\n\nAll of Sparrow, and a call.\n\n### Owl (free)\n\nFor the team.\n';
const NOTES =
  '# Saltmarsh patch notes\n\n## 2.4.0 "Glass" (2 June 2026)\n\nNew map.\n\n## 2.3.2 – 11 May 2026\n\nFewer crashes.\n';

it('a price that only a heading has is given with what stands below it', async () => {
  expect(await told(TIERS, 'How much is Kestrel?')).toEqual([
    'Kestrel – €15 a month',
    'All of Sparrow, and a call.',
    '€15',
  ]);
  expect(await told(TIERS, 'how much does the sparrow tier cost')).toEqual([
    'Sparrow – €5 a month',
    'A green name.',
    '€5',
  ]);
});

it('so is a date', async () => {
  expect(await told(NOTES, 'When was the Glass update released?')).toEqual([
    '2.4.0 "Glass" (2 June 2026)',
    'New map.',
    '2 June 2026',
  ]);
});

it('a heading tells nothing of what it does not name, or of what several do', async () => {
  expect(await told(TIERS, 'How much is Heron Lounge?')).toBeUndefined();
  expect(await told(TIERS, 'How much is a Kestrel shirt?')).toBeUndefined();
  expect(await told(TIERS, 'How much is Owl?')).toBeUndefined();
  expect(await told(TIERS, 'Who is Kestrel?')).toBeUndefined();
  expect(await told(NOTES, 'When was the Glass map removed?')).toBeUndefined();
  expect(await told(NOTES, 'When were the 2026 notes released?')).toBeUndefined();
});
