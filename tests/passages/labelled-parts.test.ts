import { describe, expect, it } from 'vitest';
import { labelledParts } from '../../src/passages/labelled-parts.js';

const parts = (line: string) =>
  labelledParts(line, { start: 0, end: line.length }).map(({ start, end }) =>
    line.slice(start, end),
  );

describe('a line of labels with their values is read part by part', () => {
  it.each([
    [
      'with nothing between them',
      'Lot No: 55-KB-19 Name: Tarn Lady Age: 9 years Price: 4,300 crowns Seller: Odo Finch',
      [
        'Lot No: 55-KB-19',
        'Name: Tarn Lady',
        'Age: 9 years',
        'Price: 4,300 crowns',
        'Seller: Odo Finch',
      ],
    ],
    [
      'with labels of several words',
      'Case Tracking Number: 240317 First Name: Ida Date of birth: 3 May 1990 Last seen: Marlpit',
      [
        'Case Tracking Number: 240317',
        'First Name: Ida',
        'Date of birth: 3 May 1990',
        'Last seen: Marlpit',
      ],
    ],
    [
      'with signs between them',
      'Chip: 276-0981 | Name: Brandy | Weight: 23 kg | seen twice',
      ['Chip: 276-0981', 'Name: Brandy', 'Weight: 23 kg', 'seen twice'],
    ],
    [
      'with semicolons between them',
      'Built: 1911; Length: 9 m; Owner: the harbour office of Kelby',
      ['Built: 1911', 'Length: 9 m', 'Owner: the harbour office of Kelby'],
    ],
  ])('%s', (_how, line, expected) => {
    expect(parts(line)).toEqual(expected);
  });
});

it.each([
  'Note: the mayor said on Monday: nobody has to leave.',
  'The mayor asked three things: who pays, who works and when.',
  'Dear Reader: Odo Finch wrote: "Come on Monday." Ida Fenn wrote: "I will."',
  'Opening hours: Monday to Friday 9:00 to 17:00, Saturday 10:00 to 12:00',
  'Rule: who comes first is served first | who comes late waits | nobody pushes',
])('a sentence stays one: %s', (line) => {
  expect(parts(line)).toEqual([line]);
});

it('each part is as it stands in the text', () => {
  const text = 'Before. Name: Ida Age: 9 Town: Kelby';
  const spans = labelledParts(text, { start: 8, end: text.length });
  expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual([
    'Name: Ida',
    'Age: 9',
    'Town: Kelby',
  ]);
});
