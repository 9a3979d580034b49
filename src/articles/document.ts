import { NewsdeskError } from '../errors.js';
import type { Article } from './article.js';
import { checkIsText } from './binary.js';
import { cleanText } from '../text/clean.js';
import { decode } from './decode.js';
import { bytesKind, textKind } from './kind.js';
import { BYTES_READERS, TEXT_READERS } from './kinds/index.js';
import { checkIsArticle } from './no-article.js';
import { wholeArticle, type AboutBytes } from './whole-article.js';

/** A file as its bytes show it to be: one article, or a feed that still has to be read. */
export type Document =
  | { readonly kind: 'article'; readonly article: Article }
  /** `isOneFile`: its entries are whole, and may be read as the parts of one article. */
  | { readonly kind: 'feed'; readonly text: string; readonly isOneFile?: boolean };

/** Makes a document of bytes, whose kind is told by what they hold. @throws NewsdeskError */
export async function openDocument(bytes: Uint8Array, about: AboutBytes): Promise<Document> {
  const { source } = about;
  if (bytes.length === 0) throw new NewsdeskError('source-empty', { source });
  const bytesOf = bytesKind(bytes, about);
  if (bytesOf !== undefined) {
    const read = await BYTES_READERS[bytesOf]();
    return { kind: 'article', article: wholeArticle(await read(bytes, source), about) };
  }
  const decoded = decode(bytes, declaredEncoding(bytes, about.contentType));
  await checkIsText(bytes, decoded, source);
  const text = cleanText(decoded);
  const kind = textKind(text, about);
  if (kind === 'feed') return { kind, text };
  if (kind === 'sitemap') throw new NewsdeskError('source-sitemap', { source });
  const read = await TEXT_READERS[kind]();
  const extract = read(text, about);
  if ('feed' in extract) return { kind: 'feed', text: extract.feed, isOneFile: true };
  if (kind === 'html') checkIsArticle(text, extract, source);
  return { kind: 'article', article: wholeArticle(extract, about) };
}

/** How far the declaration of an encoding may be from the start (WHATWG HTML, 13.2.3.2). */
const DECLARED_WITHIN = 1024;

/** The encoding that a header, an XML declaration or a `meta` element names. */
function declaredEncoding(bytes: Uint8Array, contentType = ''): string | undefined {
  const head = Buffer.from(bytes.subarray(0, DECLARED_WITHIN)).toString('latin1');
  return [
    /charset\s*=\s*["']?([\w:.-]+)/i.exec(contentType),
    /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w:.-]+)/i.exec(head),
    ofMeta(head, /\scharset\s*=\s*["']?([\w:.-]+)/i),
    ofMeta(head, /\scontent\s*=\s*["'][^"'>]*charset=([\w:.-]+)/i),
  ].find((match) => match !== null)?.[1];
}

/** The first `meta` element that has something, looked for in one element after another. */
function ofMeta(head: string, pattern: RegExp): RegExpExecArray | null {
  for (const [element] of head.matchAll(/<meta[^<>]*/gi)) {
    const match = pattern.exec(element);
    if (match !== null) return match;
  }
  return null;
}
