import type { Block } from '../../documents/block.js';

/** The blocks of a stored article; none for one that was stored before there were any. */
export function blocksOf(stored: string | null): readonly Block[] {
  return stored === null ? [] : (JSON.parse(stored) as readonly Block[]);
}

/** The headings of a stored passage. */
export function pathOf(stored: string): readonly string[] {
  return stored === '[]' ? [] : (JSON.parse(stored) as readonly string[]);
}
