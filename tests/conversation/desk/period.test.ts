import { describe, expect, it } from 'vitest';
import { isIn, periodAtEnd } from '../../../src/conversation/desk/period.js';

const NOW = new Date('2026-05-13T23:30:00Z');
const periodOf = (text: string) => periodAtEnd(text.split(' '), NOW)?.period;

describe('a period at the end of a message', () => {
  it.each([
    ['what happened today', '2026-05-13', '2026-05-13'],
    ['what happened last week', '2026-05-04', '2026-05-10'],
    ['what happened last month', '2026-04-01', '2026-04-30'],
    ['what happened in february 2024', '2024-02-01', '2024-02-29'],
    ['what happened in 2025', '2025-01-01', '2025-12-31'],
    ['what happened on wednesday', '2026-05-13', '2026-05-13'],
    ['what happened on 3 june', '2025-06-03', '2025-06-03'],
    ['what happened on april 30th', '2026-04-30', '2026-04-30'],
    ['what happened in the last two weeks', '2026-04-29', '2026-05-13'],
  ])('is found in "%s"', (text, from, to) => {
    expect(periodOf(text)).toMatchObject({ from, to });
  });

  it.each(['what happened', 'what happened on the bridge', 'what happened in paris'])(
    'is none in "%s"',
    (text) => {
      expect(periodOf(text)).toBeUndefined();
    },
  );
});

describe('a date', () => {
  const may = { from: '2026-05-01', to: '2026-05-31' };

  it('is in a period with all of it', () => {
    expect(isIn(may, '2026-05-13T08:00:00Z')).toBe(true);
    expect(isIn(may, '2026-05')).toBe(true);
    expect(isIn(may, '2026')).toBe(false);
    expect(isIn({ from: '2026-05-13', to: '2026-05-13' }, '2026-05')).toBe(false);
  });

  it('is in the same period of an earlier year, where it recurs', () => {
    expect(isIn(may, '2024-05-02')).toBe(false);
    expect(isIn({ ...may, recurs: true }, '2024-05-02')).toBe(true);
    expect(isIn({ ...may, recurs: true }, '2027-05-02')).toBe(false);
  });
});
