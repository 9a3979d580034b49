import { fileTypeFromBuffer } from 'file-type';
import { NewsdeskError } from '../errors.js';

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

/** Formats that are written in letters and yet are no text to read. */
const LETTERED_FORMATS = new Set(['rtf', 'ps', 'eps']);
/** Text has next to none of these; a few strays are dropped later. */

const STRANGE = /[\0-\x08\x0e-\x1a\x1c-\x1f\ufffd]/g;
const MAX_STRANGE = 8;
const MAX_STRANGE_SHARE = 0.02;

/** Refuses what is no text, and says what it is. @throws NewsdeskError `source-binary` */
export async function checkIsText(bytes: Uint8Array, text: string, source: string): Promise<void> {
  const sample = text.slice(0, 64_000);
  const strange = sample.match(STRANGE)?.length ?? 0;
  const type = await fileTypeFromBuffer(bytes);
  // A few letters, such as "BM" for a bitmap, pass for a format's mark: they need a second witness.
  const isFormat = type !== undefined && (strange > 0 || LETTERED_FORMATS.has(type.ext));
  const isNoise = strange > MAX_STRANGE && strange > sample.length * MAX_STRANGE_SHARE;
  if (isFormat && type.ext !== 'xml') {
    throw new NewsdeskError('source-binary', { source, type: `a .${type.ext} file` });
  }
  if (isNoise) throw new NewsdeskError('source-binary', { source, type: 'binary data' });
}
