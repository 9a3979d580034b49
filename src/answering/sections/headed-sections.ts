import type { Block } from '../../documents/block.js';
import { unitsOf } from '../../passages/units.js';
import type { StoredArticle } from '../../store/store.js';
import type { Span } from '../../text/span.js';
import type { AnswerText, AnswerUnit } from '../answer.js';
import { unitOf } from '../answer-text.js';

/** A heading with what stands under it, down to the next one of the same or a higher rank. */
export interface HeadedSection extends Span {
  readonly level: number;
  /** Places among the article's blocks: of the heading, and after the last block under it. */
  readonly at: number;
  readonly to: number;
  readonly words: string;
  /** The words of the heading that it stands under. */
  readonly under?: string | undefined;
}

/** What can answer under a section's heading, with what it is in the article. */
export function unitsUnder(
  text: string,
  blocks: readonly Block[],
  { at, to }: Pick<HeadedSection, 'at' | 'to'>,
): AnswerUnit[] {
  return blocks
    .slice(at + 1, to)
    .flatMap((_, index) => unitsOf(text, blocks, at + 1 + index))
    .map((unit) => unitOf(text, blocks, unit));
}

/**
 * A heading and what is first said below it, apart: marks that go on over the beginning of a list break
 * where messages are shown.
 */
export function headingAndFirst(
  text: string,
  blocks: readonly Block[],
  section: HeadedSection,
): AnswerUnit[] {
  const { start, words } = section;
  const [first] = unitsUnder(text, blocks, section);
  const heading = { start, end: start + words.length, kind: 'sentence' as const };
  return first === undefined ? [] : [heading, first];
}

/** An answer of these units, in what stands from `start` to `end` of the article. */
export function shownAs(
  { id, text }: Pick<StoredArticle, 'id' | 'text'>,
  units: AnswerText['units'],
  { start, end, path }: Span & { readonly path: readonly string[] },
): AnswerText {
  const first = units[0]?.start ?? start;
  const last = units.at(-1)?.end ?? end;
  return {
    articleId: id,
    text: text.slice(first, last),
    start: first,
    end: last,
    passageStart: start,
    passageEnd: end,
    passage: text.slice(start, end),
    path,
    sentences: units.map((unit) => ({ start: unit.start, end: unit.end })),
    units,
    highlights: [],
  };
}

/** The sections of an article in the order of their headings, each with those that it holds. */
export function headedSections(text: string, blocks: readonly Block[]): HeadedSection[] {
  const found: HeadedSection[] = [];
  /** Places in `found` of those that go on. */
  let open: { readonly level: number; readonly place: number }[] = [];
  const close = (to: number, level: number): void => {
    for (const { place } of open.filter((one) => one.level >= level)) {
      const section = found[place];
      if (section !== undefined)
        found[place] = { ...section, to, end: blocks[to - 1]?.end ?? section.end };
    }
    open = open.filter((one) => one.level < level);
  };
  blocks.forEach((block, at) => {
    if (block.kind !== 'heading' && block.kind !== 'question') return;
    const { level, start, end } = block;
    close(at, level);
    const outer = found[open.at(-1)?.place ?? -1];
    open.push({ level, place: found.length });
    found.push({
      level,
      at,
      to: at + 1,
      start,
      end,
      words: text.slice(start, end),
      under: outer?.words,
    });
  });
  close(blocks.length, 0);
  return found;
}
