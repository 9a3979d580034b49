import { product } from '../../vectors/dot.js';
import { Best } from '../best.js';

/** A label and its inner product with the vector that was searched for. */
export interface Neighbour {
  readonly label: number;
  readonly score: number;
}

/** What both kinds of index can do. Vectors have unit length, so that inner product is cosine. */
export interface Searchable {
  readonly size: number;
  has(label: number): boolean;
  add(label: number, vector: Float32Array): void;
  remove(label: number): void;
  /** Best first. */
  search(vector: Float32Array, limit: number): Neighbour[];
}

const FIRST_ROWS = 64;

/** Compares with every vector: as quick as a graph for some hundreds, and always right. */
export class ExactIndex implements Searchable {
  readonly #dims: number;
  readonly #rows = new Map<number, number>();
  readonly #labels: number[] = [];
  #data: Float32Array;

  constructor(dims: number) {
    this.#dims = dims;
    this.#data = new Float32Array(FIRST_ROWS * dims);
  }

  get size(): number {
    return this.#labels.length;
  }

  get labels(): readonly number[] {
    return this.#labels;
  }

  has(label: number): boolean {
    return this.#rows.has(label);
  }

  /** A view that holds until the next change. */
  vector(label: number): Float32Array | undefined {
    const row = this.#rows.get(label);
    return row === undefined ? undefined : this.#row(row);
  }

  add(label: number, vector: Float32Array): void {
    if (vector.length !== this.#dims) {
      throw new RangeError(`Expected ${this.#dims} dimensions, not ${vector.length}.`);
    }
    if (this.#rows.has(label)) return;
    const row = this.#labels.push(label) - 1;
    this.#rows.set(label, row);
    if ((row + 1) * this.#dims > this.#data.length) this.#grow();
    this.#data.set(vector, row * this.#dims);
  }

  remove(label: number): void {
    const row = this.#rows.get(label);
    const lastLabel = this.#labels.pop();
    if (row === undefined || lastLabel === undefined) {
      if (lastLabel !== undefined) this.#labels.push(lastLabel);
      return;
    }
    if (lastLabel !== label) {
      this.#data.set(this.#row(this.#labels.length), row * this.#dims);
      this.#labels[row] = lastLabel;
      this.#rows.set(lastLabel, row);
    }
    this.#rows.delete(label);
  }

  search(vector: Float32Array, limit: number): Neighbour[] {
    const best = new Best<number>(limit);
    for (let row = 0; row < this.#labels.length; row += 1) {
      const score = product(vector, this.#data, row * this.#dims);
      if (score > best.floor) best.add(this.#labels[row] ?? 0, score);
    }
    return best.map((label, score) => ({ label, score }));
  }

  #row(row: number): Float32Array {
    return this.#data.subarray(row * this.#dims, (row + 1) * this.#dims);
  }

  #grow(): void {
    // By half: at a hundred thousand vectors a doubling would hold 150 MB that nothing uses.
    const grown = new Float32Array(Math.ceil((this.#data.length / this.#dims) * 1.5) * this.#dims);
    grown.set(this.#data);
    this.#data = grown;
  }
}
