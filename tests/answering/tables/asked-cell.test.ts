import { describe, expect, it } from 'vitest';
import { askedCell, askedColumn } from '../../../src/answering/tables/asked-cell.js';
import { askedFor } from '../../../src/answering/asked/question.js';
import { queryOf } from '../made.js';

const ROW = 'Oak | 9 € | 8 | pets';
const COLUMNS = ['Rank', 'Price', 'Homes', 'Extra'];

/** The cell of the row that a question gets, in words. */
function cellFor(question: string): string | undefined {
  let at = 0;
  const cells = ROW.split(' | ').map((text, index) => {
    const start = at;
    at += text.length + 3;
    return { start, end: start + text.length, column: COLUMNS[index] };
  });
  const query = queryOf(question);
  const text = ({ start, end }: { start: number; end: number }): string => ROW.slice(start, end);
  const unit = { start: 0, end: ROW.length, kind: 'row' as const, cells };
  const span = askedCell(query, askedFor(query.words), text, unit);
  return span && text(span);
}

describe('the cell that a question asks for', () => {
  it('is that of the column that it names', () => {
    expect(cellFor('How many homes do I get with Oak?')).toBe('8');
    expect(cellFor('What is the price of Oak?')).toBe('9 €');
  });

  it('is the only price for what costs something, though other cells are numbers', () => {
    expect(cellFor('How much is Oak?')).toBe('9 €');
    expect(cellFor('How much does Oak cost?')).toBe('9 €');
  });

  it('is none if two of them may be meant', () => {
    expect(cellFor('How many are there of Oak?')).toBeUndefined();
  });
});

describe('a table with a column for each thing', () => {
  const ROWS = ['Name | Mr Dacosta | Mrs Wirth', 'Office hour | Tue 13:00 | Mon 11:40'];
  const text = ROWS.join('\n');
  const words = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
  const [names, hours] = ROWS.map((row, line) => {
    const from = line === 0 ? 0 : text.indexOf('\n') + 1;
    const cells = row.split(' | ').map((cell, at) => {
      const start = text.indexOf(cell, from);
      return { start, end: start + cell.length, column: ['', 'Maths', 'German'][at] };
    });
    return { start: from, end: from + row.length, kind: 'row' as const, cells };
  });
  if (names === undefined || hours === undefined) throw new Error('no rows');

  it('has the cell below what another row has', () => {
    const query = queryOf('when is mrs wirths office hour');
    const cell = askedCell(query, askedFor(query.words), words, hours, [names]);
    expect(cell && words(cell)).toBe('Mon 11:40');
  });

  it('has the cells of the column that is asked for', () => {
    const column = (question: string): string[] =>
      askedColumn(queryOf(question), words, [names, hours]).map(words);
    expect(column('What do I need to know about German?')).toEqual(['Mrs Wirth', 'Mon 11:40']);
    expect(column('What do I need to know about German and maths?')).toEqual([]);
    expect(column('What do I need to know?')).toEqual([]);
  });
});

describe('a row without a column that the question names', () => {
  function cellOf(question: string, row: string, columns: readonly string[]): string | undefined {
    let at = 0;
    const cells = row.split(' | ').map((text, index) => {
      const start = at;
      at += text.length + 3;
      return { start, end: start + text.length, column: columns[index] };
    });
    const query = queryOf(question);
    const text = ({ start, end }: { start: number; end: number }): string => row.slice(start, end);
    const unit = { start: 0, end: row.length, kind: 'row' as const, cells };
    const span = askedCell(query, askedFor(query.words), text, unit);
    return span && text(span);
  }

  it('has its title or its name for which one it is', () => {
    const columns = ['Year', 'Title', 'Part'];
    const row = '2004 | Nine Paces | Judge';
    expect(cellOf('Which film came out in 2004?', row, columns)).toBe('Nine Paces');
    expect(cellOf('What did she play in 2004?', row, columns)).toBeUndefined();
    const hut = ['Name', 'Beds', 'Built'];
    expect(cellOf('Which hut was built in 1987?', 'Brack | 8 | 1987', hut)).toBe('Brack');
  });

  it('has its only name for who it is', () => {
    const columns = ['Committee', 'Members'];
    expect(cellOf('Who sits in the paths committee?', 'Paths | Pekka Ranta', columns)).toBe(
      'Pekka Ranta',
    );
  });
});
