import type { AnswerText } from '../answering/answer.js';
import type { Reading } from './reading.js';
import { CELL, isSame, stemsOf } from './structure.js';

/** "Cleric: heals more", and no sentence that a colon parts. */
const LONGEST_LABEL = 60;

/** Whether an answer is one item or row that the article itself labels with the words asked for. */
export function isLabelledSo({ text, units }: AnswerText, { form, content }: Reading): boolean {
  const [unit, ...others] = units;
  if (form !== 'instead' || content.length === 0 || unit === undefined || others.length > 0) {
    return false;
  }
  const end = text.indexOf(unit.kind === 'row' ? CELL : ':');
  const isUnit = unit.kind === 'row' || unit.kind === 'item';
  if (!isUnit || end <= 0 || end > LONGEST_LABEL) return false;
  const label = stemsOf(text.slice(0, end));
  const asked = new Set(content.map(({ stem }) => stem));
  return isSame(label, asked);
}
