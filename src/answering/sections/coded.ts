import type { Query } from '../../retrieval/query.js';
import type { Bold, WeighedSentence } from '../bold.js';
import { hasCodeAsked, hasRivalCode } from '../confidence/codes.js';
import { shortcut } from './shortcut.js';

/**
 * What has the code that is asked about, if the likeliest has another of its kind, or the keys that
 * are.
 */
export function coded(
  query: Query,
  weighed: readonly WeighedSentence[],
  bold: Bold,
): WeighedSentence | undefined {
  return withCodeAsked(query, weighed, bold) ?? shortcut(query, weighed, bold);
}

function withCodeAsked(
  { text }: Query,
  weighed: readonly WeighedSentence[],
  { sentences }: Bold,
): WeighedSentence | undefined {
  const readings = sentences.map(({ sentence }) => sentence.reading);
  if (!readings.some((reading) => hasRivalCode(text, reading))) return undefined;
  const having = weighed.filter(({ sentence }) => hasCodeAsked(text, sentence.reading));
  return having.length === 1 ? having[0] : undefined;
}
