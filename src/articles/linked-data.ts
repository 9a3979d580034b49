import type { DomDocument } from './dom.js';

export type Fields = Readonly<Record<string, unknown>>;

const ARTICLE_TYPES = [/(?:Article|BlogPosting|Report|Posting)$/, /Recipe$/, /Review$/];
/** What a page has in it besides its article, each with a date of its own. */
const PART_TYPE = /(?:Comment|Object|Review|Rating|Person|Organization)$/;
/** Objects that are looked at in a page's JSON-LD, and how deep they nest. */
const MOST_OBJECTS = 2000;
const DEEPEST = 8;

/**
 * What a page's JSON-LD says of its article: the article's own fields first, then those of other
 * objects that have been published, such as the page. An author named by `@id` is looked up.
 */
export function linkedData(document: DomDocument): Fields {
  const objects = linkedObjects(document);
  const byId = new Map<unknown, Fields>();
  for (const each of objects) {
    const id = each['@id'];
    if (id !== undefined && (!byId.has(id) || each['name'] !== undefined)) byId.set(id, each);
  }
  const article = ARTICLE_TYPES.map((type) => objects.find((each) => isOfType(each, type))).find(
    (each) => each !== undefined,
  );
  const dated = objects.find(
    (each) => typeof each['datePublished'] === 'string' && !isOfType(each, PART_TYPE),
  );
  const found: Fields = { datePublished: dated?.['datePublished'], ...article };
  return {
    ...found,
    author: withNames(found['author'] ?? found['creator'] ?? pageOf(objects)?.['author'], byId),
    publisher: withNames(found['publisher'], byId),
  };
}

/** The page itself, which names its author if nothing says that it is an article. */
function pageOf(objects: readonly Fields[]): Fields | undefined {
  return objects.find((each) => isOfType(each, /^(?:Web|About|Item|Profile)?Page$/));
}

/** The objects of a page's JSON-LD, those that stand in others too, in order. */
export function linkedObjects(document: DomDocument): readonly Fields[] {
  const objects: Fields[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    gather(parseJson(script.textContent ?? ''), objects, 0);
  }
  return objects;
}

export function isOfType(fields: Fields, type: RegExp): boolean {
  return [fields['@type']].flat().some((name) => typeof name === 'string' && type.test(name));
}

function gather(value: unknown, objects: Fields[], depth: number): void {
  if (depth > DEEPEST || objects.length > MOST_OBJECTS) return;
  if (Array.isArray(value)) {
    for (const each of value) gather(each, objects, depth + 1);
  } else if (typeof value === 'object' && value !== null) {
    objects.push(value as Fields);
    for (const each of Object.values(value)) gather(each, objects, depth + 1);
  }
}

/** References by `@id` as what they refer to. */
function withNames(value: unknown, byId: ReadonlyMap<unknown, Fields>): unknown {
  return Array.isArray(value) ? value.map((each) => withName(each, byId)) : withName(value, byId);
}

function withName(value: unknown, byId: ReadonlyMap<unknown, Fields>): unknown {
  if (typeof value !== 'object' || value === null || 'name' in value) return value;
  return byId.get((value as Fields)['@id']) ?? value;
}

function parseJson(text: string): unknown {
  try {
    // Some pages wrap it for XHTML, or break lines inside a string.
    return JSON.parse(
      text.replace(/^\s*(?:\/\/)?<!\[CDATA\[|(?:\/\/)?\]\]>\s*$/g, '').replace(/[\n\r\t]/g, ' '),
    );
  } catch {
    return undefined;
  }
}
