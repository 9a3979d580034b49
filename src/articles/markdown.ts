import type { Heading, Paragraph, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { documentText } from '../documents/document-text.js';
import { inlineOf } from '../documents/inline.js';
import { markdownExtras } from '../documents/markdown-extras.js';
import { plainBlocks } from '../documents/plain-blocks.js';
import type { Extract } from './extract.js';
import { frontMatter } from './front-matter.js';
import { MAX_MARKDOWN_NESTING } from './limits.js';
import { withContainers } from './markdown-containers.js';
import { markdownParts, type MarkdownPart } from './markdown-parts.js';
import { headline, tidyTitle } from './title.js';

const NESTED_TOO_DEEP = new RegExp(
  `^[ \\t]*(?:[-*+][ \\t]+|\\d{1,9}[.)][ \\t]+|>[ \\t]*){${MAX_MARKDOWN_NESTING}}`,
  'm',
);

const EXTENSIONS = [gfm()];
const MDAST_EXTENSIONS = [gfmFromMarkdown()];

/**
 * Markdown as the text that a reader sees: headings on lines of their own, lists as "- item", tables
 * a row a line, links by their words, code as it is; pictures and markup are left out. The title is
 * the front matter's, else the first heading, which is then not repeated in the text, else a first
 * line that stands alone.
 */
export function readMarkdown(markdown: string): Extract {
  const { fields, body } = frontMatter(markdown);
  if (NESTED_TOO_DEEP.test(body)) return { ...fields, text: body, blocks: plainBlocks(body) };

  const children = markdownExtras(joined(markdownParts(withContainers(body)).map(nodesOf)));
  const heading = titleAmong(children) ?? headlineAmong(children);
  const headingText = heading && tidyTitle(inlineOf(heading.children).text);
  const title = fields.title ?? headingText;
  const isTitle = heading !== undefined && headingText === title;
  const content = isTitle ? children.filter((node) => node !== heading) : children;
  return { ...fields, title, ...documentText({ type: 'root', children: content }) };
}

/** Without headings a line that stands alone above the text may be one, as in a plain text. */
function headlineAmong(nodes: readonly RootContent[]): Paragraph | undefined {
  if (nodes.some(({ type }) => type === 'heading')) return undefined;
  const [first, second, third] = nodes.map((node) =>
    node.type === 'paragraph' ? inlineOf(node.children).text : '…',
  );
  const line = headline([first, second, third].filter((each) => each !== undefined).join('\n\n'));
  const at = [first, second].indexOf(line);
  const found = nodes[at];
  return found?.type === 'paragraph' && line?.includes(' ') === true ? found : undefined;
}

/** A first heading of the highest level, or one that nothing stands before: others head a part. */
function titleAmong(nodes: readonly RootContent[]): Heading | undefined {
  const first = nodes.find((node) => node.type === 'heading');
  const top = nodes.find((node) => node.type === 'heading' && node.depth === 1);
  if (first === undefined || first === top) return first;
  return nodes.slice(0, nodes.indexOf(first)).some(({ type }) => type === 'paragraph')
    ? undefined
    : first;
}

function nodesOf({ kind, text }: MarkdownPart): RootContent[] {
  if (kind === 'text') return text.split(/\n\s*\n/).map(paragraphOf);
  const options = { extensions: EXTENSIONS, mdastExtensions: MDAST_EXTENSIONS };
  return fromMarkdown(text, options).children.filter(({ type }) => type !== 'definition');
}

/** The nodes of all parts; a list that was cut is one again. */
function joined(parts: readonly RootContent[][]): RootContent[] {
  const nodes: RootContent[] = [];
  for (const [first, ...rest] of parts) {
    const last = nodes.at(-1);
    if (last?.type === 'list' && first?.type === 'list' && last.ordered === first.ordered) {
      last.children.push(...first.children);
    } else if (first !== undefined) nodes.push(first);
    for (const node of rest) nodes.push(node);
  }
  return nodes;
}

function paragraphOf(text: string): Paragraph {
  const lines = text.trim().split('\n');
  const children = lines.flatMap((value, index) => [
    ...(index > 0 ? [{ type: 'break' as const }] : []),
    { type: 'text' as const, value },
  ]);
  return { type: 'paragraph', children };
}
