import { describe, expect, it } from 'vitest';
import { asksForNeeds } from '../../../src/answering/sections/needs.js';
import { askedSections } from '../../../src/answering/sections/asked-sections.js';
import { wantedOf } from '../../../src/answering/asked/wanted.js';
import { readBytes } from '../../../src/articles/read.js';
import { wordsOf } from '../../../src/text/words.js';
import { queryOf } from '../made.js';

async function asked(source: string, question: string): Promise<string[] | undefined> {
  const query = queryOf(question);
  const { title, text, blocks } = await readBytes(Buffer.from(source), {
    name: 'page.md',
    source: 'page.md',
  });
  const answer = askedSections(query, wantedOf(query.words), { id: 'a', title, text, blocks });
  return answer?.sentences.map(({ start, end }) => text.slice(start, end));
}

describe('a question for what is needed', () => {
  it.each([
    'What do I need for a kite?',
    'what do you need to make a kite',
    'What should I bring?',
    'which tools do I need?',
    'What is needed to join?',
    'What do we have to bring to camp?',
  ])('is told: %s', (question) => {
    expect(asksForNeeds(wordsOf(question))).toBe(true);
  });

  it.each([
    'How much flour do I need?',
    'Do I need a ticket?',
    'Who do I need to ask?',
    'What do I need to know about kites?',
    'What do I need to send to the office?',
    'What should I do?',
  ])('is told from others: %s', (question) => {
    expect(asksForNeeds(wordsOf(question))).toBe(false);
  });
});

describe('what is needed', () => {
  const kite = [
    '# A sled kite',
    'It flies in the lightest wind.',
    '## Materials',
    '- a bin bag',
    '- two sticks',
    '## Tools (borrow them)',
    '- scissors',
    '## Method',
    '1. You need to cut the bag for the kite first.',
    '2. Tape the sticks.',
    '3. Tie the line.',
  ].join('\n');

  it('is all that stands under headings which say so, side by side', async () => {
    const all = ['a bin bag', 'two sticks', 'scissors'];
    expect(await asked(kite, 'What do I need for a sled kite?')).toEqual(all);
    expect(await asked(kite, 'What do I need to make a kite?')).toEqual(all);
  });

  it('is the tools alone if they are asked for', async () => {
    expect(await asked(kite, 'Which tools do I need for the kite?')).toEqual(['scissors']);
  });

  it('is not that of something else', async () => {
    expect(await asked(kite, 'What do I need for the harbour festival?')).toBeUndefined();
  });

  it('may stand behind a line that says so', async () => {
    const camp = [
      '# Camp on Heron Island',
      'Two nights in tents.',
      '',
      'What to bring:',
      '',
      '- a sleeping bag',
      '- a torch',
      '',
      'We leave at nine.',
    ].join('\n');
    expect(await asked(camp, 'What do I have to bring to the camp?')).toEqual([
      'a sleeping bag',
      'a torch',
    ]);
  });
});
