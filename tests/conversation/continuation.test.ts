import { describe, expect, it } from 'vitest';
import { answerTextOf } from '../../src/answering/answer-text.js';
import { continuation } from '../../src/conversation/continuation.js';
import type { Exchange } from '../../src/conversation/exchange.js';
import type { Topic } from '../../src/conversation/topic.js';
import type { PassageRecord } from '../../src/store/store.js';
import { passageOf } from '../answering/made.js';

const made = passageOf('Puncture', [
  'Take the tyre off.',
  'Look for the hole.',
  'Ask us for help.',
]);

function passage(kinds: readonly ('item' | 'sentence')[]): PassageRecord {
  const sentences = made.sentences.map((unit, at) => ({ ...unit, kind: kinds[at] ?? 'sentence' }));
  return { ...made, sentences, path: ['Steps'] };
}

function after(at: number, passages: readonly PassageRecord[]): Topic {
  const [first] = passages;
  const unit = first?.sentences[at];
  if (first === undefined || unit === undefined) throw new Error('no such sentence');
  const last: Exchange = {
    question: 'How do I mend it?',
    understood: 'How do I mend it?',
    articleId: 'a',
    answer: answerTextOf(first, [unit]),
    confidence: 0.9,
  };
  return { articleId: 'a', passages, exchanges: [last], last };
}

function next(topic: Topic): string | undefined {
  return continuation(topic, 'next', 'and then?').answer?.text;
}

describe('"and then?"', () => {
  it('is the next step of a list', () => {
    expect(next(after(0, [passage(['item', 'item', 'sentence'])]))).toBe('Look for the hole.');
  });

  it('is nothing after the last step', () => {
    expect(next(after(1, [passage(['item', 'item', 'sentence'])]))).toBeUndefined();
  });

  it('is the next sentence of prose', () => {
    expect(next(after(1, [passage([])]))).toBe('Ask us for help.');
  });

  it('is nothing of another section', () => {
    const shift = ({ start, end }: { start: number; end: number }) => ({
      start: start + made.end + 2,
      end: end + made.end + 2,
    });
    const other = {
      ...passage([]),
      ...shift(made),
      path: ['Questions'],
      sentences: made.sentences.map((unit) => ({ ...unit, ...shift(unit) })),
    };
    expect(next(after(2, [passage([]), other]))).toBeUndefined();
  });
});
