import { describe, expect, test } from 'vitest';
import { decodeButton, encodeButton, type ButtonAction } from '../../src/discord/custom-id.js';

const LONGEST_ID = 'x'.repeat(40);
const LARGEST = 36 ** 7 - 1;

const BUTTONS: ButtonAction[] = [
  { action: 'context', articleId: 'acec8c', start: 0, end: 120, version: '99e9b3ad' },
  {
    action: 'context',
    articleId: LONGEST_ID,
    start: LARGEST - 1,
    end: LARGEST,
    version: '0123abcd',
  },
  { action: 'others', recordId: '1wzgo5gge5' },
  { action: 'up', recordId: LONGEST_ID },
  { action: 'down', recordId: 'a' },
  { action: 'othersPage', page: 9999, recordId: LONGEST_ID },
  { action: 'searchPage', page: 0 },
  { action: 'searchPage', page: 3, articleId: LONGEST_ID },
  { action: 'articlesPage', page: 12 },
  { action: 'unansweredPage', page: 1 },
];

describe('custom ids', () => {
  test.each(BUTTONS)('of %j are read back as they were', (button) => {
    const id = encodeButton(button) ?? '';
    expect(id.length).toBeLessThanOrEqual(100);
    expect(decodeButton(id)).toEqual(button);
  });

  test('differ where what they do differs', () => {
    expect(new Set(BUTTONS.map(encodeButton)).size).toBe(BUTTONS.length);
  });

  test.each([
    '',
    'ticket:close',
    'n1',
    'n1:z:1',
    'n0:o:1wzgo5gge5',
    'n1:o',
    'n1:o:a:b',
    'n1:o:../../x',
    "n1:o:' OR 1=1",
    'n1:u:',
    'n1:a:-1',
    'n1:a:1.5',
    'n1:a:zzzzzz',
    'n1:a:00',
    'n1:c:acec8c:5:5:99e9b3ad',
    'n1:c:acec8c:9:5:99e9b3ad',
    'n1:c:acec8c:0:5:zz',
    'n1:c:acec8c:0:99999999:99e9b3ad',
    'n1:s:1:a:b',
    `n1:o:${'x'.repeat(41)}`,
    'n1:c:\u0000:0:5:99e9b3ad',
  ])('%j is none of ours', (id) => {
    expect(decodeButton(id)).toBeUndefined();
  });

  test('what does not fit gets no button', () => {
    expect(encodeButton({ action: 'others', recordId: 'x'.repeat(90) })).toBeUndefined();
  });
});
