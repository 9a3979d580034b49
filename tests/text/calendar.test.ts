import { describe, expect, it } from 'vitest';
import { impliedStems } from '../../src/text/calendar.js';
import { stemOf, wordsOf } from '../../src/text/words.js';

function implies(text: string, ...names: string[]): boolean {
  const implied = impliedStems(wordsOf(text));
  return names.every((name) => implied.has(stemOf(name)));
}

describe('days and months that a text means', () => {
  it('are those between the two of a range', () => {
    expect(implies('Mon–Fri 9:00 to 17:00', 'monday', 'wednesday', 'friday', 'weekdays')).toBe(
      true,
    );
    expect(implies('We are open Tuesday to Thursday.', 'wednesday')).toBe(true);
    expect(implies('High season (April–October)', 'july')).toBe(true);
    expect(implies('Mon–Fri 9:00 to 17:00', 'sunday')).toBe(false);
    expect(implies('We are open Tuesday and Thursday.', 'wednesday')).toBe(false);
  });

  it('are a short day beside its hours', () => {
    expect(implies('Sat 10am-2pm', 'saturday')).toBe(true);
    expect(implies('Sun closed', 'sunday')).toBe(true);
    expect(implies('Sun and sea', 'sunday')).toBe(false);
  });

  it('go on over the end of the week and of the year', () => {
    expect(implies('November to March', 'december', 'january')).toBe(true);
    expect(implies('November to March', 'april')).toBe(false);
    expect(implies('Fri - Mon', 'sunday')).toBe(true);
  });

  it('are those of a weekend, and of a day with a name', () => {
    expect(implies('Weekends and public holidays', 'saturday', 'sunday')).toBe(true);
    expect(implies('No service on 25 December.', 'christmas')).toBe(true);
    expect(implies('No service on 25 November.', 'christmas')).toBe(false);
  });

  it('are all of "every day" and of what is open daily', () => {
    expect(implies('Open daily from 10 to 17', 'monday', 'sunday')).toBe(true);
    expect(implies('Breakfast: daily 7:00–10:00', 'wednesday')).toBe(true);
    expect(implies('The ferry leaves every day.', 'friday')).toBe(true);
    expect(implies('We are there seven days a week.', 'saturday')).toBe(true);
    expect(implies('She writes for a daily paper.', 'monday')).toBe(false);
    expect(implies('It rained all day, two days a week.', 'monday')).toBe(false);
  });

  it('are none of words that only look like them', () => {
    expect(implies('The cat sat to fri', 'saturday')).toBe(false);
    expect(impliedStems(wordsOf('You may march to the sun.')).size).toBe(0);
  });
});
