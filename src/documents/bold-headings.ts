import { boldLead, sliceInline } from './inline.js';
import type { Leaf } from './leaf.js';
import { asks } from './questions.js';

const LONGEST = { characters: 120, words: 16 };
/** One alone may only stress what it says. */
const FEWEST = 2;

/**
 * Short paragraphs all in bold head what follows, in documents that use more than one so. One that
 * asks is a question anywhere, also as the beginning of the paragraph that answers it.
 */
export function boldHeadings(leaves: readonly Leaf[]): Leaf[] {
  const parted = leaves.flatMap(partQuestion);
  const heads = parted.map((leaf) => isBoldLine(leaf) && isShort(leaf.text));
  const alone = heads.filter((is, index) => {
    const next = parted[index + 1];
    return is && next !== undefined && heads[index + 1] === false && next.kind !== 'heading';
  });
  const consistent = alone.length >= FEWEST;
  return parted.map((leaf, index): Leaf => {
    if (isBoldLine(leaf) && asks(leaf.text)) return { ...leaf, kind: 'question' };
    return heads[index] === true && consistent ? { ...leaf, kind: 'heading' } : leaf;
  });
}

function isBoldLine(leaf: Leaf): boolean {
  return (
    leaf.kind === 'paragraph' &&
    leaf.isAside !== true &&
    leaf.inside === undefined &&
    !leaf.text.includes('\n') &&
    !/[\p{L}\p{N}]/u.test(leaf.text.slice(leadOf(leaf)))
  );
}

function isShort(text: string): boolean {
  return (
    text.length <= LONGEST.characters &&
    text.split(' ').length <= LONGEST.words &&
    !/[.!;,…。]["”’')\]»]*$/u.test(text)
  );
}

/** A paragraph whose first words ask in bold is the question and what answers it. */
function partQuestion(leaf: Leaf): Leaf[] {
  const { kind, text, bold = [], inside } = leaf;
  const lead = leadOf(leaf);
  if (kind !== 'paragraph' || inside !== undefined || lead === 0 || lead >= text.length) {
    return [leaf];
  }
  const question = text.slice(0, lead).trimEnd();
  const from = lead + (/^[\s:–—-]*/.exec(text.slice(lead))?.[0].length ?? 0);
  if (from >= text.length || !asks(question)) return [leaf];
  return [
    { ...leaf, ...sliceInline({ text, bold }, 0, question.length) },
    { ...leaf, ...sliceInline({ text, bold }, from, text.length), follows: true },
  ];
}

function leadOf({ text, bold = [] }: Leaf): number {
  return boldLead({ text, bold });
}
