import { z } from 'zod';
import { tableDocument } from '../../documents/table-document.js';
import { NewsdeskError } from '../../errors.js';
import { nameOf, type Extract } from '../extract.js';
import { plainText } from '../plain-text.js';
import type { AboutBytes } from '../whole-article.js';

type Line = Readonly<Record<string, unknown>>;
const Line: z.ZodType<Line> = z.record(z.string(), z.unknown());

/** Of the lines, so many must be objects; one that was cut off harms none of the others. */
const SOUND = 0.9;
/** Objects of which at least this share has a text are articles. */
const ARTICLES = 0.5;
/** Objects that each have other fields make a table of nothing but empty cells. */
const MOST_CELLS = 2_000_000;

/**
 * JSON Lines: an object a line. Objects that have a text (`text`, `content`, `body` and the like) are
 * articles, each with its title, address, author and date, and come as a feed does; all others are
 * the rows of a table, whose columns are the names of their fields.
 * @throws NewsdeskError `json-lines-broken`, `source-too-complex`
 */
export function readJsonLines(
  text: string,
  { source }: Pick<AboutBytes, 'source'>,
): Extract | { readonly feed: string } {
  const lines = text.split('\n').map((line, index) => ({ line, number: index + 1 }));
  const filled = lines.filter(({ line }) => line.trim() !== '');
  const read = filled.map(({ line, number }) => ({ object: parsed(line), number }));
  const objects = read.flatMap(({ object }): Line[] => (object === undefined ? [] : [object]));
  if (objects.length === 0 && !/^\s*[{[]/.test(text)) return plainText(text);
  if (objects.length === 0 || objects.length < SOUND * filled.length) {
    const broken = read.find(({ object }) => object === undefined)?.number ?? 1;
    throw new NewsdeskError('json-lines-broken', { source, line: broken });
  }
  const items = objects.flatMap((object, index) => itemOf(object, index) ?? []);
  if (items.length >= ARTICLES * objects.length) return { feed: jsonFeed(items) };
  return tableOf(objects, source);
}

function parsed(line: string): Line | undefined {
  try {
    return Line.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/** An item of a JSON Feed (version 1.1). */
interface Item {
  readonly id: string;
  readonly url?: string | undefined;
  readonly title?: string | undefined;
  readonly content_text?: string | undefined;
  readonly content_html?: string | undefined;
  readonly date_published?: string | undefined;
  readonly language?: string | undefined;
  readonly authors?: readonly { readonly name: string }[] | undefined;
}

function itemOf(object: Line, index: number): Item | undefined {
  const first = (...names: readonly string[]): string | undefined => {
    const found = names.map((name) => object[name]).find((value) => isWord(value));
    return found === undefined ? undefined : String(found);
  };
  const content_html = first('content_html', 'html');
  const content_text = first('text', 'content', 'body', 'articleBody', 'article', 'content_text');
  if (content_html === undefined && content_text === undefined) return undefined;
  const url = first('url', 'link', 'permalink', '@id');
  const title = first('title', 'headline', 'name', 'subject');
  const author = nameOf(object['author'] ?? object['authors'] ?? object['byline']);
  return {
    id: first('id', 'guid', '_id') ?? url ?? title ?? `line ${index + 1}`,
    url,
    title,
    content_text: content_html === undefined ? content_text : undefined,
    content_html,
    date_published: first(
      ...['date', 'published', 'datePublished', 'date_published', 'published_at', 'publishedAt'],
      ...['pubDate', 'publish_date', 'created_at', 'timestamp'],
    ),
    language: first('language', 'lang'),
    authors: author === undefined ? undefined : [{ name: author }],
  };
}

function isWord(value: unknown): value is string | number {
  return (typeof value === 'string' && value.trim() !== '') || typeof value === 'number';
}

function jsonFeed(items: readonly Item[]): string {
  return JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: '', items });
}

function tableOf(objects: readonly Line[], source: string): Extract {
  const columns = [...new Set(objects.flatMap((object) => Object.keys(object)))];
  if (columns.length * objects.length > MOST_CELLS) {
    throw new NewsdeskError('source-too-complex', { source });
  }
  const rows = objects.map((object) => columns.map((column) => cellOf(object[column])));
  return tableDocument([columns, ...rows], 1);
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value) && value.every(isWord)) return value.join(', ');
  return isWord(value) ? String(value) : inJson(value);
}

/** What nests deeper than the stack reaches is no value of a table. */
function inJson(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return '';
  }
}
