import type { SetQuestion } from '../../src/evaluation/evaluation-set.js';
import { rankOf } from '../../src/text/common-words.js';
import { isStopWord } from '../../src/text/stop-words.js';
import { isNumber, wordsOf, type Word } from '../../src/text/words.js';

/** A part of a question that can be changed for another of its kind. */
interface Part {
  readonly kind: 'name' | 'number' | 'noun';
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const YEAR = /^(?:1\d{3}|20\d{2})$/u;
/** Nouns from this rank among English words on say what a question is about. */
const TELLING_RANK = 800;

/**
 * For each answerable question one that its articles do not answer: a name or a noun is changed for
 * one that another group's question has and its own article has not, or a number for one that it
 * has not. Questions of which nothing can be changed give none.
 */
export function nearMissesOf(
  questions: readonly SetQuestion[],
  textOf: (question: SetQuestion) => string,
): SetQuestion[] {
  const parts = questions.map(({ question }) => partsOf(question));
  return questions.flatMap((question, index) => {
    if (question.gold === undefined) return [];
    const own = parts[index] ?? [];
    const text = textOf(question).toLowerCase();
    // Each kind of change in turn, so that none is learnt at the cost of the others.
    for (let turn = 0; turn < own.length; turn += 1) {
      const part = own[(index + turn) % own.length];
      if (part === undefined) continue;
      const other = replacement(part, index, questions, parts, text);
      if (other === undefined) continue;
      const changed =
        question.question.slice(0, part.start) + other + question.question.slice(part.end);
      return [
        {
          id: `${question.id}, ${part.kind} changed`,
          question: changed,
          group: question.group,
          strange: 'near-miss' as const,
        },
      ];
    }
    return [];
  });
}

function replacement(
  part: Part,
  index: number,
  questions: readonly SetQuestion[],
  parts: readonly (readonly Part[])[],
  ownText: string,
): string | undefined {
  if (part.kind === 'number') return otherNumber(part.text, index, ownText);
  const { group } = questions[index] ?? {};
  for (let step = 1; step < questions.length; step += 1) {
    const at = (index + step * 7) % questions.length;
    if (questions[at]?.group === group) continue;
    const other = parts[at]?.find(({ kind }) => kind === part.kind);
    if (other === undefined || ownText.includes(other.text.toLowerCase())) continue;
    return other.text;
  }
  return undefined;
}

function otherNumber(text: string, index: number, ownText: string): string | undefined {
  const number = Number(text.replaceAll(',', ''));
  if (!Number.isInteger(number)) return undefined;
  for (let step = 1; step < 40; step += 1) {
    const other = String(number + (index % 2 === 0 ? step : -step));
    if (Number(other) >= 0 && !ownText.includes(other)) return other;
  }
  return undefined;
}

function partsOf(question: string): Part[] {
  const words = wordsOf(question);
  const parts: Part[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined) continue;
    if (isNumber(word.text)) {
      if (YEAR.test(word.text) || /^\d+$/u.test(word.text))
        parts.push(partOf('number', question, word, word));
    } else if (isName(word)) {
      let last = word;
      for (
        let next = words[at + 1];
        next !== undefined && isName(next) && next.before === ' ';
        next = words[at + 1]
      ) {
        last = next;
        at += 1;
      }
      parts.push(partOf('name', question, word, last));
    } else if (isTelling(word)) parts.push(partOf('noun', question, word, word));
  }
  return parts;
}

function partOf(kind: Part['kind'], question: string, { start }: Word, { end }: Word): Part {
  return { kind, start, end, text: question.slice(start, end) };
}

function isName({ text, capitalised, opens }: Word): boolean {
  return capitalised && !opens && !isStopWord(text) && !isNumber(text);
}

/** Likely a noun that matters: no common word, no form of a verb. */
function isTelling({ text, opens }: Word): boolean {
  return (
    !opens &&
    text.length > 3 &&
    !isStopWord(text) &&
    (rankOf(text) ?? Infinity) > TELLING_RANK &&
    !/(?:ed|ing|ly)$/u.test(text)
  );
}
