/** Keeps the best of many as they come; of equal ones the first. */
export class Best<T> {
  readonly #limit: number;
  readonly #items: T[] = [];
  readonly #scores: number[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** What a score must exceed to be among the best, so that callers can skip the rest cheaply. */
  floor = -Infinity;

  add(item: T, score: number): void {
    if (!(score > this.floor) || this.#limit < 1) return;
    let at = this.#scores.length;
    while (at > 0 && (this.#scores[at - 1] ?? Infinity) < score) at -= 1;
    this.#items.splice(at, 0, item);
    this.#scores.splice(at, 0, score);
    if (this.#scores.length > this.#limit) {
      this.#items.pop();
      this.#scores.pop();
    }
    if (this.#scores.length === this.#limit) this.floor = this.#scores.at(-1) ?? -Infinity;
  }

  /** Best first. */
  map<R>(make: (item: T, score: number) => R): R[] {
    return this.#items.map((item, rank) => make(item, this.#scores[rank] ?? 0));
  }
}
