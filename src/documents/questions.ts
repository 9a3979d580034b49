import type { Leaf } from './leaf.js';

/** A question's mark, with what may close after it; `;` is the Greek one. */
const MARK = /[?？؟⁇\u037e]["”’'»)\]*]{0,4}$/u;
const ASKING =
  /^(?:\d{1,3}[.)] )?(?:how (?:do|does|did|can|could|should|would|will|is|are|was|were|many|much|often|long|old|big|far)|(?:what|when|where|who|why|which)(?:'s|’s| (?:do|does|did|can|could|should|would|will|is|are|was|were|has|have|if))|(?:can|do|does|did|is|are|may|must|should|will|could|have|has) (?:i|you|we|there|it|they|my|your|our|the)) \S/i;

/** Longer lines that end in a question mark hold more than a question. */
const LONGEST = 300;
/** One alone among paragraphs may be a way of speaking. */
const FEWEST = 2;

/** How questions and answers are labelled, in the languages that do so. */
const QUESTION_LABEL =
  /^(?:q|question|frage|f|pregunta|p|domanda|d|вопрос|в|问|問)\s?(?:\d{1,3})?\s?[:：.)]\s{0,9}/iu;
const ANSWER_LABEL =
  /^(?:a|answer|antwort|respuesta|r|réponse|risposta|ответ|о|答)\s?(?:\d{1,3})?\s?[:：.)]\s{0,9}/iu;

/** Whether a line that heads something asks: by its mark, or in English by how it begins. */
export function asks(line: string): boolean {
  return line.length <= LONGEST && (MARK.test(line) || (ASKING.test(line) && !/[.!:]$/.test(line)));
}

/**
 * The questions that a document answers: headings that ask, `Q:` before `A:`, and paragraphs that
 * are each one question, if there are several.
 */
export function questions(leaves: readonly Leaf[]): Leaf[] {
  return plainQuestions(labelled(leaves.map(askingHeading)));
}

function askingHeading(leaf: Leaf): Leaf {
  return leaf.kind === 'heading' && leaf.isAside !== true && asks(leaf.text)
    ? { ...leaf, kind: 'question' }
    : leaf;
}

function labelled(leaves: readonly Leaf[]): Leaf[] {
  const isQuestion = leaves.map((leaf) => labelLength(leaf, QUESTION_LABEL) > 0);
  const isAnswer = leaves.map((leaf) => labelLength(leaf, ANSWER_LABEL) > 0);
  // An "A." with no "Q." before it may be the first of some letters.
  const paired = leaves.some(
    (_, index) => isQuestion[index] === true && isAnswer[index + 1] === true,
  );
  let asked = false;
  return leaves.map((leaf): Leaf => {
    const question = labelLength(leaf, QUESTION_LABEL);
    if (question > 0 && (paired || asks(leaf.text))) {
      asked = true;
      return { ...leaf, kind: 'question', label: question };
    }
    const answer = labelLength(leaf, ANSWER_LABEL);
    return asked && answer > 0 ? { ...leaf, label: answer } : leaf;
  });
}

function labelLength({ kind, text, inside, isAside }: Leaf, label: RegExp): number {
  const mayBe = kind === 'paragraph' || kind === 'question' || kind === 'heading';
  if (!mayBe || inside !== undefined || isAside === true) return 0;
  const length = label.exec(text)?.[0].length ?? 0;
  return length < text.length ? length : 0;
}

function plainQuestions(leaves: readonly Leaf[]): Leaf[] {
  const alone = leaves.map((leaf) => isOneQuestion(leaf));
  const answered = alone.map((is, index) => {
    const next = leaves[index + 1];
    return is && next !== undefined && alone[index + 1] === false && isAnswer(next);
  });
  if (answered.filter(Boolean).length < FEWEST) return [...leaves];
  return leaves.map((leaf, index) =>
    answered[index] === true ? { ...leaf, kind: 'question' } : leaf,
  );
}

function isOneQuestion({ kind, text, inside, label }: Leaf): boolean {
  return (
    kind === 'paragraph' &&
    inside === undefined &&
    label === undefined &&
    text.length <= LONGEST &&
    /^["“«¿(]?[\p{L}\p{N}]/u.test(text) &&
    MARK.test(text) &&
    // One sentence, and nobody's words in a story.
    !/[.!?…]["”’')\]»]*\s/u.test(text) &&
    !/["”»]$/u.test(text)
  );
}

function isAnswer({ kind, inside, isAside }: Leaf): boolean {
  return inside === undefined && isAside !== true && kind !== 'heading' && kind !== 'question';
}
