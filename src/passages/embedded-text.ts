import { createHash } from 'node:crypto';

/** What the model is given for a passage or a sentence: its article's title tells what "he" is about. */
export function embeddedText(title: string, text: string): string {
  return `${title}. ${text.replace(/\s+/g, ' ')}`;
}

/** The content address of an embedded text's vector: its SHA-256 in hex. */
export function textHash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
