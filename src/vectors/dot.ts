/** The cosine similarity of two unit-length vectors. */
export function dot(a: Float32Array, b: Float32Array): number {
  return product(a, b, 0);
}

/**
 * The product of a vector and the numbers from `offset` on: four sums side by side, which the
 * processor can work on at once.
 */
export function product(vector: Float32Array, data: Float32Array, offset: number): number {
  const dims = vector.length;
  const end = dims - (dims % 4);
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let i = 0; i < end; i += 4) {
    const at = offset + i;
    a += (data[at] ?? 0) * (vector[i] ?? 0);
    b += (data[at + 1] ?? 0) * (vector[i + 1] ?? 0);
    c += (data[at + 2] ?? 0) * (vector[i + 2] ?? 0);
    d += (data[at + 3] ?? 0) * (vector[i + 3] ?? 0);
  }
  for (let i = end; i < dims; i += 1) a += (data[offset + i] ?? 0) * (vector[i] ?? 0);
  return a + b + c + d;
}
