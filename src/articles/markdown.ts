import type { Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { tidyParagraphs } from './clean.js';
import type { Extract } from './extract.js';
import { frontMatter } from './front-matter.js';
import { MARKDOWN_PART_CHARACTERS, MAX_MARKDOWN_NESTING } from './limits.js';
import { tidyTitle } from './title.js';

const NESTED_TOO_DEEP = new RegExp(
  `^[ \\t]*(?:[-*+][ \\t]+|\\d{1,9}[.)][ \\t]+|>[ \\t]*){${MAX_MARKDOWN_NESTING}}`,
  'm',
);

/**
 * Markdown as the text that a reader sees: headings on lines of their own, lists as "- item", tables
 * a row a line, links by their words, code as it is; pictures and markup are left out. The title is
 * the front matter's, else the first heading, which is then not repeated in the text.
 */
export function readMarkdown(markdown: string): Extract {
  const { fields, body } = frontMatter(markdown);
  if (NESTED_TOO_DEEP.test(body)) return { ...fields, text: body };

  let title = fields.title;
  const texts = parts(body).map((part, index) => {
    const tree = fromMarkdown(part, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
    if (index > 0) return plain(tree);
    const heading = tree.children.find((node) => node.type === 'heading');
    const headingText = heading === undefined ? undefined : tidyTitle(plain(heading));
    title ??= headingText;
    const isTitle = heading !== undefined && headingText === title;
    return plain(
      isTitle ? { ...tree, children: tree.children.filter((n) => n !== heading) } : tree,
    );
  });
  return { ...fields, title, text: tidyParagraphs(texts.join('\n\n')) };
}

/** Cuts a long file at blank lines outside code fences, so that it need not be parsed at once. */
function parts(markdown: string): string[] {
  const found: string[] = [];
  let part = '';
  let fence: string | undefined;
  for (const line of markdown.split(/(?<=\n)/)) {
    const mark = /^ {0,3}(```|~~~)/.exec(line)?.[1];
    if (mark !== undefined && (fence === undefined || fence === mark)) {
      fence = fence === undefined ? mark : undefined;
    }
    part += line;
    const isBreak = fence === undefined && line.trim() === '';
    if (isBreak && part.length >= MARKDOWN_PART_CHARACTERS) {
      found.push(part);
      part = '';
    }
  }
  return [...found, part];
}

/** A node's text. Blocks are separated by blank lines, items of a list by line ends. */
function plain(node: Root | RootContent): string {
  switch (node.type) {
    case 'text':
      // A line end inside a paragraph means no more than a space.
      return node.value.replaceAll('\n', ' ');
    case 'inlineCode':
    case 'code':
      return node.value;
    case 'break':
      return '\n';
    case 'html':
      return withoutTags(node.value);
    case 'heading':
    case 'paragraph':
    case 'tableCell':
      // Two spaces stay where a picture or a note was.
      return inline(node.children).replace(/ {2,}/g, ' ').trim();
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'link':
    case 'linkReference':
      return inline(node.children);
    case 'list': {
      const first = node.start ?? 1;
      return node.children
        .map((item, index) => {
          const marker = node.ordered === true ? `${first + index}. ` : '- ';
          return marker + blocks(item.children, '\n').replaceAll('\n', '\n  ');
        })
        .join('\n');
    }
    case 'table':
      return blocks(node.children, '\n');
    case 'tableRow':
      return node.children.map(plain).join(' | ');
    case 'root':
    case 'blockquote':
    case 'listItem':
    case 'footnoteDefinition':
      return blocks(node.children, '\n\n');
    case 'image':
    case 'imageReference':
    case 'footnoteReference':
    case 'definition':
    case 'thematicBreak':
    case 'yaml':
      return '';
  }
}

function inline(nodes: readonly RootContent[]): string {
  return nodes.map(plain).join('');
}

function blocks(nodes: readonly RootContent[], separator: string): string {
  return nodes
    .map(plain)
    .filter((text) => text.trim() !== '')
    .join(separator);
}

/** Markup in Markdown, by its words; what is not closed goes on to the end, as in a browser. */
function withoutTags(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1>|$)/gi, '')
    .replace(/<[^>]*>/g, '');
}
