export type TextKind = 'text' | 'markdown' | 'html' | 'feed';

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
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, PDF_HEADER_WITHIN))
    .toString('latin1')
    .includes('%PDF-');
}

/** The part that every Word document has, by its name in the archive. */
const PART = 'word/document.xml';

export function isDocx(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return file.subarray(0, 4).toString('latin1') === 'PK\x03\x04' && file.includes(PART);
}

/** What kind of text it is: by its content, and where that leaves it open by type and ending. */
export function textKind(text: string, { name, contentType = '' }: KindHints): TextKind {
  const head = text.slice(0, SNIFFED);
  const body = head.replace(PROLOGUE, '');
  if (/^<(?:rss|feed|rdf:RDF)[\s>]/i.test(body) || isJsonFeed(head)) return 'feed';
  if (/<!doctype\s+html/i.test(head.slice(0, head.length - body.length))) return 'html';
  if (/^<(?:html|head|body)[\s>]/i.test(body)) return 'html';
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase();
  if (ending === 'md' || ending === 'markdown' || /\bmarkdown\b/i.test(contentType)) {
    return 'markdown';
  }
  if (ending === 'txt') return 'text';
  if (ending === 'html' || ending === 'htm' || /\b(?:html|xml)\b/i.test(contentType)) return 'html';
  if (ending === undefined && /^---\n(?:[\w-]+:.*\n|[ \t].*\n)+---\n/.test(head)) return 'markdown';
  return 'text';
}

function isJsonFeed(head: string): boolean {
  return (
    /^\s*\{/.test(head) &&
    /https?:\/\/(?:www\.)?jsonfeed\.org\/version/.test(head.replaceAll('\\/', '/'))
  );
}
