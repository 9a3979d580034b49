/** What tells a thing from others of its name: "MB-7733", "E 2207", "F.28", "D9". */
const CODE =
  /(?<![\p{L}\p{N}])(\p{Lu}{1,5})(?:[-‑–./]|\s(?=\d{3}))?(\d{1,6}\p{L}?)(?![\p{L}\p{N}]|[.,:]\d)/gu;

interface Code {
  readonly prefix: string;
  readonly number: string;
}

function codesIn(text: string): Code[] {
  return [...text.matchAll(CODE)].map(([, prefix = '', number = '']) => ({ prefix, number }));
}

function isIn({ prefix, number }: Code, codes: readonly Code[]): boolean {
  return codes.some((code) => code.prefix === prefix && code.number === number);
}

/** Whether a text has a code that the question has. */
export function hasCodeAsked(question: string, text: string): boolean {
  const codes = codesIn(text);
  return codes.length > 0 && codesIn(question).some((code) => isIn(code, codes));
}

/**
 * Whether a text has other codes of the kind that the question has one of, and not that one, which
 * `about` has neither: valve VX-206 says nothing of VX-205.
 */
export function hasRivalCode(question: string, text: string, about = ''): boolean {
  const asked = codesIn(question);
  if (asked.length === 0) return false;
  const codes = codesIn(text);
  const known = [...codes, ...codesIn(about)];
  return asked.some(
    (code) => !isIn(code, known) && codes.some(({ prefix }) => prefix === code.prefix),
  );
}
