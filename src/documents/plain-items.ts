import type { ItemPlace } from './leaf.js';

/** How an item of a list begins: bullets, numbers, letters and small Roman numbers. */
const MARKER =
  /^([-*•◦▪‣·–]|\d{1,3}[.)]|[a-z]{1,2}[.)]|[ivx]{1,5}[.)]|\([a-z]{1,2}\)|\([ivx\d]{1,4}\))[ \t]{1,9}(?=\S)/;

/** The marker of a line and the letters up to the item's own words; undefined if it has none. */
export function markerOf(line: string): { marker: string; length: number } | undefined {
  const match = MARKER.exec(line);
  return match?.[1] === undefined ? undefined : { marker: match[1], length: match[0].length };
}

/** Markers of one list look alike but for what they count. */
function family(marker: string): string {
  return marker.replace(/\d+/, '1').replace(/[a-z]+/, 'a');
}

interface Open {
  readonly indent: number;
  readonly family: string;
  readonly list: number;
}

/** Gives items their lists by how far they are indented and how they are marked. */
export class PlainLists {
  private count = 0;
  private open: Open[] = [];

  /** What follows stands in no list. */
  close(): void {
    this.open = [];
  }

  place(marker: string, indent: number): ItemPlace {
    const kind = family(marker);
    while ((this.open.at(-1)?.indent ?? -1) > indent) this.open.pop();
    const same = this.open.findIndex((one) => one.indent === indent && one.family === kind);
    if (same === -1) this.open.push({ indent, family: kind, list: this.count++ });
    else this.open.length = same + 1;
    const { list = 0 } = this.open.at(-1) ?? {};
    const ordered = /[a-z\d]/.test(marker);
    return { list, depth: this.open.length - 1, marker, ordered };
  }
}
