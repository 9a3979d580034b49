import type { AnswerText } from '../answering/answer.js';
import type { AskContext, QuestionOptions } from '../answering/ask.js';
import { askedSections } from '../answering/sections/asked-sections.js';
import {
  asksLatest,
  asksRelease,
  isOfVersions,
  versionAsked,
  type VersionAsked,
} from '../answering/sections/versions.js';
import { wantedOf } from '../answering/asked/wanted.js';
import { readQuery } from '../retrieval/query.js';
import { wordsOf } from '../text/words.js';
import type { Exchange } from './exchange.js';
import type { Reading } from './reading.js';
import type { Topic } from './topic.js';

export interface VersionMeant {
  readonly about: string;
  readonly understood: string;
}

export interface VersionAtHand extends VersionMeant {
  readonly answer: AnswerText;
}

/** What stands under the version's own heading that a follow-up means, whatever mentions it elsewhere. */
export async function versionAtHand(
  context: AskContext,
  reading: Reading,
  { articleId, last }: Topic,
  { scope, signal }: QuestionOptions,
): Promise<VersionAtHand | undefined> {
  const meant = versionMeant(reading, last);
  const article = meant && (await context.store.article(articleId, scope));
  if (meant === undefined || article === undefined) return undefined;
  const query = await readQuery(context, meant.understood, scope, signal);
  const answer = askedSections(query, wantedOf(query.words), article);
  return answer && { ...meant, answer };
}

/**
 * "What about 3.1.0?" asks what that version brought, or when it came out if that was asked of another;
 * "when did it come out?" is of the version before. Undefined if something else was asked of that, as
 * who released it.
 */
export function versionMeant(
  reading: Reading,
  { understood }: Pick<Exchange, 'understood'>,
): VersionMeant | undefined {
  const before = versionAsked({ text: understood, words: wordsOf(understood) });
  if (before !== undefined && before.asks === undefined) return undefined;
  const meant = askedOf(reading, before);
  if (meant === undefined) return undefined;
  const about = asksLatest(meant) ? 'the latest version' : `version ${meant.version}`;
  return {
    about,
    understood: meant.asks === 'date' ? `When was ${about} released?` : `What changed in ${about}?`,
  };
}

function askedOf(
  { text, words, content, form, pronoun }: Reading,
  before: VersionAsked | undefined,
): VersionAsked | undefined {
  if (content.some((word) => !isOfVersions(word.text, 'date'))) return undefined;
  if (pronoun?.kind === 'it' && asksRelease(words)) return before && { ...before, asks: 'date' };
  const asked = versionAsked({ text, words });
  if (form !== 'instead' || asked === undefined || asksLatest(asked)) return undefined;
  return { ...asked, asks: before?.asks ?? 'changes' };
}
