import { describe, expect, it } from 'vitest';
import { plainBlocks } from '../../src/documents/plain-blocks.js';

/** Each block as its kind and its words. */
function told(text: string): string[] {
  return plainBlocks(text).map((block) => {
    const words = text.slice(block.start, block.end).replace(/\s+/g, ' ');
    const mark =
      block.kind === 'item'
        ? ` ${String(block.depth)} ${block.marker}`
        : block.kind === 'row' && block.header
          ? ' names'
          : '';
    return `${block.kind}${mark}: ${words}`;
  });
}

const PROSE = 'The garden opens in the first week of April, and the gate is shut at dusk.';

describe('a heading in a plain text', () => {
  it.each([
    ['underlined', `The garden\n==========\n${PROSE}`, 'The garden'],
    [
      'underlined, with a blank line below',
      `${PROSE}\n\nThe garden\n---\n\n${PROSE}`,
      'The garden',
    ],
    ['between rules', `-------\nTHE GARDEN\n-------\n\n${PROSE}`, 'THE GARDEN'],
    ['in capital letters', `THE GARDEN\n${PROSE}`, 'THE GARDEN'],
    ['a short line above a paragraph', `${PROSE}\n\nThe garden\n${PROSE}`, 'The garden'],
    ['above a list', `${PROSE}\n\nBring along\n\n- boots\n- gloves`, 'Bring along'],
  ])('is %s', (_how, text, heading) => {
    expect(told(text)).toContain(`heading: ${heading}`);
  });

  it('has the rank of the rule below it', () => {
    const text = `The garden\n====\n\nIn April\n----\n\n${PROSE}`;
    expect(plainBlocks(text)).toMatchObject([{ level: 1 }, { level: 2 }, { kind: 'paragraph' }]);
  });

  it('is no paragraph that a rule stands below', () => {
    expect(told(`${PROSE}\n${PROSE}\n-----\n\nBye.`)).not.toContain(`heading: ${PROSE}`);
  });
});

describe('the headline of another article among paragraphs', () => {
  const TEASER = 'Council and rowers agree to share the old harbour wall';

  it('is no part of the text', () => {
    expect(told(`${PROSE}\n\n${TEASER}\n\n${PROSE}`)).toEqual([
      `paragraph: ${PROSE}`,
      `paragraph: ${PROSE}`,
    ]);
  });

  it.each([
    ['other headings', `${PROSE}\n\nThe garden\n\n${PROSE}\n\n${TEASER}\n\n${PROSE}`],
    ['nothing above', `${TEASER}\n\n${PROSE}`],
    ['a question', `${PROSE}\n\nHow do I open the gate of the garden in April\n\n${PROSE}`],
    ['few words', `${PROSE}\n\nHow the garden is kept\n\n${PROSE}`],
  ])('is told from a section by %s', (_what, text) => {
    expect(told(text).filter((block) => !block.startsWith('paragraph'))).not.toEqual([]);
  });
});

describe('a list in a plain text', () => {
  it.each([
    ['1.', '2.'],
    ['1)', '2)'],
    ['a)', 'b)'],
    ['(i)', '(ii)'],
    ['-', '-'],
    ['*', '*'],
    ['•', '•'],
  ])('is marked by %s', (one, two) => {
    expect(told(`Bring along:\n${one} warm boots\n${two} gloves`)).toEqual([
      'paragraph: Bring along:',
      `item 0 ${one}: warm boots`,
      `item 0 ${two}: gloves`,
    ]);
  });

  it('keeps a wrapped item whole, and nests by indentation', () => {
    const text =
      '1. Dig a hole that is\n   deep enough\n2. Put in:\n   - compost\n   - the tree\n3. Water it';
    expect(told(text)).toEqual([
      'item 0 1.: Dig a hole that is deep enough',
      'item 0 2.: Put in:',
      'item 1 -: compost',
      'item 1 -: the tree',
      'item 0 3.: Water it',
    ]);
    const lists = plainBlocks(text).map((block) => (block.kind === 'item' ? block.list : -1));
    expect(lists).toEqual([0, 0, 1, 1, 0]);
  });

  it('goes on after a paragraph of an item', () => {
    const text = `1. Dig a hole.\n\n   ${PROSE}\n\n2. Water it.`;
    expect(plainBlocks(text)).toMatchObject([{ kind: 'item' }, { within: 0 }, { list: 0 }]);
  });

  it('is not one line that begins with a number', () => {
    expect(told(`${PROSE}\n\n1914. That was the year.\n\n${PROSE}`)[1]).toMatch(/^paragraph/);
  });
});

describe('a table in a plain text', () => {
  it.each([
    ['spaces', 'Tree     Height\nBirch    20 m\nOld oak  35 m'],
    ['tabs', 'Tree\tHeight\nBirch\t20 m\nOld oak\t35 m'],
    ['pipes', '| Tree | Height |\n|---|---|\n| Birch | 20 m |\n| Old oak | 35 m |'],
    ['pipes without edges', 'Tree | Height\nBirch | 20 m\nOld oak | 35 m'],
  ])('is lined up by %s', (_by, text) => {
    const cells = plainBlocks(text).map((block) =>
      block.kind === 'row' ? block.cells.map(({ start, end }) => text.slice(start, end)) : [],
    );
    expect(cells).toEqual([
      ['Tree', 'Height'],
      ['Birch', '20 m'],
      ['Old oak', '35 m'],
    ]);
    expect(plainBlocks(text)[0]).toMatchObject({ header: true });
  });

  it('is not prose with wide spaces after its stops', () => {
    const text = `${PROSE}  It is free.\nDogs stay outside, as do horses and their riders.  Sorry.`;
    expect(plainBlocks(text).every(({ kind }) => kind === 'paragraph')).toBe(true);
  });
});

describe('who speaks in a plain text', () => {
  it('is named at the beginning of a line', () => {
    const text = `Anna: ${PROSE}\nBen: Is it free?\nAnna: It is.\nBen: Thank you.`;
    expect(told(text).map((line) => line.split(':')[0])).toEqual(['turn', 'turn', 'turn', 'turn']);
  });

  it('asks and answers after Q and A', () => {
    const text = `Q: Is the garden free for children and for their grandparents?\nA: It is.\n\nQ: And for dogs?\nA: No.`;
    expect(told(text).map((line) => line.split(':')[0])).toEqual([
      'question',
      'paragraph',
      'question',
      'paragraph',
    ]);
  });
});

describe('lines that each begin with a label of their own', () => {
  it.each([
    ['Skiff: 2 seats', 'Cutter: 4 seats', 'Barque: 6 seats'],
    ['Anchor - stays in the base', 'Leech – takes what it finds', 'Sill rat - is new'],
    ['/home – takes you home', '/pay NAME – pays somebody', '!roll 2 - rolls dice'],
  ])('are the items of a list, below a line that heads it: %s', (...lines) => {
    expect(told(`${PROSE}\n\nWhat there is\n${lines.join('\n')}`)).toEqual([
      `paragraph: ${PROSE}`,
      'heading: What there is',
      ...lines.map((line) => `item 0 : ${line}`),
    ]);
  });

  it.each([
    ['two alone', ['Skiff: 2 seats', 'Cutter: 4 seats']],
    ['paragraphs', ['Skiff: 2 seats\n', 'Cutter: 4 seats\n', 'Barque: 6 seats']],
    ['people who speak', ['Ann: Hello.', 'Bob: Hello.', 'Ann: Are you well?', 'Bob: I am.']],
  ])('are none if they are %s', (_what, lines) => {
    expect(told(`${PROSE}\n\n${lines.join('\n')}`).join()).not.toContain('item');
  });
});

describe('a headline of two lines', () => {
  it('is no paragraph that was wrapped', () => {
    const text = `New path through the old garden by the river\nGate in the north wall opens to visitors\n\n${PROSE}`;
    expect(told(text).map((line) => line.split(':')[0])).toEqual([
      'heading',
      'heading',
      'paragraph',
    ]);
  });
});

describe('the time that a plain text takes', () => {
  it.each([
    ['rules', (count: number) => `a  b\n${'---\n'.repeat(count)}x`],
    ['rows', (count: number) => 'a  b\n---\n'.repeat(count)],
    ['items', (count: number) => '- a\n'.repeat(count)],
    ['pipes', (count: number) => '|'.repeat(count)],
  ])('grows as its %s do', (_what, make) => {
    const text = make(5000);
    // A busy machine is given more chances; what is slow is slow each time.
    let best = Infinity;
    for (let run = 0; run < 4 && best > 2000; run++) {
      const before = performance.now();
      plainBlocks(text);
      best = Math.min(best, performance.now() - before);
    }
    expect(best).toBeLessThan(2000);
  });
});

it('keeps the last cell of a row that is empty between pipes', () => {
  const rows = ['Player | Class | Also', 'Ann | Mage |', 'Bob | Mage | Druid', 'Cid | Druid |'];
  const cells = plainBlocks(rows.join('\n')).map((block) =>
    block.kind === 'row' ? `${block.table}: ${block.cells.length}` : block.kind,
  );
  expect(cells).toEqual(['0: 3', '0: 3', '0: 3', '0: 3']);
});

it('keeps the first cell of a row that is empty before pipes', () => {
  const rows = ['| Gold | Silver', 'Homes | 6 | 3', 'Slots | 10 | 5'];
  const cells = plainBlocks(rows.join('\n')).map((block) =>
    block.kind === 'row' ? `${String(block.header)}: ${block.cells.length}` : block.kind,
  );
  expect(cells).toEqual(['true: 3', 'false: 3', 'false: 3']);
});
