import { describe, expect, it } from 'vitest';
import { dot } from '../../../src/vectors/dot.js';
import { packSigns } from '../../../src/vectors/word-signs.js';
import {
  shrunkBlob,
  tellingSigns,
  usableVector,
  vectorBlob,
} from '../../../src/store/rows/vectors.js';
import { vectorFor } from '../support.js';

const DIMS = 384;
const vector = vectorFor('The delegation was large.', DIMS);

function floatsOf(values: Float32Array): Buffer {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength);
}

describe('a stored vector', () => {
  it('takes a byte a number, and points where it did', () => {
    const blob = vectorBlob(vector);
    expect(blob).toHaveLength(4 + DIMS);
    const read = usableVector(blob, DIMS) ?? new Float32Array(DIMS);
    expect(dot(read, read)).toBeCloseTo(1, 6);
    expect(dot(read, vector)).toBeGreaterThan(0.9999);
  });

  it('is the same once it is stored again', () => {
    const blob = vectorBlob(vector);
    expect(vectorBlob(usableVector(blob, DIMS) ?? vector)).toEqual(blob);
  });

  it.each([0, 3, 5, 200, DIMS + 3])('is not taken with byte %i changed', (at) => {
    const blob = vectorBlob(vector);
    blob.writeUInt8(blob.readUInt8(at) ^ 0x20, at);
    const read = usableVector(blob, DIMS);
    // The lowest bits of the scale change nothing that counts.
    if (at === 0) expect(dot(read ?? vector, vector)).toBeGreaterThan(0.9999);
    else expect(read).toBeUndefined();
  });

  it.each([
    ['missing', null],
    ['empty', Buffer.alloc(0)],
    ['cut short', vectorBlob(vector).subarray(0, 100)],
    ['of other dimensions', vectorBlob(vectorFor('x', 16))],
    ['nothing but zeros', Buffer.alloc(4 + DIMS)],
    ['without a scale', Buffer.from(vectorBlob(vector)).fill(0xff, 0, 4)],
  ])('is not taken if it is %s', (_, blob) => {
    expect(usableVector(blob, DIMS)).toBeUndefined();
  });
});

describe('a vector that was stored in floats', () => {
  it('becomes what is stored now', () => {
    expect(shrunkBlob(floatsOf(vector))).toEqual(vectorBlob(vector));
  });

  it.each([
    ['cut off', floatsOf(vector).subarray(0, 41)],
    ['not a number', floatsOf(new Float32Array(DIMS).fill(NaN))],
    ['too long', floatsOf(new Float32Array(DIMS).fill(1))],
  ])('stays damaged if it is %s', (_, blob) => {
    expect(usableVector(shrunkBlob(blob), DIMS)).toBeUndefined();
  });
});

describe('the signs of a text that kept all its words', () => {
  const text = 'The visit. He was in Pyongyang on Tuesday.';
  const all = Float32Array.from(text.match(/\w+/gu)?.flatMap((word) => [...vectorFor(word)]) ?? []);

  it('become those of the words that tell something', () => {
    const telling = ['visit', 'Pyongyang', 'Tuesday'].flatMap((word) => [...vectorFor(word)]);
    const dims = vectorFor('x').length;
    expect(new Uint8Array(tellingSigns(packSigns(all, dims), dims, text))).toEqual(
      packSigns(Float32Array.from(telling), dims),
    );
  });

  it('are dropped if they are of another text', () => {
    const dims = vectorFor('x').length;
    expect(tellingSigns(packSigns(all, dims), dims, `${text} Again.`)).toHaveLength(0);
  });
});
