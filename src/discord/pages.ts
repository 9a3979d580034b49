export interface PageOf<T> {
  readonly items: readonly T[];
  /** From 0. */
  readonly page: number;
  /** At least 1. */
  readonly pages: number;
}

/** A page, or the last one where there are no longer so many. */
export function pageOf<T>(all: readonly T[], page: number, perPage: number): PageOf<T> {
  const pages = Math.max(1, Math.ceil(all.length / perPage));
  const shown = Math.min(page, pages - 1);
  return { items: all.slice(shown * perPage, (shown + 1) * perPage), page: shown, pages };
}
