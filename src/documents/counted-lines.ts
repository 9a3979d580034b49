import type { Paragraph, PhrasingContent } from 'mdast';
import { inlineOf } from './inline.js';
import { sourceLines } from './source-lines.js';
import { areWrapped } from './wrapped.js';
import { keyLead, pictureLead } from './signs.js';

const FEWEST = 3;

/**
 * A paragraph whose source has lines that count themselves in bold, `**1. Be kind.** …`, or with keys
 * or pictures, `1️⃣ Be kind. …`, as chats show it: each line stays one. So does a line all in bold
 * above others. Markdown takes them for one paragraph, since no list begins with stars.
 */
export function countedLines(paragraph: Paragraph): Paragraph {
  const lines = sourceLines(paragraph.children);
  const numbers = lines.map((line) => /^\(?(\d{1,2})[.)]/u.exec(inlineOf(line).text)?.[1]);
  const counts = numbers.every((number, at) => Number(number) === at + 1);
  if (headsOthers(lines)) return { ...paragraph, children: belowFirst(lines) };
  if (lines.length < FEWEST || !(counts || haveSigns(lines) || haveLabels(lines))) return paragraph;
  return { ...paragraph, children: parted(lines) };
}

function parted(lines: readonly PhrasingContent[][]): PhrasingContent[] {
  return lines.flatMap((line, at) => (at > 0 ? [{ type: 'break' as const }, ...line] : line));
}

/** The first line by itself, and the others too if they were not broken to fit a page. */
function belowFirst([first = [], ...others]: readonly PhrasingContent[][]): PhrasingContent[] {
  const texts = others.map((line) => inlineOf(line).text);
  const below =
    areWrapped(texts) && !haveSigns([first, ...others])
      ? others.flatMap((line, at) =>
          at > 0 ? [{ type: 'text' as const, value: ' ' }, ...line] : line,
        )
      : parted(others);
  return parted([first, below]);
}

/** A line all in bold heads the others of its paragraph. */
function headsOthers([first = [], ...rest]: readonly PhrasingContent[][]): boolean {
  const isPicture = ({ type, value }: { type: string; value?: string }): boolean =>
    type === 'text' && value !== undefined && pictureLead(value.trim()) === value.trim().length;
  const [strong, ...others] = first.filter((node) => !isPicture(node));
  return rest.length > 0 && strong?.type === 'strong' && others.length === 0;
}

/** "**When:** on Friday": a label in bold begins each line. */
function haveLabels(lines: readonly PhrasingContent[][]): boolean {
  return lines.every((line) => {
    const [label, said] = line.filter((node) => node.type !== 'text' || node.value.trim() !== '');
    if (label?.type !== 'strong') return false;
    const { text } = inlineOf([label]);
    return text.endsWith(':') || (said?.type === 'text' && said.value.startsWith(':'));
  });
}

/** Keys or pictures begin all lines, but for the first, which may head them. */
function haveSigns(lines: readonly PhrasingContent[][]): boolean {
  return lines.slice(1).every((line) => {
    const { text } = inlineOf(line);
    return keyLead(text) > 0 || pictureLead(text) > 0;
  });
}
