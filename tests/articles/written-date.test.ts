import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/articles/date.js';
import { writtenDate } from '../../src/articles/written-date.js';

describe('a date as people write it', () => {
  it.each([
    ['05.06.2026', undefined, '2026-06-05'],
    ['Stand: 5. 6. 2026, 14 Uhr', 'de', '2026-06-05'],
    ['10/05/2026', undefined, undefined],
    ['10/05/2026', 'en', undefined],
    ['10/05/2026', 'en-US', '2026-10-05'],
    ['10/05/2026', 'fr', '2026-05-10'],
    ['26/10/2018', undefined, '2018-10-26'],
    ['10/26/2018', undefined, '2018-10-26'],
    ['9. Dezember 2013', undefined, '2013-12-09'],
    ['24 de abril de 2020', undefined, '2020-04-24'],
    ['le 1er mai 2021', undefined, '2021-05-01'],
    ['Posted Jan 9, 2026 11:15 am', undefined, '2026-01-09'],
    ['June 3rd, 2019', undefined, '2019-06-03'],
    ['31.02.2020', undefined, undefined],
    ['The year 2020 was long', undefined, undefined],
  ])('%s in %s is %s', (text, language, date) => {
    expect(writtenDate(text, language)).toBe(date);
  });

  it('is not read month first where metadata gives it so', () => {
    expect(isoDate('10/05/2026 05:22 pm')).toBeUndefined();
    expect(isoDate('10/05/2026 05:22 pm', 'en-US')).toBe('2026-10-05');
    expect(isoDate('05.06.2026')).toBe('2026-06-05');
    expect(isoDate('2026-06-05 10:00:00 UTC')).toBe('2026-06-05T10:00:00Z');
  });
});
