import { describe, expect, it } from 'vitest';
import { readFollowUp } from '../../src/conversation/reading.js';
import {
  itemByNumber,
  itemInPlace,
  orderedRow,
  otherItems,
  rowBeside,
} from '../../src/conversation/structure.js';
import type { Topic } from '../../src/conversation/topic.js';
import { passageOf } from '../answering/made.js';
import { answerOf } from './made.js';

const ROWS = [
  'Friday | 17:00 | Gates | North yard',
  'Friday | 19:00 | Lantern walk | Mill lane',
  'Monday | 09:00 | Harvest tea | Barn',
  'Monday | 11:00 | Ploughing | Long field',
];

function topicOf(question: string): Topic {
  const made = passageOf('Harvest fair', ROWS);
  const sentences = made.sentences.map((row, block) => ({ ...row, kind: 'row' as const, block }));
  const passages = [{ ...made, sentences }];
  const last = {
    question,
    understood: question,
    articleId: 'a',
    answer: answerOf(ROWS[0] ?? '', 'row'),
    confidence: 0.8,
  };
  return { articleId: 'a', passages, exchanges: [last], last };
}

describe('what comes first or last in a table', () => {
  const topic = topicOf('When do the gates open on Friday?');

  it('is the first of the rows that have all else that is said', () => {
    const found = orderedRow(readFollowUp("and what's first on Monday?"), topic);
    expect(found?.row.text).toBe(ROWS[2]);
  });

  it('is the last of them', () => {
    const found = orderedRow(readFollowUp('what is the last thing on Friday?'), topic);
    expect(found?.row.text).toBe(ROWS[1]);
  });

  it('is about what stands in the column that was asked about', () => {
    expect(orderedRow(readFollowUp("what's first on Monday?"), topic)?.about).toBe('harvest tea');
  });

  it('is nothing where no row has what is said', () => {
    expect(orderedRow(readFollowUp("what's first on Tuesday?"), topic)).toBeUndefined();
  });
});

describe('a row beside the one that was answered from', () => {
  const LUNCH = [
    'Tuesday | Curry | Yoghurt',
    'Wednesday | Gammon | Crumble',
    'Friday | Fish | Ice',
    'Bank holiday | Soup | Cake',
  ];
  const COLUMNS = ['Day', 'Main', 'Pudding'];
  const made = passageOf('Lunch', LUNCH);
  const sentences = made.sentences.map((row, block) => ({ ...row, kind: 'row' as const, block }));
  const cells = COLUMNS.map((column, at) => {
    const cell = (LUNCH[0] ?? '').split(' | ')[at] ?? '';
    const start = LUNCH[0]?.indexOf(cell) ?? 0;
    return { start, end: start + cell.length, column };
  });
  const shown = answerOf(LUNCH[0] ?? '', 'row');
  const [unit] = shown.units;
  const [, main] = cells;
  if (unit === undefined || main === undefined) throw new Error('no row');
  const question = 'What is the main dish on Tuesday?';
  const answer = { ...shown, units: [{ ...unit, cells }], highlights: [main] };
  const last = { question, understood: question, articleId: 'a', answer, confidence: 0.8 };
  const topic: Topic = {
    articleId: 'a',
    passages: [{ ...made, sentences }],
    exchanges: [last],
    last,
  };
  const beside = (asked: string) => rowBeside(readFollowUp(asked), topic);

  it('is the one whose first cell is all that is said, asked for the same column', () => {
    expect(beside('and Wednesday?')).toMatchObject({
      row: { text: LUNCH[1] },
      about: 'Wednesday',
      understood: 'What is the Main of Wednesday?',
    });
    expect(beside('what about Fridays?')?.row.text).toBe(LUNCH[2]);
  });

  it('is one that is called so among other words if "one" stands for the rest', () => {
    expect(beside('and the holiday one?')?.row.text).toBe(LUNCH[3]);
    expect(beside('and the holiday?')).toBeUndefined();
  });

  it('is the same one if all that is said names a column', () => {
    for (const asked of [
      "what's the pudding that day?",
      'and the pudding?',
      'do they get pudding?',
      'and the pudding option?',
    ]) {
      expect(beside(asked)).toMatchObject({
        row: { text: LUNCH[0] },
        understood: 'What is the Pudding of Tuesday?',
      });
    }
  });

  it('is none if more is said, or an answer was none of a table', () => {
    expect(beside('who cooks the pudding?')).toBeUndefined();
    expect(beside('and Wednesday evening?')).toBeUndefined();
    const prose = { ...last, answer: answerOf('Pudding is at noon.', 'sentence') };
    expect(rowBeside(readFollowUp('and the pudding?'), { ...topic, last: prose })).toBeUndefined();
  });

  it('may be named some questions later', () => {
    const prose = { ...last, answer: answerOf('Pudding is at noon.', 'sentence') };
    const later = { ...topic, last: prose };
    expect(rowBeside(readFollowUp('and Wednesday?'), later)?.row.text).toBe(LUNCH[1]);
    expect(rowBeside(readFollowUp('what about the holiday one?'), later)?.row.text).toBe(LUNCH[3]);
    expect(rowBeside(readFollowUp('who cooks on Wednesday?'), later)).toBeUndefined();
  });
});

describe('the item in a place of the list that was answered from', () => {
  const ITEMS = ['Be kind.', 'Speak English.', 'No spoilers.'];
  const made = passageOf('Rules', ITEMS);
  const sentences = made.sentences.map((item, block) => ({
    ...item,
    kind: 'item' as const,
    block,
  }));
  const last = {
    question: 'What is rule 3?',
    understood: 'What is rule 3?',
    articleId: 'a',
    answer: answerOf('No spoilers.', 'item', made.text.indexOf('No')),
    confidence: 0.8,
  };
  const topic: Topic = {
    articleId: 'a',
    passages: [{ ...made, sentences }],
    exchanges: [last],
    last,
  };
  const others = (question: string) =>
    otherItems(readFollowUp(question), topic)?.items.map(({ text }) => text);

  it('is beside all the others, which "what else?" asks for', () => {
    expect(others('what else?')).toEqual(['Be kind.', 'Speak English.']);
    expect(others('what else is a rule?')).toEqual(['Be kind.', 'Speak English.']);
  });

  it('is beside nothing that is asked in other words, or of somebody', () => {
    expect(others('what else does it cost?')).toBeUndefined();
    expect(others('who else?')).toBeUndefined();
  });

  const place = (question: string) => itemInPlace(readFollowUp(question), topic)?.item.text;

  it('is counted from the first of the list, or from its last', () => {
    expect(place('and the second one?')).toBe('Speak English.');
    expect(place('the last?')).toBe('No spoilers.');
  });

  it('is nothing where the list has fewer, or more is asked of it', () => {
    expect(place('the fifth one?')).toBeUndefined();
    expect(place('who wrote the second one?')).toBeUndefined();
  });
});

describe('the item of a number in the article spoken of', () => {
  const made = passageOf('Chili', ['Chop.', 'Stir.', 'Simmer.', 'Wash it.']);
  const sentences = made.sentences.map((item, block) => ({
    ...item,
    kind: 'item' as const,
    block,
    reading: block < 3 ? `${block + 1}. ${item.text}` : item.text,
  }));
  const of = (question: string, more: typeof sentences = []) => {
    const answer = answerOf('A pot of chili.', 'sentence');
    const understood = 'What is this?';
    const last = { question: understood, understood, articleId: 'a', answer, confidence: 0.8 };
    const passages = [{ ...made, sentences: [...sentences, ...more] }];
    const topic: Topic = { articleId: 'a', passages, exchanges: [last], last };
    return itemByNumber(readFollowUp(question), topic)?.item.text;
  };

  it('is the only one that has it', () => {
    expect(of("what's step 3?")).toBe('Simmer.');
    expect(of('and the second step?')).toBe('Stir.');
    expect(of('what is rule 1')).toBe('Chop.');
  });

  it('is none if more is asked, or several lists have it', () => {
    expect(of('how long does step 3 take on gas?')).toBeUndefined();
    expect(of("what's step 7?")).toBeUndefined();
    const again = sentences.slice(2, 3).map((each) => ({ ...each, block: 9 }));
    expect(of("what's step 3?", again)).toBeUndefined();
  });
});
