/** A number in thousands, rounded: in this form all languages write it alike. */
export function inThousands(number: string | number): number {
  return Math.round(Number(number) / 1000);
}
