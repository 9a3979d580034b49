import type { Query } from '../../retrieval/query.js';

/** A version that a question names, or the latest one. */
export interface VersionAsked {
  readonly version: string;
  /** What it brought, or when it came out; undefined for anything else about it. */
  readonly asks: 'changes' | 'date' | undefined;
}

const NEWEST = 'latest';

const VERSION = /(?<![\p{L}\p{N}.])v?(\d{1,5}(?:\.\d{1,5}){1,3})(?![\p{L}\p{N}]|\.\d)/u;
/** A heading of a version alone, with its date or name; "1.1 Who can sign up" numbers a section. */
const HEADING =
  /^(?:\p{L}{2,20} ){0,2}[[(]?v?(\d{1,5}(?:\.\d{1,5}){1,3})(?:[\])]?\s*(?:$|[–—(["“«:,-])|\s+\d)/iu;

const LATEST = new Set(['latest', 'newest', 'current', 'last', 'recent']);
const VERSIONS = new Set(
  'version versions release update patch build changelog changes'.split(' '),
);
const CHANGES = new Set(
  'changed change changes new news added fixed fixes improved removed dropped deprecated happened got notes changelog brought bring'.split(
    ' ',
  ),
);

/** What version a question asks about, if any. */
export function versionAsked({
  text,
  words,
}: Pick<Query, 'text' | 'words'>): VersionAsked | undefined {
  const texts = words.map((word) => word.text);
  const version = VERSION.exec(text)?.[1];
  if (version !== undefined) {
    // "And 3.1.0?" asks for whatever is said of it.
    const isAlone = !/[\p{L}\p{N}]/u.test(text.replace(VERSION, ''));
    const changes = isAlone || texts.some((one) => CHANGES.has(one));
    return { version, asks: asksRelease(words) ? 'date' : changes ? 'changes' : undefined };
  }
  if (texts[0] === 'how') return undefined;
  const at = texts.findIndex((one) => LATEST.has(one));
  const namesLatest = at >= 0 && texts.slice(at + 1, at + 3).some((one) => VERSIONS.has(one));
  if (texts[0] === 'when') {
    return namesLatest && asksRelease(words) ? { version: NEWEST, asks: 'date' } : undefined;
  }
  const asksNew = texts[0] === 'what' && texts.slice(1, 4).includes('new');
  return namesLatest || asksNew ? { version: NEWEST, asks: 'changes' } : undefined;
}

const COMES_OUT = new Set('released release come came out published launched shipped'.split(' '));

/** "When did it come out?" */
export function asksRelease(words: Query['words']): boolean {
  return words[0]?.text === 'when' && words.some(({ text }) => COMES_OUT.has(text));
}

/** Whether it is the latest one that is asked for. */
export function asksLatest({ version }: VersionAsked): boolean {
  return version === NEWEST;
}

/** The version that a heading is of: `3.2.0` of `v3.2.0 – 11 February`. */
export function versionOf(heading: string): string | undefined {
  return HEADING.exec(heading)?.[1];
}

/** What has the highest version; the first of several. */
export function latestOf<T>(all: readonly T[], words: (one: T) => string): T | undefined {
  return all.reduce<T | undefined>(
    (best, one) => (best === undefined || isLater(words(one), words(best)) ? one : best),
    undefined,
  );
}

function isLater(one: string, other: string): boolean {
  const [left, right] = [one, other].map((words) =>
    (versionOf(words) ?? '').split('.').map(Number),
  );
  for (let at = 0; at < 4; at++) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

/** Whether a word of a question says that versions are asked about, not of what. */
export function isOfVersions(word: string, asks: VersionAsked['asks']): boolean {
  return (
    LATEST.has(word) ||
    (asks === 'date' && COMES_OUT.has(word)) ||
    VERSIONS.has(word) ||
    CHANGES.has(word) ||
    /^v?\p{N}+(?:\.\p{N}+)*$/u.test(word)
  );
}

const NEWS =
  /^(?:what(?:['’]s| is) new|new|news|new features|features|highlights|(?:main |major |notable )?changes|changed|improvements)[.:!]?$/iu;

/** Whether a heading says that what is new stands below it. */
export function headsNews(heading: string): boolean {
  return NEWS.test(heading.trim());
}

/** ... and nothing else, as highlights and changes do. */
export function headsNew(heading: string): boolean {
  return /\bnew\b/iu.test(heading) && headsNews(heading);
}

const KINDS: readonly (readonly [asked: RegExp, heading: RegExp])[] = [
  [/^(?:added|adds)$/u, /^(?:added|additions|new|new features)[.:!]?$/iu],
  [/^(?:fixed|fixes|fix)$/u, /^(?:(?:bug ?)?fixes|(?:bugs )?fixed)[.:!]?$/iu],
  [/^(?:improved|improvements)$/u, /^(?:improved|improvements)[.:!]?$/iu],
  [/^(?:removed|removals|dropped)$/u, /^(?:removed|removals|dropped)[.:!]?$/iu],
  [/^(?:deprecated|deprecations)$/u, /^(?:deprecated|deprecations)[.:!]?$/iu],
];

/** Whether a heading is that of the one kind of change that is asked for: "Removed". */
export function headsKind({ words }: Pick<Query, 'words'>, heading: string): boolean {
  return KINDS.some(
    ([asked, heads]) => words.some(({ text }) => asked.test(text)) && heads.test(heading.trim()),
  );
}

/** Whether a title is that of one release: of the version asked for, or of any if the latest is. */
export function isReleaseOf(asked: VersionAsked, title: string): boolean {
  const version = VERSION.exec(title)?.[1];
  return version !== undefined && (asksLatest(asked) || asked.version === version);
}
