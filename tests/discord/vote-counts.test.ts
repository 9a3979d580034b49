import { expect, test } from 'vitest';
import { DEFAULT_MESSAGES } from '../../src/discord/messages/index.js';
import { render } from '../../src/discord/replies/render.js';
import { withVotes } from '../../src/discord/vote-counts.js';
import { repliesOf } from './replies/samples.js';

const [answer] = repliesOf('An answer.');
const buttons = answer === undefined ? [] : render(answer, DEFAULT_MESSAGES).components;

test('votes are counted on their buttons, and go when there are none', () => {
  const labels = (rows: ReturnType<typeof withVotes>) =>
    rows[0]?.components.map((button) => ('label' in button ? button.label : undefined));
  const counted = withVotes(buttons, { up: 3, down: 1 });
  expect(labels(counted)).toEqual(['More context', 'Other passages', '3', '1']);
  expect(labels(withVotes(counted, { up: 0, down: 1 }))).toEqual([
    'More context',
    'Other passages',
    undefined,
    '1',
  ]);
});
