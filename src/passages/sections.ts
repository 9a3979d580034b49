import type { Block } from '../documents/block.js';

/** Blocks that stand under the same headings. */
export interface Section {
  /** Headings, from the outermost in. */
  readonly path: readonly string[];
  readonly blocks: readonly { readonly block: Block; readonly at: number }[];
}

/** A heading longer than this is cut in what is read before every passage under it. */
const LONGEST_HEADING = 160;

/**
 * The sections of an article, in order: what stands between one heading and the next. A question
 * heads what follows it, also one that a speaker asks and the next speaker answers.
 */
export function sectionsOf(text: string, blocks: readonly Block[]): Section[] {
  const sections: Section[] = [];
  const headings: { readonly level: number; readonly words: string }[] = [];
  let spoken: string | undefined;
  let open: { block: Block; at: number }[] = [];
  const close = (): void => {
    if (open.length > 0) {
      const path = headings.map(({ words }) => words);
      sections.push({ path: spoken === undefined ? path : [...path, spoken], blocks: open });
    }
    open = [];
  };
  blocks.forEach((block, at) => {
    const words = text.slice(block.start, block.end);
    if (block.kind === 'heading' || block.kind === 'question') {
      close();
      spoken = undefined;
      while ((headings.at(-1)?.level ?? 0) >= block.level) headings.pop();
      headings.push({ level: block.level, words: shortened(words) });
      return;
    }
    if (block.kind === 'turn' && isAsked(words)) {
      close();
      spoken = shortened(words);
      return;
    }
    open.push({ block, at });
  });
  close();
  return sections;
}

/** Whether a stretch ends with a question mark. */
export function isAsked(words: string): boolean {
  return /[?？؟]["”’')\]»*]{0,4}$/u.test(words);
}

function shortened(heading: string): string {
  const line = heading.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_HEADING ? line : `${line.slice(0, LONGEST_HEADING).trimEnd()}…`;
}
