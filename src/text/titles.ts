/** The same for everybody, so that a list is in the same order wherever it is shown. */
const ORDER = new Intl.Collator('en', { numeric: true });

/** Orders articles by title as people do, with "Part 9" before "Part 10"; equal ones by id. */
export function byTitle(
  a: { readonly title: string; readonly id: string },
  b: { readonly title: string; readonly id: string },
): number {
  return ORDER.compare(a.title, b.title) || ORDER.compare(a.id, b.id);
}
