/** A question's mark, with what may close after it; `;` is the Greek one. */
const MARK = /[?？؟⁇\u037e]["”’'»)\]*]{0,4}$/u;
const ASKING =
  /^(?:how (?:do|does|did|can|could|should|would|will|is|are|was|were|many|much|often|long|old|big|far)|(?:what|when|where|who|why|which)(?:'s|’s| (?:do|does|did|can|could|should|would|will|is|are|was|were|has|have|if))|(?:can|do|does|did|is|are|may|must|should|will|could|have|has) (?:i|you|we|there|it|they|my|your|our|the)) \S/i;

/** Longer lines that end in a question mark hold more than a question. */
const LONGEST = 300;

/** Whether a line that heads something asks: by its mark, or in English by how it begins. */
export function asks(line: string): boolean {
  return line.length <= LONGEST && (MARK.test(line) || (ASKING.test(line) && !/[.!:]$/.test(line)));
}
