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

/** Whose question gives what a part is changed for. */
const GIVERS = {
  /** Of another title, document or week: the articles may know nothing of it. */
  stranger: (one: SetQuestion, other: SetQuestion) => one.group !== other.group,
  /** Of the same one, asked of another article: what is asked about stands next door. */
  neighbour: (one: SetQuestion, other: SetQuestion) =>
    one.group === other.group &&
    one.gold?.articles.some((name) => other.gold?.articles.includes(name)) === false,
} as const;

/**
 * For each answerable question up to three that its articles do not answer: a name or a noun is
 * changed for one that another group's question has and its own article has not, or a number for
 * one that it has not; the same with a question of the same group that another article answers;
 * and a name for another that its article has, which did not do what is asked about (seldom it did:
 * these are few enough to be wrong now and then). Questions of which nothing can be changed give none.
 */
export function nearMissesOf(
  questions: readonly SetQuestion[],
  textOf: (question: SetQuestion) => string,
): SetQuestion[] {
  const parts = questions.map(({ question }) => partsOf(question));
  return questions.flatMap((question, index) => {
    if (question.gold === undefined) return [];
    const own = parts[index] ?? [];
    const article = textOf(question);
    const text = article.toLowerCase();
    const changed = (giver: keyof typeof GIVERS): SetQuestion[] => {
      // Each kind of change in turn, so that none is learnt at the cost of the others.
      for (let turn = 0; turn < own.length; turn += 1) {
        const part = own[(index + turn) % own.length];
        if (part === undefined) continue;
        const other = replacement(part, index, questions, parts, text, giver);
        if (other !== undefined) return [changedQuestion(question, part, other, giver)];
      }
      return [];
    };
    return [...changed('stranger'), ...changed('neighbour'), ...swapped(question, own, article)];
  });
}

/** Somebody or somewhere else in the same article: neither asked about nor the answer. */
function swapped(question: SetQuestion, own: readonly Part[], article: string): SetQuestion[] {
  const part = own.find(({ kind }) => kind === 'name');
  if (part === undefined) return [];
  const said = [question.question, ...(question.gold?.answers ?? []).map(({ text }) => text)]
    .join('\n')
    .toLowerCase();
  const others = partsOf(article).filter(
    ({ kind, text }) =>
      kind === 'name' &&
      !text
        .toLowerCase()
        .split(/\s+/u)
        .some((word) => said.includes(word)),
  );
  const other = others[Math.floor(others.length / 2)];
  return other === undefined ? [] : [changedQuestion(question, part, other.text, 'article')];
}

function changedQuestion(
  { id, question, group }: SetQuestion,
  { kind, start, end }: Part,
  other: string,
  giver: keyof typeof GIVERS | 'article',
): SetQuestion {
  return {
    id: `${id}, ${kind} changed (${giver})`,
    question: question.slice(0, start) + other + question.slice(end),
    group,
    strange: 'near-miss',
  };
}

function replacement(
  part: Part,
  index: number,
  questions: readonly SetQuestion[],
  parts: readonly (readonly Part[])[],
  ownText: string,
  giver: keyof typeof GIVERS,
): string | undefined {
  if (part.kind === 'number') {
    return giver === 'stranger' ? otherNumber(part.text, index, ownText) : undefined;
  }
  const own = questions[index];
  for (let step = 1; step < questions.length; step += 1) {
    const at = (index + step * 7) % questions.length;
    const question = questions[at];
    if (own === undefined || question === undefined || !GIVERS[giver](own, question)) continue;
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
