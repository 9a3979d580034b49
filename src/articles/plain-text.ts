import { isUpperCase, plainBlocks } from '../documents/plain-blocks.js';
import { boldLine } from '../documents/signs.js';
import type { Article } from './article.js';
import { cleanText } from '../text/clean.js';
import type { Extract } from './extract.js';
import { bytesKind, textKind } from './kind.js';
import { headline } from './title.js';
import { wholeArticle, type AboutBytes } from './whole-article.js';

/** Read in some milliseconds, for which the bot's thread can be spared. */
const MAX_BYTES = 1_000_000;
/** Control characters that no text has, and how formats begin that are written in letters. */
const NO_TEXT = /[\0-\x08\x0e-\x1f\x7f\ufffd]|^\s*(?:\{\\rtf|%!)/;

/** A plain text as it is read. */
export function plainText(text: string): Extract {
  return { text, blocks: plainBlocks(text), title: titleOf(text) };
}

/** A headline above a blank line, or a first line that is drawn as a heading: in capitals or bold. */
function titleOf(text: string): string | undefined {
  const [, line = ''] = /^\s*(\S[^\n]*)\n/u.exec(text) ?? [];
  const bold = boldLine(line.trim());
  if (bold !== undefined) return line.trim().slice(bold.start, bold.end);
  return headline(text) ?? (isUpperCase(line.trim()) ? line.trim() : undefined);
}

/**
 * The article in bytes that are beyond doubt a short plain text in UTF-8; undefined for all others,
 * which have to be looked at more closely. Needs none of what other documents need, be it code,
 * memory or a process.
 * @throws NewsdeskError `source-no-text`
 */
export function readPlainText(bytes: Uint8Array, about: AboutBytes): Article | undefined {
  if (bytes.length === 0 || bytes.length > MAX_BYTES) return undefined;
  if (bytesKind(bytes, about) !== undefined) return undefined;
  const text = utf8(bytes);
  if (text === undefined || NO_TEXT.test(text)) return undefined;
  const clean = cleanText(text);
  return textKind(clean, about) === 'text' ? wholeArticle(plainText(clean), about) : undefined;
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
