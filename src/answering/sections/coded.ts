import type { Query } from '../../retrieval/query.js';
import type { Bold, WeighedSentence } from '../bold.js';
import { hasCodeAsked, hasRivalCode } from '../confidence/codes.js';

/** What has the code that is asked about, if the likeliest has another of its kind. */
export function coded(
  { text }: Query,
  weighed: readonly WeighedSentence[],
  { sentences }: Bold,
): WeighedSentence | undefined {
  const readings = sentences.map(({ sentence }) => sentence.reading);
  if (!readings.some((reading) => hasRivalCode(text, reading))) return undefined;
  const having = weighed.filter(({ sentence }) => hasCodeAsked(text, sentence.reading));
  return having.length === 1 ? having[0] : undefined;
}
