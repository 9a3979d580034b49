import { parse } from 'yaml';
import { z } from 'zod';
import { isoDate } from './date.js';
import { languageTag, nameOf, personName, webUrl, type Metadata } from './extract.js';
import { tidyTitle } from './title.js';

const BLOCK = /^---[ \t]*\n([\s\S]*?)\n?^(?:---|\.\.\.)[ \t]*(?:\n|$)/m;

const Fields = z.record(z.string(), z.unknown());

/** Splits a Markdown file into what its YAML front matter says and the rest. */
export function frontMatter(markdown: string): {
  readonly fields: Metadata;
  readonly body: string;
} {
  const block = markdown.startsWith('---') ? BLOCK.exec(markdown) : null;
  const yaml = block?.index === 0 ? block[1] : undefined;
  const values = yaml === undefined ? undefined : parseFields(yaml);
  if (block === null || values === undefined) return { fields: {}, body: markdown };
  const first = (...names: string[]) => names.map((name) => values[name]).find(Boolean);
  const fields = {
    title: tidyTitle(nameOf(first('title', 'headline'))),
    author: personName(first('author', 'authors', 'by')),
    publishedAt: isoDate(first('date', 'published', 'publishedAt', 'pubDate')),
    site: nameOf(first('site', 'publisher', 'source')),
    language: languageTag(first('language', 'lang')),
    url: webUrl(first('canonical', 'canonical_url', 'url', 'link')),
  };
  return { fields, body: markdown.slice(block[0].length) };
}

/** The block's fields; undefined if it is no YAML mapping, as between two rules. */
function parseFields(yaml: string): Record<string, unknown> | undefined {
  try {
    return Fields.safeParse(parse(yaml, { maxAliasCount: 100, logLevel: 'silent' })).data;
  } catch {
    return undefined;
  }
}
