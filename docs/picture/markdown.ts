/** Discord's markdown, as far as replies use it: quotes, bold, italic, underline, links, escapes. */
export function toHtml(markdown: string): string {
  const blocks: string[] = [];
  let quote: string[] = [];
  const close = (): void => {
    if (quote.length > 0) blocks.push(`<blockquote>${quote.map(inline).join('<br>')}</blockquote>`);
    quote = [];
  };
  for (const line of markdown.split('\n')) {
    if (line.startsWith('> ')) quote.push(line.slice(2));
    else {
      close();
      blocks.push(`<div>${inline(line)}</div>`);
    }
  }
  close();
  return blocks.join('');
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function inline(line: string): string {
  // Escaped characters are set aside first, so that they mean nothing in what follows.
  const kept = line.replace(/\\([^\w\s])/g, (_, character: string) => entity(character));
  return kept
    .replace(/&(?!#)/g, '&#38;')
    .replace(/</g, '&#60;')
    .replace(/\*\*(.+?)\*\*/g, '<b>$1</b>')
    .replace(/__(.+?)__/g, '<u>$1</u>')
    .replace(/\*(.+?)\*/g, '<i>$1</i>')
    .replace(/`(.+?)`/g, '<code>$1</code>');
}

function entity(character: string): string {
  return `&#${character.codePointAt(0) ?? 0};`;
}
