import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/conversation/exchange.js';
import { createMemory } from '../../src/conversation/memory.js';

const MINUTE = 60_000;
const ANNA = { channel: 'c1', person: 'anna' };
const BEN = { channel: 'c1', person: 'ben' };

function exchange(question: string): Exchange {
  return { question, understood: question, articleId: 'a', answer: null, confidence: 0 };
}

describe('the memory of conversations', () => {
  it('keeps people and channels apart', () => {
    const memory = createMemory();
    memory.remember(ANNA, exchange('one'), false);
    expect(memory.recall(ANNA, false).map(({ question }) => question)).toEqual(['one']);
    expect(memory.recall(BEN, false)).toEqual([]);
    expect(memory.recall({ ...ANNA, channel: 'c2' }, false)).toEqual([]);
  });

  it('forgets after ten minutes, and all but the last four', () => {
    let now = 0;
    const memory = createMemory(() => now);
    for (const question of ['1', '2', '3', '4', '5']) {
      memory.remember(ANNA, exchange(question), false);
      now += MINUTE;
    }
    expect(memory.recall(ANNA, false).map(({ question }) => question)).toEqual([
      '2',
      '3',
      '4',
      '5',
    ]);
    now += 7 * MINUTE;
    expect(memory.recall(ANNA, false).map(({ question }) => question)).toEqual(['4', '5']);
    now += 3 * MINUTE;
    expect(memory.recall(ANNA, false)).toEqual([]);
  });

  it('never hears in public of what was asked in private', () => {
    const memory = createMemory();
    memory.remember(ANNA, exchange('open'), false);
    memory.remember(ANNA, exchange('secret'), true);
    expect(memory.recall(ANNA, false).map(({ question }) => question)).toEqual(['open']);
    expect(memory.recall(ANNA, true).map(({ question }) => question)).toEqual(['open', 'secret']);
  });
});
