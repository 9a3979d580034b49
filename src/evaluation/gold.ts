import type { SquadQuestion } from './squad.js';

/** Compared without case, outer punctuation and articles, as SQuAD's own script does. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/^(?:the|an?)\s+/u, '')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/** Whether one of the gold answers stands in a text. */
export function holdsGold(text: string, answers: SquadQuestion['answers']): boolean {
  const there = text.toLowerCase().replace(/\s+/gu, ' ');
  return answers.some(({ text: gold }) => there.includes(plain(gold)));
}

/** A highlight is right where it contains a gold answer or is contained in one. */
export function isGoldHighlight(highlight: string, answers: SquadQuestion['answers']): boolean {
  const marked = plain(highlight);
  return answers.some(({ text }) => {
    const gold = plain(text);
    return gold !== '' && marked !== '' && (marked.includes(gold) || gold.includes(marked));
  });
}
