import { isInside, type DomElement } from './dom.js';
import { isLinks, isProse, type Block } from './html-blocks.js';

/** Less than this share of the prose of the best part of a page is not its article. */
const ENOUGH = 0.45;
/** A part of a page with less prose is no article either. */
const MIN_PROSE = 300;

/**
 * The blocks of the part of a page that has the most prose for its links and small print, if what
 * was found has much less; undefined if that is the article. A part with more links than prose is a
 * list of articles.
 */
export function betterPart(
  body: DomElement,
  blocks: readonly Block[],
  found: ReadonlySet<Block>,
): readonly Block[] | undefined {
  const parts = new Map<DomElement, { prose: number; score: number; found: number }>();
  for (const block of blocks) {
    const prose = isProse(block) ? block.text.length : 0;
    const own = prose > 0 && found.has(block) ? prose : 0;
    const score = prose - 2 * block.linked - 0.3 * (block.text.length - prose);
    for (let at: DomElement | null = block.element; at !== null; at = at.parentElement) {
      const sum = parts.get(at) ?? { prose: 0, score: 0, found: 0 };
      parts.set(at, {
        prose: sum.prose + prose,
        score: sum.score + score,
        found: sum.found + own,
      });
      if (at === body) break;
    }
  }
  const [best] = [...parts].sort(([, one], [, other]) => other.score - one.score);
  if (best === undefined || best[1].prose < MIN_PROSE) return undefined;
  const all = parts.get(body)?.found ?? 0;
  if (all >= ENOUGH * best[1].prose) return undefined;
  const [part] = best;
  return blocks.filter((block) => !isLinks(block) && isInside(block.element, part));
}
