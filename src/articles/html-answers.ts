import type { DomElement } from './dom.js';
import { isLinks, type Block } from './html-blocks.js';
import { leadsElsewhere } from './html-menus.js';

/** Parts of a page in which questions are other people's. */
const OTHERS = 'aside, footer, nav, form';
const ASKS = /[?？]\W{0,2}$/u;

/**
 * Whether a part of a page is questions with their answers, under a heading or not, or one question
 * beside others. They are text wherever they stand, and however short.
 */
export function answersQuestions(part: DomElement, blocks: readonly Block[]): boolean {
  const [head, ...rest] = blocks;
  const pairs = head !== undefined && isHeading(head) ? rest : blocks;
  const asking = pairs.map(({ text }) => ASKS.test(text));
  const asked = asking.filter(Boolean).length;
  const answered = asking.filter((asks, at) => asks && asking[at + 1] === false).length;
  if (asking[0] !== true || answered !== asked || blocks.some(isLinks)) return false;
  return (asked > 1 || asksBeside(part)) && part.closest(OTHERS) === null;
}

/** So many questions in a row are no two of a text's own. */
const PAIRS = 2;

/**
 * Questions in a row that are each answered right below, wherever they stand beside what was found:
 * a sentence in a bare division says as much as one in a paragraph.
 */
export function questionsBeside(blocks: readonly Block[], kept: ReadonlySet<Block>): Block[] {
  const added: Block[] = [];
  let run: Block[] = [];
  let pairs = 0;
  const close = (): void => {
    if (pairs >= PAIRS) added.push(...run);
    run = [];
    pairs = 0;
  };
  const first = blocks.findIndex((block) => kept.has(block));
  blocks.forEach((block, at) => {
    const asks = ASKS.test(block.text);
    const isIn = at >= first || (at === first - 1 && asks);
    const isOwn = isIn && !isLinks(block) && block.element.closest(OTHERS) === null;
    if (!isOwn || (run.length === 0 && !asks)) {
      close();
      return;
    }
    const before = blocks[at - 1];
    const isAnswer = !asks && before !== undefined && ASKS.test(before.text);
    // What is below an answer is its own, unless it is headed anew.
    if (!asks && !isAnswer && block.level !== undefined) {
      close();
      return;
    }
    if (isAnswer) pairs++;
    run.push(block);
  });
  close();
  return added;
}

function isHeading({ level, text }: Block): boolean {
  return level !== undefined && !ASKS.test(text) && !leadsElsewhere(text);
}

function asksBeside(part: DomElement): boolean {
  const name = part.getAttribute('class');
  return [part.previousElementSibling, part.nextElementSibling].some(
    (other) =>
      other?.tagName === part.tagName &&
      other.getAttribute('class') === name &&
      /[?？]/.test(other.textContent ?? ''),
  );
}
