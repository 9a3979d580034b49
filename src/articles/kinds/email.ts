import type { Paragraph } from 'mdast';
import PostalMime, { type Email } from 'postal-mime';
import type { DocumentText } from '../../documents/block.js';
import { documentText } from '../../documents/document-text.js';
import { joinDocuments } from '../../documents/join.js';
import { plainDocument } from '../../documents/plain-blocks.js';
import { NewsdeskError } from '../../errors.js';
import { hasWords, tidyParagraphs } from '../../text/clean.js';
import { isoDate } from '../date.js';
import { personName, type Extract } from '../extract.js';
import { htmlFragment } from '../html.js';
import { MAX_EMAIL_NESTING } from '../limits.js';
import { tidyTitle } from '../title.js';

/** A text part of less than this share of what the HTML part says only points to that. */
const WHOLE_SHARE = 0.3;

/**
 * An e-mail (RFC 5322): its subject, its sender and what it says, with quoted lines as quotes and
 * without a signature. What is attached is left out.
 */
export async function readEmail(bytes: Uint8Array, source: string): Promise<Extract> {
  const { subject, from, date, text = '', html } = await parsed(bytes, source);
  const title = tidyTitle(subject);
  const told = plainMessage(text);
  const shown = html === undefined ? undefined : htmlFragment(html, source, title);
  const isWhole =
    shown === undefined ||
    (hasWords(told.text) && told.text.length >= WHOLE_SHARE * shown.text.length);
  return {
    title,
    author: personName(from?.name),
    publishedAt: isoDate(date),
    ...(isWhole ? told : shown),
  };
}

/** Parts in parts, headers and the like are bounded by the parser. */
async function parsed(bytes: Uint8Array, source: string): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: MAX_EMAIL_NESTING });
  } catch (error) {
    throw new NewsdeskError('source-too-complex', { source }, { cause: error });
  }
}

/** What stands between a message and its signature (RFC 3676, 4.3). */
const SIGNATURE = /^-- ?$/;
const QUOTED = /^[ \t]?(?:>[ \t]?)+/;

function plainMessage(message: string): DocumentText {
  const lines = tidyParagraphs(message).split('\n');
  const end = lines.findLastIndex((line) => SIGNATURE.test(line));
  const documents: DocumentText[] = [];
  let part: string[] = [];
  let isQuote = false;
  const finish = (): void => {
    const text = tidyParagraphs(part.join('\n'));
    documents.push(isQuote ? quoted(text) : plainDocument(text));
    part = [];
  };
  for (const line of end > 0 ? lines.slice(0, end) : lines) {
    if (QUOTED.test(line) !== isQuote && line !== '') {
      finish();
      isQuote = !isQuote;
    }
    part.push(line.replace(QUOTED, ''));
  }
  finish();
  return joinDocuments(documents);
}

function quoted(text: string): DocumentText {
  const children = text.split(/\n{2,}/).map((value): Paragraph => ({
    type: 'paragraph',
    children: [{ type: 'text', value: value.replaceAll('\n', ' ') }],
  }));
  return documentText({ type: 'root', children: [{ type: 'blockquote', children }] });
}
