import type { Block } from '../../documents/block.js';
import { coverage } from '../../retrieval/coverage.js';
import type { Query } from '../../retrieval/query.js';
import { indexText } from '../../retrieval/text-index.js';
import type { StoredArticle } from '../../store/store.js';
import type { Span } from '../../text/span.js';
import type { AnswerText } from '../answer.js';
import { candidatesOf } from '../confidence/evidence.js';
import { asksWay, wayOf } from './getting-there.js';
import {
  headedSections,
  headingAndFirst,
  shownAs,
  unitsUnder,
  type HeadedSection,
} from './headed-sections.js';
import { asksWhatIs, namedSection } from './named-section.js';
import { asksForNeeds, needsOf } from './needs.js';
import { superlativeOf, superlativeRow } from '../tables/superlative.js';
import {
  asksLatest,
  headsKind,
  headsNew,
  headsNews,
  isOfVersions,
  isReleaseOf,
  latestOf,
  versionAsked,
  versionOf,
  type VersionAsked,
} from './versions.js';
import { isOrdinal, isRequest, isSaying, type Wanted } from '../asked/wanted.js';

/** Sections whose headings are numbered 1, 2, 3 …, with what they are sections of. */
interface Run {
  readonly sections: readonly HeadedSection[];
  readonly above?: string | undefined;
}

/** What of the question the headings above a run, its title and its label have to have. */
const TOPIC = 0.75;
/** So much of what stands before the first version says what it is a version of, in characters. */
const LONGEST_TOPIC = 400;
/** A run, with all that stands in it, is bold up to so many characters; else its first paragraphs. */
const LONGEST_RUN = 1_800;
const FEWEST = 3;
const NUMBERED =
  /^(?:(?:(\p{L}{2,12})\s)?\(?#?(\p{N}{1,3})(?:[.):]|\s*[–—-])\s|§\s?(\p{N}{1,3})[.:]?\s)/u;

/** Whether sections may be asked for, for which the whole article has to be looked at. */
export function mayAskForSections(query: Query, wanted: Wanted): boolean {
  return (
    wanted.whole ||
    wanted.ordinal !== undefined ||
    versionAsked(query) !== undefined ||
    asksForNeeds(query.words) ||
    asksWhatIs(query) ||
    asksWay(query) ||
    superlativeOf(query.words) !== undefined
  );
}

/**
 * The sections of an article that are asked for as such: rules or steps that are headings with text
 * below them, all of them or one by its number; what a version, or the latest one, brought; and what
 * is needed; the row with the most or the least; or what stands under the very name that is asked for, if the best sentence, at `best`,
 * stands elsewhere. Undefined if none are.
 */
export function askedSections(
  query: Query,
  wanted: Wanted,
  article: Pick<StoredArticle, 'id' | 'title' | 'text' | 'blocks'>,
  best?: Span,
): AnswerText | undefined {
  const { title, text, blocks } = article;
  const sections = headedSections(text, blocks);
  const asked = versionAsked(query);
  if (asked !== undefined) return ofVersion(query, asked, wanted, article, sections);
  const superlative = superlativeRow(query, article, sections);
  if (superlative !== undefined) return superlative;
  const needs = needsOf(query, article, sections);
  if (needs !== undefined) return needs;
  const way = wayOf(query, article, sections);
  if (way !== undefined) return way;
  const named = namedSection(query, article, sections, best);
  if (named !== undefined) return named;
  if (!wanted.whole && wanted.ordinal === undefined) return undefined;
  const run = runsOf(blocks, sections).find((one) => names(query, wanted, title, one));
  if (run === undefined) return undefined;
  const { ordinal } = wanted;
  const shown = ordinal === undefined ? run.sections : run.sections.slice(ordinal - 1, ordinal);
  const [first] = shown;
  const last = shown.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const isShort = last.end - first.start <= LONGEST_RUN;
  const units = shown.map(({ start, end, at }) => ({
    start,
    end: isShort ? end : (blocks[at + 1]?.end ?? end),
    kind: 'sentence' as const,
  }));
  return shownAs(article, units, {
    start: first.start,
    end: last.end,
    path: run.above === undefined ? [] : [run.above],
  });
}

function ofVersion(
  query: Query,
  asked: VersionAsked,
  wanted: Wanted,
  article: Pick<StoredArticle, 'id' | 'title' | 'text' | 'blocks'>,
  sections: readonly HeadedSection[],
): AnswerText | undefined {
  const { title, text, blocks } = article;
  const versions = sections.filter(({ words }) => versionOf(words) !== undefined);
  const isOfOne = versions.length < 2;
  const topic = isOfOne ? '' : text.slice(0, versions[0]?.start).slice(0, LONGEST_TOPIC);
  const terms = query.terms.filter((term) => !isOfVersions(term.text, asked.asks));
  const isAbout = coverage(terms, indexText(`${title}\n${topic}`)) >= TOPIC;
  const asksSomething = asked.asks !== undefined || wanted.whole;
  if ((terms.length > 0 && !isAbout) || !asksSomething) return undefined;
  const whole = isOfOne
    ? isReleaseOf(asked, title)
      ? (sections.find(({ words }) => headsNew(words)) ??
        sections.find(({ words }) => headsNews(words)))
      : undefined
    : asksLatest(asked)
      ? latestOf(versions, ({ words }) => words)
      : versions.find(({ words }) => versionOf(words) === asked.version);
  if (whole === undefined) return undefined;
  if (asked.asks === 'date') return isOfOne ? undefined : dated(article, whole);
  const found =
    sections.find(
      ({ words, at }) => headsKind(query, words) && (isOfOne || (at > whole.at && at < whole.to)),
    ) ?? whole;
  const units = unitsUnder(text, blocks, found);
  const [first] = units;
  if (first === undefined) return undefined;
  const start = text.lastIndexOf('\n', first.start - 1) + 1;
  const path = isOfOne || found === whole ? [found.words] : [whole.words, found.words];
  return shownAs(article, units, { start, end: found.end, path });
}

/** The heading of a version that has its date, with what is first said of it. */
function dated(
  article: Pick<StoredArticle, 'id' | 'text' | 'blocks'>,
  section: HeadedSection,
): AnswerText | undefined {
  const index = indexText(section.words);
  const { words } = index;
  const date = candidatesOf(index).find(({ kind }) => kind === 'date');
  const [from, to] = [words[date?.first ?? -1], words[date?.last ?? -1]];
  const units = headingAndFirst(article.text, article.blocks, section);
  if (from === undefined || to === undefined || units.length === 0) return undefined;
  const { start } = section;
  const answer = shownAs(article, units, { start, end: section.end, path: [] });
  return { ...answer, highlights: [{ start: start + from.start, end: start + to.end }] };
}

function runsOf(blocks: readonly Block[], sections: readonly HeadedSection[]): Run[] {
  const runs: Run[] = [];
  sections.forEach((first, place) => {
    if (numberOf(first.words) !== 1) return;
    const run = [first];
    for (let after = place + 1; after < sections.length; after++) {
      const next = sections[after];
      if (next === undefined || next.level < first.level) break;
      if (next.level > first.level) continue;
      if (numberOf(next.words) !== run.length + 1) break;
      run.push(next);
    }
    // A heading with nothing below it is no rule that is explained.
    const explained = run.filter(({ at, to }) => to > at + 1 && blocks[at + 1]?.kind !== 'heading');
    if (run.length < FEWEST || explained.length < run.length) return;
    runs.push({ sections: run, above: headingAbove(sections, place) });
  });
  return runs;
}

/** The heading of a higher rank, or one of the same with nothing of its own. */
function headingAbove(sections: readonly HeadedSection[], place: number): string | undefined {
  const first = sections[place];
  const before = sections[place - 1];
  if (first === undefined || before === undefined) return undefined;
  return before.to === before.at + 1 ? before.words : first.under;
}

function numberOf(heading: string): number | undefined {
  const match = NUMBERED.exec(heading);
  const digits = match?.[2] ?? match?.[3];
  return digits === undefined ? undefined : Number(digits);
}

function names(
  query: Query,
  { ordinal }: Wanted,
  title: string,
  { sections, above }: Run,
): boolean {
  const first = sections[0]?.words ?? '';
  const label = NUMBERED.exec(first)?.[1] ?? '';
  const terms = query.terms.filter(
    ({ text }) => !isRequest(text) && !(ordinal !== undefined && isOrdinal(text)),
  );
  const isSigned = first.startsWith('§') && /§\s?\p{N}/u.test(query.text);
  if (ordinal !== undefined && isSigned) {
    const others = terms.filter(({ text }) => !isSaying(text));
    return others.length === 0 || coverage(others, indexText(title)) >= TOPIC;
  }
  return (
    terms.length > 0 && coverage(terms, indexText([title, above ?? '', label].join('\n'))) >= TOPIC
  );
}
