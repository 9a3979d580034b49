import { expect, it } from 'vitest';
import { linesBefore } from '../../src/cli/conversation.js';

it.each(['exit', 'QUIT', ':q', ' bye '])(
  '“%s” ends a conversation, and nothing after it is read',
  async (word) => {
    const end = new AbortController();
    const given = ['Where will he stay?', word, 'Who goes with him?'].values();
    const taken = [];
    for await (const line of linesBefore(given, end)) taken.push(line);
    expect(taken).toEqual(['Where will he stay?']);
    expect(end.signal.aborted).toBe(true);
    expect([...given]).toEqual(['Who goes with him?']);
  },
);

it('“How do I exit the mine?” is a question like any other', async () => {
  const end = new AbortController();
  const given = ['How do I exit the mine?', 'And then?'];
  const taken = [];
  for await (const line of linesBefore(given, end)) taken.push(line);
  expect(taken).toEqual(given);
  expect(end.signal.aborted).toBe(false);
});
