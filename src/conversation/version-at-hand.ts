import type { AnswerText } from '../answering/answer.js';
import type { AskContext, QuestionOptions } from '../answering/ask.js';
import { askedSections } from '../answering/sections/asked-sections.js';
import {
  asksLatest,
  asksRelease,
  isOfVersions,
  latestOf,
  versionAsked,
  versionOf,
  type VersionAsked,
} from '../answering/sections/versions.js';
import { wantedOf } from '../answering/asked/wanted.js';
import { headedSections } from '../answering/sections/headed-sections.js';
import { readQuery } from '../retrieval/query.js';
import { wordsOf } from '../text/words.js';
import type { StoredArticle } from '../store/store.js';
import { withoutEnd } from './ending.js';
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
  const isOfAnother = asksBefore(reading) || asksWhich(reading);
  const plain = isOfAnother
    ? undefined
    : (versionMeant(reading, last) ?? releaseMeant(reading, last));
  if (plain === undefined && !isOfAnother) return undefined;
  const article = await context.store.article(articleId, scope);
  if (article === undefined) return undefined;
  const meant = plain ?? anotherMeant(reading, last, article);
  if (meant === undefined) return undefined;
  const query = await readQuery(context, meant.understood, scope, signal);
  const answer = askedSections(query, wantedOf(query.words), article);
  return answer && { ...meant, answer };
}

const BEFORE =
  /^(?:in |with |of )?(?:the )?(?:(?:one|version|release) before(?: (?:that|it|this))?|previous (?:one|version|release)|last one before(?: that)?)$/iu;

/** "And in the one before?", "and the previous version?" */
function asksBefore({ form, text }: Reading): boolean {
  return form === 'instead' && BEFORE.test(withoutEnd(text));
}

const WHICH =
  /^(?:(?:in|since|with|from) )?(?:what|which) (?:version|release)(?: (?:was|is|were|are|did|does) (?:that|it|this|they|those)(?: (?:in|from|added|added in|come with|come in))?)?$/iu;

/** "Which version was that?" */
function asksWhich({ text }: Reading): boolean {
  return WHICH.test(withoutEnd(text));
}

/** "When did it come out?" after something was told of a version, whatever was asked. */
function releaseMeant(
  { pronoun, words, content }: Reading,
  { answer }: Exchange,
): VersionMeant | undefined {
  const told = toldIn(answer);
  const saysMore = content.some(({ text }) => !isOfVersions(text, 'date'));
  const isOfIt = pronoun?.kind === 'it' && asksRelease(words) && !saysMore;
  return isOfIt && told !== undefined ? meantOf(`version ${told}`, 'date') : undefined;
}

/** The version that an answer stands under. */
function toldIn(answer: Exchange['answer']): string | undefined {
  return answer?.path.map(versionOf).findLast((version) => version !== undefined);
}

/** The version below the one that the question before was of, or the one that the last answer stands under. */
export function anotherMeant(
  reading: Reading,
  { understood, answer }: Pick<Exchange, 'understood' | 'answer'>,
  { text, blocks }: Pick<StoredArticle, 'text' | 'blocks'>,
): VersionMeant | undefined {
  const told = toldIn(answer);
  if (asksWhich(reading)) {
    return told === undefined ? undefined : meantOf(`version ${told}`, 'date');
  }
  const versions = headedSections(text, blocks).flatMap(({ words }) => versionOf(words) ?? []);
  const before = versionAsked({ text: understood, words: wordsOf(understood) });
  const latest = before !== undefined && asksLatest(before) ? latestVersion(versions) : undefined;
  const from = latest ?? before?.version ?? told;
  const older = latestVersion(versions.filter((version) => isLaterVersion(from ?? '', version)));
  return older === undefined ? undefined : meantOf(`version ${older}`, before?.asks ?? 'changes');
}

function latestVersion(versions: readonly string[]): string | undefined {
  return latestOf(versions, (version) => version);
}

function isLaterVersion(one: string, other: string): boolean {
  return one !== other && latestVersion([other, one]) === one;
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
  return meantOf(about, meant.asks);
}

function meantOf(about: string, asks: VersionAsked['asks']): VersionMeant {
  return {
    about,
    understood: asks === 'date' ? `When was ${about} released?` : `What changed in ${about}?`,
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
