import { NewsdeskError } from '../errors.js';
import type { Article } from './article.js';
import { canonicalUrl } from './canonical.js';
import { cleanText, hasWords } from './clean.js';
import { decode } from './decode.js';
import type { Extract } from './extract.js';
import { readHtml } from './html.js';
import { checkIsText, isPdf, textKind, type TextKind } from './kind.js';
import { readMarkdown } from './markdown.js';
import { readPdf } from './pdf.js';
import { headline, humaniseName, opening, tidyTitle } from './title.js';

export interface AboutBytes {
  /** File name: its ending helps to tell the kind, and it stands in for a missing title. */
  readonly name: string;
  readonly source: string;
  readonly url?: string | undefined;
  /** A Content-Type header. */
  readonly contentType?: string | undefined;
}

/** A file as its bytes show it to be: one article, or a feed that still has to be read. */
export type Document =
  | { readonly kind: 'article'; readonly article: Article }
  | { readonly kind: 'feed'; readonly text: string };

/** Makes a document of bytes, whose kind is told by what they hold. @throws NewsdeskError */
export async function openDocument(bytes: Uint8Array, about: AboutBytes): Promise<Document> {
  const { source } = about;
  if (bytes.length === 0) throw new NewsdeskError('source-empty', { source });
  if (isPdf(bytes))
    return { kind: 'article', article: article(await readPdf(bytes, source), about) };

  const decoded = decode(bytes, declaredEncoding(bytes, about.contentType));
  await checkIsText(bytes, decoded, source);
  const text = cleanText(decoded);
  const kind = textKind(text, about);
  if (kind === 'feed') return { kind, text };
  return { kind: 'article', article: article(READERS[kind](text, about), about) };
}

const READERS: Record<Exclude<TextKind, 'feed'>, (text: string, about: AboutBytes) => Extract> = {
  text: (text) => ({ text, title: headline(text) }),
  markdown: readMarkdown,
  html: readHtml,
};

function article(extract: Extract, { name, source, url }: AboutBytes): Article {
  if (!hasWords(extract.text)) throw new NewsdeskError('source-no-text', { source });
  const title =
    tidyTitle(extract.title) ?? (name === '' ? opening(extract.text) : humaniseName(name));
  return { ...extract, source, title, url: canonicalUrl([extract.url], url) };
}

/** How far the declaration of an encoding may be from the start (WHATWG HTML, 13.2.3.2). */
const DECLARED_WITHIN = 1024;

/** The encoding that a header, an XML declaration or a `meta` element names. */
function declaredEncoding(bytes: Uint8Array, contentType = ''): string | undefined {
  const head = Buffer.from(bytes.subarray(0, DECLARED_WITHIN)).toString('latin1');
  return [
    /charset\s*=\s*["']?([\w:.-]+)/i.exec(contentType),
    /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w:.-]+)/i.exec(head),
    /<meta[^>]*\scharset\s*=\s*["']?([\w:.-]+)/i.exec(head),
    /<meta[^>]*\scontent\s*=\s*["'][^"'>]*charset=([\w:.-]+)/i.exec(head),
  ].find((match) => match !== null)?.[1];
}
