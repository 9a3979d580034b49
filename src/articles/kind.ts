import { formatOfMediaType, formatOfName, type FormatName } from '../formats.js';

/** Kinds that are told by their bytes and read from them. */
export type BytesKind = 'pdf' | 'docx' | 'odt' | 'epub' | 'email';
export type TextKind = Exclude<FormatName, BytesKind> | 'feed' | 'sitemap' | 'opml' | 'xml';

/** What is known of bytes besides the bytes. */
export interface KindHints {
  readonly name: string;
  /** A Content-Type header. */
  readonly contentType?: string | undefined;
}

/** How far a PDF's header may be from the start (ISO 32000-1, annex H.3.4.1). */
const PDF_HEADER_WITHIN = 1024;
/** What comes before a document's first element. */
const PROLOGUE = /^(?:\s|<\?[^>]*>|<!--[\s\S]*?-->|<!doctype[^>]*>)*/i;
const SNIFFED = 4096;

export function isPdf(bytes: Uint8Array): boolean {
  return startOf(bytes, PDF_HEADER_WITHIN).includes('%PDF-');
}

/** Parts by which archives are told, as they are named in them or in their `mimetype`. */
const PARTS = [
  ['docx', 'word/document.xml'],
  ['odt', 'mimetypeapplication/vnd.oasis.opendocument.text'],
  ['epub', 'META-INF/container.xml'],
] as const;

/** The kind of bytes that are no plain text; undefined for all others. */
export function bytesKind(bytes: Uint8Array, hints: KindHints): BytesKind | undefined {
  if (isPdf(bytes)) return 'pdf';
  if (startOf(bytes, 4) === 'PK\x03\x04') {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const found = PARTS.find(([, part]) => file.includes(part))?.[0];
    return found ?? PARTS.find(([kind]) => kind === formatOfName(hints.name))?.[0];
  }
  return isEmail(bytes, hints) ? 'email' : undefined;
}

const HEADERS = /^(?:[\w-]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*){3,}/;

/** A message is told by its name, its type, or headers that all messages have. */
function isEmail(bytes: Uint8Array, { name, contentType = '' }: KindHints): boolean {
  const named = formatOfName(name);
  if (named === 'email' || formatOfMediaType(contentType) === 'email') return true;
  if (named !== undefined) return false;
  const head = HEADERS.exec(startOf(bytes, SNIFFED).replaceAll('\r\n', '\n'))?.[0] ?? '';
  return /^from:/im.test(head) && /^(?:message-id|mime-version):/im.test(head);
}

function startOf(bytes: Uint8Array, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, length)).toString(
    'latin1',
  );
}

/** What kind of text it is: by its content, and where that leaves it open by type and ending. */
export function textKind(text: string, { name, contentType = '' }: KindHints): TextKind {
  const head = text.slice(0, SNIFFED);
  const body = head.replace(PROLOGUE, '');
  if (/^<(?:\w+:)?(?:rss|feed|RDF)[\s>]/i.test(body) || isJsonFeed(head)) return 'feed';
  if (/^<(?:\w+:)?(?:urlset|sitemapindex)[\s>]/i.test(body)) return 'sitemap';
  if (/^<opml[\s>]/i.test(body)) return 'opml';
  if (/<!doctype\s+html/i.test(head.slice(0, head.length - body.length))) return 'html';
  if (/^<(?:html|head|body)[\s>]/i.test(body)) return 'html';
  if (/^\ufeff?WEBVTT(?:\s|$)/.test(head)) return 'subtitles';
  const ending = formatOfName(name);
  if (isText(ending) && ending !== 'html' && ending !== 'text') return ending;
  const type = formatOfMediaType(contentType);
  if (isText(type) && type !== 'html') return type;
  if (ending === 'text') return 'text';
  if (/^\s*<\?xml\s/.test(head) && !/<html[\s>]/i.test(head)) return 'xml';
  if (/\.xml$/i.test(name) && body.startsWith('<')) return 'xml';
  if (ending === 'html' || type === 'html' || /^\s*<\?xml\s/.test(head)) return 'html';
  const isNamed = /\.\w+$/.test(name);
  if (!isNamed && /^---\n(?:[\w-]+:.*\n|[ \t].*\n)+---\n/.test(head)) return 'markdown';
  return 'text';
}

function isText(format: FormatName | undefined): format is Exclude<FormatName, BytesKind> {
  return (
    format !== undefined &&
    format !== 'pdf' &&
    format !== 'docx' &&
    format !== 'odt' &&
    format !== 'epub' &&
    format !== 'email'
  );
}

function isJsonFeed(head: string): boolean {
  return (
    /^\s*\{/.test(head) &&
    /https?:\/\/(?:www\.)?jsonfeed\.org\/version/.test(head.replaceAll('\\/', '/'))
  );
}
