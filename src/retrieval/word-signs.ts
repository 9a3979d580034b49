/** Bytes that the signs of one vector take. */
export function signBytes(dims: number): number {
  return Math.ceil(dims / 8);
}

/**
 * Keeps of each of several vectors of `dims` numbers its signs alone, a bit a number, 1 where it is
 * not negative: an angle between vectors survives that nearly whole (Charikar, 2002).
 */
export function packSigns(vectors: Float32Array, dims: number): Uint8Array {
  const bytes = signBytes(dims);
  const rows = vectors.length / dims;
  const signs = new Uint8Array(rows * bytes);
  for (let row = 0; row < rows; row += 1) {
    for (let index = 0; index < dims; index += 1) {
      if ((vectors[row * dims + index] ?? 0) < 0) continue;
      const at = row * bytes + (index >> 3);
      signs[at] = (signs[at] ?? 0) | (1 << (index & 7));
    }
  }
  return signs;
}

const VALUES = 256;

/**
 * A vector ready to be compared with many packed ones: for each byte of theirs and each value that
 * it can have, what it adds to the product (Jégou et al., 2011: asymmetric distance by tables).
 */
export function signTable(vector: Float32Array): Float32Array {
  const bytes = signBytes(vector.length);
  const table = new Float32Array(bytes * VALUES);
  const scale = 1 / Math.sqrt(vector.length);
  for (let byte = 0; byte < bytes; byte += 1) {
    const at = byte * VALUES;
    for (let bit = 0; bit < 8; bit += 1) {
      table[at] = (table[at] ?? 0) - (vector[byte * 8 + bit] ?? 0) * scale;
    }
    for (let value = 1; value < VALUES; value += 1) {
      const rest = value & (value - 1);
      const bit = 31 - Math.clz32(value ^ rest);
      table[at + value] = (table[at + rest] ?? 0) + 2 * (vector[byte * 8 + bit] ?? 0) * scale;
    }
  }
  return table;
}

/** About the cosine of a vector's angle with a packed one. */
export function signSimilarity(table: Float32Array, signs: Uint8Array, row: number): number {
  const bytes = table.length / VALUES;
  const at = row * bytes;
  let sum = 0;
  for (let byte = 0; byte < bytes; byte += 1) {
    sum += table[byte * VALUES + (signs[at + byte] ?? 0)] ?? 0;
  }
  return sum;
}
