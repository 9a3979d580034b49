import { expect, it } from 'vitest';
import { countHeaders } from '../../src/documents/table-headers.js';

function headers(...rows: readonly string[]): number {
  return countHeaders(
    rows.map((row) => row.split('|').map((text) => ({ text, heads: false, bold: false }))),
  );
}

it('sees names of columns above numbers', () => {
  expect(headers('Food|Price', 'Tea|3.80', 'Soup|5.20')).toBe(1);
});

it('sees names of columns above kinds that come again and again', () => {
  const players = ['Ann|Tank|East', 'Bob|Healer|West', 'Cid|Healer|East', 'Dee|Tank|West'];
  expect(headers('Player|Role|Side', ...players)).toBe(1);
});

it('sees names of columns in capitals above other letters, also with numbers in them', () => {
  expect(headers('BOAT|1 HOUR|4 HOURS', 'Canoe|8 €|20 €', 'Kayak|7 €|17 €')).toBe(1);
  expect(headers('ROOM|DAY 1|DAY 2', 'Hall|Talks|Games', 'Attic|Tea|closed')).toBe(1);
  expect(headers('MON|8:00', 'TUE|9:00', 'WED|9:00')).toBe(0);
});

it('sees names of columns beside an empty corner', () => {
  expect(headers('|Gold|Silver', 'Colours|all|two', 'Chat|yes|no')).toBe(1);
  expect(headers('|Ann|Bob', 'Role|Owner|Builder', 'Home|Oslo|Graz')).toBe(1);
  expect(headers('|Ann|Bob', '|Cid|Dee', 'Eve|Fay|Gus')).toBe(0);
});

it('sees none in a first row like the others', () => {
  expect(headers('Ann|Tank|East', 'Bob|Healer|West', 'Cid|Healer|East', 'Dee|Tank|West')).toBe(0);
  expect(headers('Tea|3.80', 'Soup|5.20', 'Cake|4.10')).toBe(0);
  expect(headers('Ann|Bob|Cid', 'Dee|Eve|Fay', 'Gus|Hal|Ida', 'Jo|Kit|Lou')).toBe(0);
});

it('sees years above other numbers as names of columns, and none in a column of years', () => {
  expect(headers('Item|2024|2025', 'Taxes|1,204|', 'Fees|84|79')).toBe(1);
  expect(headers('Arnfels|1931', 'Bergli|1954', 'Colm|1967')).toBe(0);
});
