import { expect, it } from 'vitest';
import { qualifiedMark } from '../../../src/answering/marks/qualified.js';
import { wordsOf } from '../../../src/text/words.js';

function marked(question: string, text: string, first: string): string {
  const start = text.indexOf(first);
  const asked = new Set(wordsOf(question).map(({ stem }) => stem));
  const mark = qualifiedMark(asked, text, { start, end: start + first.length });
  return text.slice(mark.start, mark.end);
}

const SHOP = 'A piece costs 21 crowns in the shop and 17 crowns at the dairy door.';
const POOL = 'The water is 24 degrees in the small pool and 19 degrees in the large pool.';
const FEE = 'The fee is 480 crowns for adults, 240 crowns for members and 100 crowns for pupils.';

it.each([
  ['What does a piece cost at the dairy door?', SHOP, '21 crowns', '17 crowns'],
  ['What does a piece cost in the shop?', SHOP, '17 crowns', '21 crowns'],
  ['How warm is the large pool?', POOL, '24 degrees', '19 degrees'],
  ['How warm is the large pool?', POOL, '24', '19'],
  [
    'How warm is the large pool?',
    POOL,
    '24 degrees in the small pool and 19 degrees',
    '19 degrees',
  ],
  ['What is the fee for members?', FEE, '480 crowns for adults, 240 crowns', '240 crowns'],
  ['What is the fee for pupils?', FEE, '480 crowns', '100 crowns'],
])(
  'the amount is marked that the question’s words stand behind: %s',
  (asked, text, first, then) => {
    expect(marked(asked, text, first)).toBe(then);
  },
);

const BERTHS =
  'A berth of up to nine metres costs 39 crowns a night, and one of up to twelve 52 crowns.';

it.each([
  ['What does mooring cost for twelve metres?', BERTHS, '39 crowns', '52 crowns'],
  ['What is paid at the door?', 'In the shop it is 21 crowns, at the door 17 crowns.', '21', '17'],
  ['What is the fine for dogs?', 'Cats pay 2 crowns, dogs 5 crowns, geese 9 crowns.', '2', '5'],
])('or before, if it stands behind none: %s', (asked, text, first, then) => {
  expect(marked(asked, text, first)).toBe(then);
});

it.each([
  ['What does a berth of nine metres cost?', BERTHS, '39 crowns'],
  ['What does a piece cost?', SHOP, '21 crowns'],
  ['What does it cost in the shop or at the door?', SHOP, '21 crowns'],
  ['What is paid at the door?', 'In the shop it is 21 crowns, at the door 17 crowns.', '17 crowns'],
  ['What is paid in the shop?', 'In the shop it is 21 crowns, at the door 17 crowns.', '21 crowns'],
  ['How long is the pool?', 'The pool is 25 metres long and 24 degrees warm.', '25 metres'],
  ['Who built the pool?', 'Odo Finch built the pool with 2 masons.', 'Odo Finch'],
])('what was chosen stays if they tell nothing else: %s', (asked, text, first) => {
  expect(marked(asked, text, first)).toBe(first);
});
