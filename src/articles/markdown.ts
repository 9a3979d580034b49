import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { documentText } from '../documents/document-text.js';
import { inlineOf } from '../documents/inline.js';
import { markdownExtras } from '../documents/markdown-extras.js';
import { plainBlocks } from '../documents/plain-blocks.js';
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
  if (NESTED_TOO_DEEP.test(body)) return { ...fields, text: body, blocks: plainBlocks(body) };

  const children = markdownExtras(parts(body).flatMap((part) => parse(part).children));
  const heading = children.find((node) => node.type === 'heading');
  const headingText = heading && tidyTitle(inlineOf(heading.children).text);
  const title = fields.title ?? headingText;
  const isTitle = heading !== undefined && headingText === title;
  const content = isTitle ? children.filter((node) => node !== heading) : children;
  return { ...fields, title, ...documentText({ type: 'root', children: content }) };
}

function parse(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
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
