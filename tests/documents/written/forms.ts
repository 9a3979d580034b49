import type { Nodes, Parents, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** What an owner would have as a web page: the same document as a site's generator writes it. */
export function asHtml(markdown: string): string {
  const [first = '', ...rest] = markdown.split('\n');
  const title = first.replace(/^# /, '');
  const tree = fromMarkdown(withDefinitions(rest.join('\n')), {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title></head>
<body><main><h1>${title}</h1>
${html(tree)}
</main></body></html>`;
}

/** Definition lists are no part of Markdown proper; generators make `<dl>` of them. */
function withDefinitions(markdown: string): string {
  return markdown.replace(
    /^(\S.*)\n: (.*)$/gm,
    (_, term: string, words: string) =>
      `<dl><dt>${term.replaceAll('`', '')}</dt><dd>${words.replaceAll('`', '')}</dd></dl>`,
  );
}

function html(node: Nodes): string {
  switch (node.type) {
    case 'root':
      return inside(node, '\n');
    case 'heading':
      return `<h${node.depth}>${inside(node)}</h${node.depth}>`;
    case 'paragraph':
      return `<p>${inside(node)}</p>`;
    case 'list':
      return node.ordered === true ? `<ol>${inside(node)}</ol>` : `<ul>${inside(node)}</ul>`;
    case 'listItem':
      return `<li>${inside(node).replaceAll(/<\/?p>/g, '')}</li>`;
    case 'strong':
      return `<strong>${inside(node)}</strong>`;
    case 'emphasis':
      return `<em>${inside(node)}</em>`;
    case 'link':
      return `<a href="${node.url}">${inside(node)}</a>`;
    case 'inlineCode':
      return `<code>${escaped(node.value)}</code>`;
    case 'code':
      return `<pre><code>${escaped(node.value)}</code></pre>`;
    case 'html':
      return node.value;
    case 'text':
      return escaped(node.value);
    case 'table':
      return tableHtml(node);
    default:
      throw new Error(`the documents have no ${node.type}`);
  }
}

function inside({ children }: Parents, between = ''): string {
  return children.map(html).join(between);
}

function tableHtml({ children: [head, ...rows] }: Table): string {
  const row = (cells: Table['children'][number] | undefined, cell: 'td' | 'th'): string =>
    `<tr>${(cells?.children ?? []).map((one) => `<${cell}>${inside(one)}</${cell}>`).join('')}</tr>`;
  const body = rows.map((one) => row(one, 'td')).join('\n');
  return `<table>${row(head, 'th')}\n${body}</table>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What is left when it is pasted into a text file: no marks but those of lists and cells. */
export function asText(markdown: string): string {
  return markdown
    .replace(/^```.*\n/gm, '')
    .replace(/^\|[ \-|]+\|\n/gm, '')
    .replace(/^#+ (.*)$/gm, '$1')
    .replace(/\*\*|`/g, '')
    .replace(/^\| *(.*?) *\|$/gm, '$1');
}
