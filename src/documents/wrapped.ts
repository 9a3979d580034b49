/** Lines at least this full are taken as wrapped by an editor, lines longer as whole paragraphs. */
const WRAP = { least: 40, most: 110 };

/** Whether lines were broken by their width, and not because each says something of its own. */
export function areWrapped(lines: readonly string[]): boolean {
  if (lines.length < 2) return false;
  // Lines of a heading or of an address: each begins with a capital, and none comes to a stop.
  if (lines.every((line) => /^\p{Lu}.*[^.!?:;,…\p{Pe}\p{Pf}"']$/u.test(line))) return false;
  const inner = lines.slice(0, -1);
  const full = inner.every(({ length }) => length >= WRAP.least && length <= WRAP.most);
  const flowing = inner.filter((line) => !/[.!?:]["”’')]*$/.test(line));
  return (
    full &&
    flowing.length * 2 >= inner.length &&
    !lines.some((line) => /^(?:[-*•]|\d+[.)])\s/.test(line))
  );
}
