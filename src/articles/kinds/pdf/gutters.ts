/** What is known of a stretch of letters on a page, in points. */
interface Placed {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

interface Gap {
  readonly from: number;
  readonly to: number;
}

/** An empty stretch between columns is as wide at least, in letter sizes; a river in prose is not. */
const WIDTH = 0.3;
const FEWEST_ROWS = 3;
/** Rows are no further apart than this many letter sizes. */
const ROW_GAP = 2.6;
/** Letters in a row, and in a cell that is a number, at most. */
const LONGEST_ROW = 110;
const LONGEST_NUMBER = 16;
/** Of a column of numbers so many cells have one; its name and an empty cell have none. */
const NUMBERS = 0.6;

/**
 * For each line of a page, where the columns of a table part that stand closer than words do in other
 * lines: the middles of empty stretches that go down through three lines or more, if what stands
 * beside one of them are numbers.
 */
export function guttersOf(lines: readonly (readonly Placed[])[]): (readonly number[])[] {
  const gutters = lines.map((): readonly number[] => []);
  for (let at = 0; at < lines.length;) {
    const { gaps, end } = runFrom(lines, at);
    const middles = gaps.map(({ from, to }) => (from + to) / 2);
    if (end - at >= FEWEST_ROWS && hasNumbers(lines.slice(at, end), middles)) {
      gutters.fill(middles, at, end);
      at = end;
    } else at++;
  }
  return gutters;
}

/** The stretches that are empty in a line and in as many below it as there are. */
function runFrom(
  lines: readonly (readonly Placed[])[],
  from: number,
): { gaps: Gap[]; end: number } {
  let gaps = gapsIn(lines[from] ?? []);
  let end = from + 1;
  for (; gaps.length > 0 && end < lines.length; end++) {
    const [above = [], line = []] = lines.slice(end - 1, end + 1);
    if (!standsBelow(line, above)) break;
    const common = shared(gaps, gapsIn(line), line[0]?.size ?? 0);
    // Through what is below a table fewer of them go on, by chance.
    if (common.length === 0 || (common.length < gaps.length && end - from >= FEWEST_ROWS)) break;
    gaps = common;
  }
  return { gaps, end };
}

function standsBelow([line]: readonly Placed[], [above]: readonly Placed[]): boolean {
  if (line === undefined || above === undefined) return false;
  const down = line.y - above.y;
  return down > line.size * 0.5 && down < line.size * ROW_GAP && line.size <= above.size * 1.1;
}

function gapsIn(line: readonly Placed[]): Gap[] {
  const pieces = line.filter(({ text }) => text.trim() !== '');
  if (pieces.reduce((sum, { text }) => sum + text.length, 0) > LONGEST_ROW) return [];
  return pieces.slice(1).flatMap((piece, index): Gap[] => {
    const gap = { from: pieces[index]?.right ?? piece.left, to: piece.left };
    return isWide(gap, piece.size) ? [gap] : [];
  });
}

function shared(ones: readonly Gap[], others: readonly Gap[], size: number): Gap[] {
  return ones.flatMap((one) =>
    others
      .map((other) => ({ from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) }))
      .filter((gap) => isWide(gap, size)),
  );
}

function isWide({ from, to }: Gap, size: number): boolean {
  return to - from >= WIDTH * size;
}

/** Whether one of the columns, but the first, is of numbers. */
function hasNumbers(lines: readonly (readonly Placed[])[], gutters: readonly number[]): boolean {
  return gutters.some((left, index) => {
    const right = gutters[index + 1] ?? Infinity;
    const cells = lines.map((line) =>
      line
        .filter((piece) => piece.left > left && piece.left < right)
        .map(({ text }) => text)
        .join(' '),
    );
    const numbers = cells.filter((cell) => /\p{Nd}/u.test(cell) && cell.length <= LONGEST_NUMBER);
    return numbers.length >= NUMBERS * cells.length;
  });
}
