import { describe, expect, it } from 'vitest';
import {
  packSigns,
  signBytes,
  signDistance,
  signSimilarity,
  signWords,
} from '../../src/vectors/word-signs.js';
import { random } from '../store/support.js';

const DIMS = 384;

function unitVector(next: () => number, near?: Float32Array, share = 0): Float32Array {
  const vector = Float32Array.from(
    { length: DIMS },
    (_, index) =>
      (1 - share) * (next() - 0.5) + share * (near?.[index] ?? 0) * Math.sqrt(DIMS / 12),
  );
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

function packed(...vectors: Float32Array[]): Uint8Array {
  return packSigns(Float32Array.from(vectors.flatMap((vector) => [...vector])), DIMS);
}

const dot = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);

describe('the signs of vectors', () => {
  it('take a bit a number, in whole 32-bit words', () => {
    expect(signBytes(384)).toBe(48);
    expect(signBytes(385)).toBe(52);
    expect(packSigns(new Float32Array(2 * 40).fill(-1), 40)).toEqual(new Uint8Array(2 * 8));
    expect([...packSigns(Float32Array.of(1, -1, 0, 1), 4)]).toEqual([0b1101, 0, 0, 0]);
  });

  it('differ from themselves nowhere, and from their opposite everywhere', () => {
    const vector = unitVector(random(1));
    const opposite = vector.map((value) => -value);
    const signs = signWords(packed(vector));
    const many = signWords(packed(opposite, vector));
    expect(signDistance(signs, many, 1)).toBe(0);
    expect(signDistance(signs, many, 0)).toBe(DIMS);
  });

  it('keep which of two vectors is nearer', () => {
    const next = random(2);
    for (let round = 0; round < 50; round += 1) {
      const vector = unitVector(next);
      const near = unitVector(next, vector, 0.7);
      const far = unitVector(next, vector, 0.2);
      expect(dot(vector, near)).toBeGreaterThan(dot(vector, far));
      const many = signWords(packed(far, near));
      expect(signSimilarity(vector, many, 1)).toBeGreaterThan(signSimilarity(vector, many, 0));
      const signs = signWords(packed(vector));
      expect(signDistance(signs, many, 1)).toBeLessThan(signDistance(signs, many, 0));
    }
  });

  it('are read from bytes at any address', () => {
    const vector = unitVector(random(3));
    const bytes = packed(vector);
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect(signWords(shifted.subarray(1))).toEqual(signWords(bytes));
  });
});
