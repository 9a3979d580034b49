/** Lines at least this full are taken as wrapped by an editor, lines longer as whole paragraphs. */
const WRAP = { least: 40, most: 110 };

/** Whether lines were broken by their width, and not because each says something of its own. */
export function areWrapped(lines: readonly string[]): boolean {
  if (lines.length < 2) return false;
  const inner = lines.slice(0, -1);
  const full = inner.every(({ length }) => length >= WRAP.least && length <= WRAP.most);
  const flowing = inner.filter((line) => !/[.!?:]["”’')]*$/.test(line));
  return (
    full &&
    flowing.length * 2 >= inner.length &&
    !lines.some((line) => /^(?:[-*•]|\d+[.)])\s/.test(line))
  );
}
