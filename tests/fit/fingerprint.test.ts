import { describe, expect, it } from 'vitest';
import { FITTED_TO, MODELS } from '../../src/answering/coefficients.js';
import { FEATURES } from '../../tools/fit/features.js';
import { fingerprintOf } from '../../tools/fit/fingerprint.js';

describe('the coefficients', () => {
  it('were fitted with the features that the code measures now ("npm run fit" again if not)', () => {
    expect(FITTED_TO.fingerprint).toBe(fingerprintOf());
  });

  it('have a weight for each feature that is fitted, and for no other', () => {
    const { candidate, passage, sentence, second, said, right, highlight } = MODELS;
    const models = {
      candidate,
      passage,
      sentence,
      second: second.model,
      said,
      right,
      span: highlight.span,
      clear: highlight.clear,
    };
    for (const name of Object.keys(models) as (keyof typeof models)[]) {
      expect(Object.keys(models[name].weights).sort(), name).toEqual([...FEATURES[name]].sort());
    }
  });

  it('name the data that they were fitted to', () => {
    expect(FITTED_TO.data.length).toBeGreaterThan(0);
    for (const set of FITTED_TO.data) expect(set).toMatch(/^[a-z]+ [0-9a-f]{16}$/);
  });
});
