import { describe, expect, it } from 'vitest';
import { passageFeatures } from '../../src/retrieval/passage-features.js';
import { passageOf, queryOf } from '../answering/made.js';

describe('how near a passage comes to a question', () => {
  const query = queryOf('Who made the music?');
  const far = new Float32Array(query.vector.length);
  const passage = { ...passageOf('Interview', ['The music is by Bastien.']), vector: far };

  it('is told by its own vector', () => {
    expect(passageFeatures(query, { ...passage, path: ['Music'] }).dense).toBe(0);
  });

  it('is told by what it says, too, where a question heads it that may tell little', () => {
    const headed = { ...passage, path: ['All by yourself?'] };
    expect(passageFeatures(query, headed).dense).toBeCloseTo(0.85);
    expect(passageFeatures(query, { ...headed, vector: query.vector }).dense).toBeCloseTo(1);
  });
});
