const ENDS = /[\s?!.…]/u;

/** Without the spaces and marks that end it, in linear time. */
export function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && ENDS.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
