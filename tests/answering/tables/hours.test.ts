import { expect, it } from 'vitest';
import { isHoursLine } from '../../../src/answering/tables/hours.js';

it.each([
  'Tue–Fri: 10:00–23:00',
  'Mon-Fri 9am-5pm',
  'Sat & Sun 10:00',
  'Tuesdays and Thursdays 18:30–20:00',
  'Sun closed',
])('takes for a line of opening hours: %s', (text) => {
  expect(isHoursLine({ kind: 'sentence', text })).toBe(true);
});

it.each(['Sunrise 6:05', 'Mon ami Pierrot', 'Fri 12 ducks', 'Saturday was the day when 9:00 came'])(
  'takes for no line of opening hours: %s',
  (text) => {
    expect(isHoursLine({ kind: 'sentence', text })).toBe(false);
  },
);
