import { describe, expect, it } from 'vitest';
import { fitChoice, fitLogistic, solve } from '../../tools/fit/fit-choice.js';
import {
  areaUnderCurve,
  calibrationError,
  median,
  reliability,
} from '../../src/evaluation/metrics.js';

describe('the fit', () => {
  it('solves the system that a step of it needs', () => {
    const [x, y] = solve(
      [
        [4, 1],
        [1, 3],
      ],
      [1, 2],
    );
    expect(x).toBeCloseTo(1 / 11);
    expect(y).toBeCloseTo(7 / 11);
  });

  it('finds the log-odds of a share where there is nothing else to go by', () => {
    const examples = [true, true, true, false].map((positive) => ({ features: [], positive }));
    expect(fitLogistic(examples, 1)[0]).toBeCloseTo(Math.log(3), 3);
  });

  it('weighs the feature that decides, and not the one that does not', () => {
    const choices = Array.from({ length: 40 }, (_, index) => ({
      options: [
        [1, index % 3],
        [0, (index + 1) % 3],
        [0, (index + 2) % 3],
      ],
      target: index % 10 === 0 ? [0, 1, 0] : [1, 0, 0],
    }));
    const [deciding = 0, idle = 0] = fitChoice(choices, { l2: 0.1 });
    expect(deciding).toBeGreaterThan(2);
    expect(Math.abs(idle)).toBeLessThan(0.3);
  });
});

describe('the figures', () => {
  it('count a tie as half in the area under the curve', () => {
    expect(areaUnderCurve([0.9, 0.5], [0.5, 0.1])).toBe(0.875);
    expect(areaUnderCurve([], [0.5])).toBeUndefined();
  });

  it('call a confidence true that is right as often as it says', () => {
    const judged = [0.75, 0.75, 0.75, 0.75].map((confidence, index) => ({
      confidence,
      right: index > 0,
    }));
    expect(calibrationError(reliability(judged))).toBeCloseTo(0);
    expect(reliability([{ confidence: 1, right: true }])[0]?.from).toBe(0.9);
  });

  it('take the middle, or between the two middles', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
  });
});
