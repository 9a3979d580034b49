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

/** Values of half a byte: tables of so many stay in a processor's fastest memory. */
const VALUES = 16;
/** What 1 counts for in a table, whose sums must be whole numbers below 2^31. */
const ONE = 1 << 20;

/**
 * A vector ready to be compared with many packed ones: for each half byte of theirs and each value
 * that it can have, what it adds to the product (Jégou et al., 2011: asymmetric distance by tables).
 */
export function signTable(vector: Float32Array): Int32Array {
  const table = new Int32Array(signBytes(vector.length) * 2 * VALUES);
  const scale = ONE / Math.sqrt(vector.length);
  for (let at = 0, index = 0; at < table.length; at += VALUES) {
    let none = 0;
    for (let bit = 0; bit < 4; bit += 1) none -= (vector[index + bit] ?? 0) * scale;
    table[at] = Math.round(none);
    for (let set = 1; set < VALUES; set *= 2, index += 1) {
      const more = Math.round(2 * (vector[index] ?? 0) * scale);
      for (let value = 0; value < set; value += 1) {
        table[at + set + value] = (table[at + value] ?? 0) + more;
      }
    }
  }
  return table;
}

/** About the cosine of a vector's angle with a packed one. */
export function signSimilarity(table: Int32Array, signs: Uint8Array, row: number): number {
  const bytes = table.length / (2 * VALUES);
  let sum = 0;
  for (let at = row * bytes, end = at + bytes, entry = 0; at < end; at += 1, entry += 2 * VALUES) {
    const byte = signs[at] ?? 0;
    const low = table[entry + (byte & 15)] ?? 0;
    const high = table[entry + VALUES + (byte >> 4)] ?? 0;
    sum = (sum + low + high) | 0;
  }
  return sum / ONE;
}
