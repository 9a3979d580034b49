import type { Reading } from './reading.js';
import { besideOneAnother, stemsOf, type Row } from './structure.js';
import type { Topic } from './topic.js';

/**
 * "And physics?" after "12 March: maths test": the only other item of the same list that has all that
 * is named instead. Undefined after any other answer, if several items have it, or the last answer
 * has it itself.
 */
export function itemBeside({ form, content }: Reading, topic: Topic): Row | undefined {
  const [unit, ...others] = topic.last.answer?.units ?? [];
  if (form !== 'instead' || unit?.kind !== 'item' || others.length > 0) return undefined;
  const asked = content.map(({ stem }) => stem);
  if (asked.length === 0) return undefined;
  const [only, another] = besideOneAnother(topic.passages, unit.start, 'item').filter(({ row }) => {
    const stems = stemsOf(row.text);
    return asked.every((stem) => stems.has(stem));
  });
  return another === undefined && only?.row.start !== unit.start ? only : undefined;
}
