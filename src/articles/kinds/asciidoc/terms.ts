/** What parts a term from what is said of it. */
const AFTER_TERM = /(?:(?<!:):{2,4}|;;)(?=\s|$)/;
const LONGEST_TERM = 200;

/** `Term:: what is said of it`, which may also stand on the lines below. */
export function termOf(line: string): { readonly term: string; readonly said: string } | undefined {
  const text = line.trim();
  const at = text.search(AFTER_TERM);
  if (at < 1 || at > LONGEST_TERM) return undefined;
  return {
    term: text.slice(0, at),
    said: text
      .slice(at)
      .replace(/^[:;]{2,4}/, '')
      .trim(),
  };
}
