/** Bytes that the signs of one vector take: whole 32-bit words. */
export function signBytes(dims: number): number {
  return Math.ceil(dims / 32) * 4;
}

/**
 * Keeps of each of several vectors of `dims` numbers its signs alone, a bit a number, 1 if it is
 * not negative: an angle between vectors survives that nearly whole (Charikar, 2002).
 * @param rows which of them, in order; all by default
 */
export function packSigns(
  vectors: Float32Array,
  dims: number,
  rows: readonly number[] = Array.from({ length: vectors.length / dims }, (_, row) => row),
): Uint8Array {
  const bytes = signBytes(dims);
  const signs = new Uint8Array(rows.length * bytes);
  rows.forEach((row, packed) => {
    for (let index = 0; index < dims; index += 1) {
      if ((vectors[row * dims + index] ?? 0) < 0) continue;
      const at = packed * bytes + (index >> 3);
      signs[at] = (signs[at] ?? 0) | (1 << (index & 7));
    }
  });
  return signs;
}

/** Packed signs as 32-bit numbers, whose bits are counted at once. */
export function signWords(signs: Uint8Array): Int32Array {
  const isAligned = signs.byteOffset % Int32Array.BYTES_PER_ELEMENT === 0;
  const { buffer, byteOffset, byteLength } = isAligned ? signs : Uint8Array.from(signs);
  return new Int32Array(buffer, byteOffset, byteLength / Int32Array.BYTES_PER_ELEMENT);
}

/** In how many of their signs a vector, packed alone, and a row of packed ones differ. */
export function signDistance(one: Int32Array, many: Int32Array, row: number): number {
  const { length } = one;
  const from = row * length;
  const ofDifference = (index: number): number =>
    bitsByFour((one[index] ?? 0) ^ (many[from + index] ?? 0));
  let differ = 0;
  let at = 0;
  // Of three numbers each four bits count to 12 at most, which four bits hold: added up at once.
  for (; at + 2 < length; at += 3) {
    differ += sumOfFours(ofDifference(at) + ofDifference(at + 1) + ofDifference(at + 2));
  }
  for (; at < length; at += 1) differ += sumOfFours(ofDifference(at));
  return differ;
}

/** How many bits of each four are set, in the place of the four, by pairs first (Warren, 2002). */
function bitsByFour(number: number): number {
  const pairs = number - ((number >>> 1) & 0x55555555);
  return (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
}

function sumOfFours(counts: number): number {
  const bytes = (counts & 0x0f0f0f0f) + ((counts >>> 4) & 0x0f0f0f0f);
  return Math.imul(bytes, 0x01010101) >>> 24;
}

/** About the cosine of the angle between a unit-length vector and one of which the signs are left. */
export function signSimilarity(vector: Float32Array, many: Int32Array, row: number): number {
  const dims = vector.length;
  const from = row * Math.ceil(dims / 32);
  let sum = 0;
  for (let index = 0; index < dims; index += 1) {
    const isSet = ((many[from + (index >> 5)] ?? 0) >>> (index & 31)) & 1;
    sum += (vector[index] ?? 0) * (2 * isSet - 1);
  }
  return sum / Math.sqrt(dims);
}
