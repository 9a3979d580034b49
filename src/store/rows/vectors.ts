import { keptWords } from '../../passages/telling-words.js';
import { wordsOf } from '../../text/words.js';
import { signBytes } from '../../vectors/word-signs.js';

/** The largest deviation of a vector's squared length from 1 that rounding explains. */
const UNIT_TOLERANCE = 1e-3;
/** The same of a stored one, whose length is 1 but for the rounding of its scale to 32 bits. */
const STORED_TOLERANCE = 3e-7;

const SCALE_BYTES = 4;
const MOST = 127;

/** What stands for the word vectors of a text that has none. */
export const NO_WORDS = new Uint8Array(0);

/**
 * A unit vector as it is stored: a scale (a little-endian 32-bit float), then each number as a
 * multiple of it from -127 to 127, in a byte. The scale makes what is stored of unit length again,
 * so that a changed bit shows. Storing what was stored gives the same bytes.
 */
export function vectorBlob(vector: Float32Array): Buffer {
  const blob = Buffer.alloc(SCALE_BYTES + vector.length);
  const most = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  let square = 0;
  for (const [index, value] of vector.entries()) {
    const multiple = Math.round((value / most) * MOST);
    blob.writeInt8(multiple, SCALE_BYTES + index);
    square += multiple * multiple;
  }
  blob.writeFloatLE(1 / Math.sqrt(square));
  return blob;
}

/**
 * Undefined for what is missing or damaged, which the text's next embedding replaces.
 * @param vector where to write it
 */
export function usableVector(
  blob: Buffer | null,
  dims: number,
  vector = new Float32Array(dims),
): Float32Array | undefined {
  if (blob?.byteLength !== SCALE_BYTES + dims) return undefined;
  const scale = blob.readFloatLE();
  const multiples = new Int8Array(blob.buffer, blob.byteOffset + SCALE_BYTES, dims);
  let square = 0;
  for (let index = 0; index < dims; index += 1) {
    const multiple = multiples[index] ?? 0;
    vector[index] = multiple * scale;
    square += multiple * multiple;
  }
  return Math.abs(square * scale * scale - 1) <= STORED_TOLERANCE ? vector : undefined;
}

/**
 * A vector as it was stored before, in little-endian floats, as it is stored now. What is damaged
 * stays so: nothing takes an empty one for a vector.
 */
export function shrunkBlob(floats: Buffer): Buffer {
  const vector = new Float32Array(Uint8Array.from(floats).buffer.slice(0, floats.length & ~3));
  return isUnit(vector) ? vectorBlob(vector) : Buffer.alloc(0);
}

/**
 * Of the packed signs of all words of an embedded text, those of the words that are kept; none if
 * they are not of this text's words.
 */
export function tellingSigns(signs: Uint8Array, dims: number, text: string): Uint8Array {
  const words = wordsOf(text);
  const bytes = signBytes(dims);
  if (signs.length !== words.length * bytes) return NO_WORDS;
  return Buffer.concat(
    keptWords(words).map((row) => signs.subarray(row * bytes, (row + 1) * bytes)),
  );
}

/** @throws RangeError for a vector that is not of unit length or has other dimensions. */
export function checkVector(hash: string, vector: Float32Array, dims: number): void {
  if (vector.length === dims && isUnit(vector)) return;
  throw new RangeError(`Expected a unit vector of ${dims} dimensions for ${hash}.`);
}

function isUnit(vector: Float32Array): boolean {
  let square = 0;
  for (const value of vector) square += value * value;
  return Math.abs(square - 1) <= UNIT_TOLERANCE;
}
