import { describe, expect, it } from 'vitest';
import { namedList } from '../../../src/answering/sections/named-list.js';
import type { PassageRecord, SentenceRecord } from '../../../src/store/store.js';
import { passageOf, queryOf } from '../made.js';

/** A section: lines that begin with a marker are items, others sentences. */
function section(title: string, heading: string, lines: readonly string[]): PassageRecord {
  const passage = passageOf(
    title,
    lines.map((line) => line.replace(/^(?:-|\d\.) /, '')),
  );
  const sentences = passage.sentences.map((sentence, at): SentenceRecord => {
    const line = lines[at] ?? '';
    if (line === sentence.text) return sentence;
    return { ...sentence, kind: 'item', reading: line.replace(/^- /, '') };
  });
  return { ...passage, path: [heading], context: `${title}. ${heading}`, sentences };
}

const hours = section('The Copper Kettle', 'Opening hours', [
  '- Monday: closed',
  '- Sunday: 11:00 to 20:00',
  'The kitchen closes an hour before we do.',
]);
const joining = section('Thornhollow', 'How to join', [
  '1. Start the game.',
  '2. Add the server play.thornhollow.example.',
]);
const prizes = section('Autumn Cup', 'At a glance', [
  'The entry is free.',
  'Prizes:',
  '- first: 350 €',
  '- second: 150 €',
]);

function found(question: string, passage: PassageRecord, bestAt: number): string | undefined {
  const best = passage.sentences[bestAt];
  if (best === undefined) throw new Error('no such sentence');
  return namedList(queryOf(question), passage, best)?.text;
}

it('takes the list whose heading says what is asked for over a sentence beside it', () => {
  expect(found('What are the opening hours of the Copper Kettle?', hours, 2)).toBe(
    'Monday: closed',
  );
});

it('takes the list that a line introduces so, over what stands before that', () => {
  expect(found('What are the prizes of the Autumn Cup?', prizes, 0)).toBe('first: 350 €');
});

it('takes all steps under a heading that says no more than the question', () => {
  expect(found('How do I join the server?', joining, 1)).toBe('Start the game.');
});

it('leaves a sentence that has more of the question', () => {
  expect(found('When does the kitchen of the Copper Kettle close?', hours, 2)).toBeUndefined();
});

it('leaves a step under a heading that says nothing of the question', () => {
  expect(found('How do I add a server?', joining, 1)).toBeUndefined();
});

describe('a heading that says no', () => {
  const without = section('Boat hire', 'Not included', ['- parking', '- permits']);
  const within = section('Boat hire', 'Included', ['- life jackets', '- oars']);
  const planned = section('Boat hire', 'Next season', ['- a planned pier', '- new oars']);

  it.each([
    ["What isn't included?", without, 'parking'],
    ['What is not included in the hire?', without, 'parking'],
    ['What is included?', within, 'life jackets'],
    ["what's planned for next season", planned, 'a planned pier'],
  ])('is taken by a question that does so, too: %s', (question, passage, first) => {
    expect(found(question, passage, 0)).toBe(first);
  });

  it('is not taken for the contrary', () => {
    expect(found('What is included?', without, 0)).toBeUndefined();
    expect(found('What is not included?', within, 0)).toBeUndefined();
  });
});

const garage = section('Rental agreement for garage 17', '§ 4 Use', [
  'The tenant may not:',
  '- store petrol,',
  '- sublet the garage.',
  'Charging a car is allowed once the socket has been checked.',
]);

it.each([
  'What am I not allowed to do in the garage?',
  "what can't i do in the garage",
  'What is forbidden in the garage?',
])('takes what is not to be done for what is forbidden: “%s”', (question) => {
  expect(found(question, garage, 3)).toBe('store petrol,');
});

it.each(['What am I allowed to do in the garage?', "What isn't allowed on the balcony?"])(
  'leaves the list of what is not to be done alone: “%s”',
  (question) => {
    expect(found(question, garage, 3)).toBeUndefined();
  },
);
