import { expect, it } from 'vitest';
import { chooseBold, type WeighedSentence } from '../../src/answering/bold.js';
import type { SentenceFeature } from '../../src/answering/sentence-features.js';
import { passageOf } from './made.js';

/** A neighbour is never likely enough by itself. */
const NO_SECOND = { model: { intercept: -9, weights: {} }, least: 0.5 };

function boldOf(sentences: string[], best: number): string[] | undefined {
  const passage = passageOf('Game', sentences);
  const features = new Proxy({} as Record<SentenceFeature, number>, { get: () => 0 });
  const weighed = passage.sentences
    .map((sentence, at): WeighedSentence => {
      const share = at === best ? 0.8 : 0.1;
      return { passage, at, sentence, features, strength: share, share };
    })
    .sort((a, b) => b.share - a.share);
  return chooseBold(weighed, NO_SECOND)?.sentences.map(({ sentence }) => sentence.text);
}

it('is never a yes or a no alone', () => {
  const crossplay = ['Yes.', 'Everyone can join the same coast.', 'Turn it on first.'];
  expect(boldOf(crossplay, 0)).toEqual(['Yes.', 'Everyone can join the same coast.']);
  expect(boldOf(['Dogs?', 'Not yet.', 'Ask us in May.'], 1)).toEqual([
    'Not yet.',
    'Ask us in May.',
  ]);
});

it('is one sentence if that says something by itself', () => {
  expect(boldOf(['Yes, everyone can join.', 'Turn it on first.'], 0)).toEqual([
    'Yes, everyone can join.',
  ]);
  expect(boldOf(['Everyone can join.', 'No.'], 1)).toEqual(['No.']);
});
