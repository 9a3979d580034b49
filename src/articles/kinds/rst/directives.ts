import type { RootContent } from 'mdast';
import { admonition } from '../../../documents/admonition.js';
import { readCsvRows } from '../csv.js';
import { code, dedented, definitions, headingBelow, isBlank, paragraph, table } from '../nodes.js';
import { rstInline, type Substitutions } from './inline.js';

export interface Directive {
  readonly name: string;
  /** What stands behind its name, and on lines below before the first blank one. */
  readonly argument: string;
  readonly options: ReadonlyMap<string, string>;
  readonly body: readonly string[];
}

export interface DirectiveContext {
  readonly names: Substitutions;
  readonly blocks: (lines: readonly string[]) => RootContent[];
}

const CODE =
  /^(?:code(?:-block)?|sourcecode|parsed-literal|math|doctest|testcode|testoutput|prompt|productionlist)$/;
/** What has no words of the document, or words that stand elsewhere too. */
const WORDLESS =
  /^(?:toctree|contents|raw|index|meta|image|include|literalinclude|highlight|default-role|role|class|module|currentmodule|auto\w+|sectnum|header|footer|tabularcolumns|unicode|date|target-notes|testsetup|testcleanup|todolist|bibliography|sectionauthor|codeauthor|plot|graphviz|mermaid|youtube|video)$/;
/** What is described by the lines under it: functions, options, settings. */
const OBJECT =
  /:|^(?:function|method|classmethod|staticmethod|attribute|data|exception|option|cmdoption|envvar|describe|confval|setting|directive|glossary-term|object|property|signal|templatetag|templatefilter|django-admin)$/;

const ADMONITION = /^(?:attention|caution|danger|error|hint|important|note|tip|warning|seealso)$/;

const VERSIONS: Readonly<Record<string, string>> = {
  versionadded: 'Added in version',
  versionchanged: 'Changed in version',
  deprecated: 'Deprecated since version',
  versionremoved: 'Removed in version',
};

/** The nodes of a directive: what it shows, as far as that is words. */
export function directiveNodes(directive: Directive, context: DirectiveContext): RootContent[] {
  const { name, argument, body } = directive;
  const { names, blocks } = context;
  const line = (text: string) => rstInline(text, names);
  const lead = (text: string): RootContent[] => (text === '' ? [] : [paragraph(line(text))]);
  if (CODE.test(name)) return [code(dedented(body))];
  if (WORDLESS.test(name)) return [];
  if (name === 'rubric') return [headingBelow(line(argument))];
  if (name === 'figure') return blocks(body);
  if (name === 'glossary') return blocks(body);
  if (name === 'csv-table') {
    const header = directive.options.get('header');
    const rows = readCsvRows([...(header === undefined ? [] : [header]), ...body].join('\n'));
    return [...lead(argument), tableOf(rows, header === undefined ? 0 : 1, names)];
  }
  if (name === 'list-table') {
    const headers = Number(directive.options.get('header-rows') ?? 0);
    return [...lead(argument), tableOf(listedRows(body), headers, names)];
  }
  if (ADMONITION.test(name)) return admonition(name, [...lead(argument), ...blocks(body)]);
  const version = VERSIONS[name];
  if (version !== undefined) return [...lead(`${version} ${argument}`), ...blocks(body)];
  if (OBJECT.test(name)) {
    return [definitions([{ term: line(argument), body: blocks(body) }])];
  }
  return [...lead(argument), ...blocks(body)];
}

function tableOf(
  rows: readonly (readonly string[])[],
  headers: number,
  names: Substitutions,
): RootContent {
  return table(
    rows.map((row) => row.map((cell) => rstInline(cell, names))),
    headers,
  );
}

/** A list of lists: `* - cell`, and `- cell` on lines below. */
function listedRows(body: readonly string[]): string[][] {
  const rows: string[][] = [];
  for (const line of body) {
    const starred = line.trimStart();
    const isRow = /^\*\s/.test(starred);
    if (isRow) rows.push([]);
    const listed = isRow ? starred.slice(1).trimStart() : starred;
    const row = rows.at(-1);
    if (row === undefined) continue;
    if (/^-(?:\s|$)/.test(listed)) row.push(listed.slice(1).trim());
    else if (!isBlank(listed)) row.push(`${row.pop() ?? ''} ${listed.trim()}`.trim());
  }
  return rows;
}
