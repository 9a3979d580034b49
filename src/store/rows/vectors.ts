/** The largest deviation of a stored vector's squared length from 1 that rounding explains. */
const UNIT_TOLERANCE = 1e-3;

/** What stands for the word vectors of a text that has none. */
export const NO_WORDS = new Uint8Array(0);

export function vectorBlob(vector: Float32Array): Buffer {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
}

/** Reads little-endian floats, in place if the bytes are aligned. */
export function vectorOf(blob: Buffer): Float32Array {
  const length = Math.floor(blob.byteLength / Float32Array.BYTES_PER_ELEMENT);
  if (blob.byteOffset % Float32Array.BYTES_PER_ELEMENT === 0) {
    return new Float32Array(blob.buffer, blob.byteOffset, length);
  }
  return new Float32Array(Uint8Array.from(blob).buffer, 0, length);
}

export function isUnit(vector: Float32Array, dims: number): boolean {
  if (vector.length !== dims) return false;
  let square = 0;
  for (const value of vector) square += value * value;
  return Math.abs(square - 1) <= UNIT_TOLERANCE;
}

/** Undefined for what is missing or damaged, which the text's next embedding replaces. */
export function usableVector(blob: Buffer | null, dims: number): Float32Array | undefined {
  const vector = blob === null ? undefined : vectorOf(blob);
  return vector !== undefined && isUnit(vector, dims) ? vector : undefined;
}

/** @throws RangeError for a vector that is not of unit length or has other dimensions. */
export function checkVector(hash: string, vector: Float32Array, dims: number): void {
  if (isUnit(vector, dims)) return;
  throw new RangeError(`Expected a unit vector of ${dims} dimensions for ${hash}.`);
}
