import { isBoilerplate } from '../text/boilerplate.js';
import { boldHeadings } from './bold-headings.js';
import { countedParagraphs } from './counted-paragraphs.js';
import { headingItems } from './heading-items.js';
import { labelledLines } from './labelled-lines.js';
import type { Leaf } from './leaf.js';
import { pictureItems } from './picture-items.js';
import { questionLists } from './question-lists.js';
import { questions } from './questions.js';
import { terms } from './terms.js';
import { turns } from './turns.js';

/** Tells what leaves are to each other: headings, questions and answers, turns, terms. */
export function refine(leaves: readonly Leaf[]): Leaf[] {
  const told = [
    asides,
    boldHeadings,
    questionLists,
    questions,
    headingItems,
    countedParagraphs,
    pictureItems,
    turns,
    labelledLines,
    terms,
  ].reduce<readonly Leaf[]>((before, pass) => pass(before), leaves);
  return withLevels(told);
}

/** Lines of the page around the article; a list or a table of it is looked at by no one. */
function asides(leaves: readonly Leaf[]): Leaf[] {
  return leaves.map((leaf) => {
    const mayBe = leaf.kind === 'paragraph' || leaf.kind === 'heading';
    return mayBe && isBoilerplate(leaf.text) ? { ...leaf, isAside: true } : leaf;
  });
}

/** What has no level of its own stands one below what it stands under. */
function withLevels(leaves: readonly Leaf[]): Leaf[] {
  let given = 1;
  let last = 1;
  return leaves.map((leaf) => {
    if (leaf.kind === 'heading') {
      const level = leaf.level ?? below(given);
      if (leaf.level !== undefined) given = level;
      last = level;
      return { ...leaf, level };
    }
    return leaf.kind === 'question' ? { ...leaf, level: leaf.level ?? below(last) } : leaf;
  });
}

function below(level: number): number {
  return Math.min(level + 1, 6);
}
