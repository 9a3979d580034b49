import { verbatimEnd } from './markdown-verbatim.js';

/** `!!! note "Title"` of Python-Markdown, with what is said of it indented below. */
const INDENTED = /^(?:!!!|\?\?\?\+?)[ \t]([a-z]+)(?=[ \t]|$)/i;
/** `:::note Title` of Docusaurus, VitePress and others, to the next `:::`. */
const FENCED = /^:{3,}[ \t]?\{?\.?([a-z]+)\}?(?=[ \t[]|$)/i;
const FENCE_END = /^:{3,}[ \t]*$/;

/**
 * Markdown with the callouts of documentation generators written as those of GitHub, which are
 * quotes that begin with `[!NOTE]`.
 */
export function withContainers(markdown: string): string {
  if (!/^(?:!!!|\?\?\?|:::)/m.test(markdown)) return markdown;
  const written: string[] = [];
  let ends: ((line: string) => boolean) | undefined;
  let inside: 'indented' | 'fenced' | undefined;
  for (const line of markdown.split('\n')) {
    if (ends !== undefined) {
      written.push(inside === undefined ? line : `> ${line}`);
      if (ends(`${line}\n`)) ends = undefined;
      continue;
    }
    const [begins, kind = ''] = INDENTED.exec(line) ?? FENCED.exec(line) ?? [];
    if (begins !== undefined) {
      const title = line
        .slice(begins.length)
        .trim()
        .replace(/^["[]|["\]]$/g, '');
      inside = line.startsWith(':') ? 'fenced' : 'indented';
      written.push('', `> [!${kind.toUpperCase()}] ${title}`.trimEnd());
      if (title !== '') written.push('>');
    } else if (inside === 'fenced' && FENCE_END.test(line)) {
      inside = undefined;
      written.push('');
    } else if (inside === 'indented' && !/^(?: {4}|\t|[ \t]*$)/.test(line)) {
      inside = undefined;
      written.push('', line);
    } else {
      const own = inside === 'indented' ? line.replace(/^(?: {4}|\t)/, '') : line;
      written.push(inside === undefined ? line : `> ${own}`);
      ends = verbatimEnd(`${own}\n`);
    }
  }
  return written.join('\n');
}
