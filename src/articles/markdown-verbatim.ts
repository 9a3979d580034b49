/** Code or HTML that goes on over blank lines: what ends it, where the line begins any. */
export function verbatimEnd(line: string): ((line: string) => boolean) | undefined {
  const bare = line.trim();
  if (line.length - line.trimStart().length > 3) return undefined;
  const fence = /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(bare)?.[0];
  if (fence !== undefined) return (next) => closesFence(next.trim(), fence);
  if (bare.startsWith('<!--'))
    return bare.includes('-->') ? undefined : (next) => next.includes('-->');
  const element = /^<(script|pre|style|textarea)(?=[\s>]|$)/i.exec(bare)?.[1]?.toLowerCase();
  if (element === undefined) return undefined;
  const closing = `</${element}>`;
  const closes = (next: string) => next.toLowerCase().includes(closing);
  return closes(bare) ? undefined : closes;
}

function closesFence(bare: string, fence: string): boolean {
  return bare.length >= fence.length && bare === fence.charAt(0).repeat(bare.length);
}
