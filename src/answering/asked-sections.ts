import type { Block } from '../documents/block.js';
import { unitsOf } from '../passages/units.js';
import { coverage } from '../retrieval/coverage.js';
import type { Query } from '../retrieval/query.js';
import { indexText } from '../retrieval/text-index.js';
import type { StoredArticle } from '../store/store.js';
import type { Span } from '../text/span.js';
import type { AnswerText } from './answer.js';
import { unitOf } from './answer-text.js';
import {
  headsNews,
  isOfVersions,
  isReleaseOf,
  latestOf,
  versionAsked,
  versionOf,
  type VersionAsked,
} from './versions.js';
import { isOrdinal, isRequest, type Wanted } from './wanted.js';

/** A heading with what stands under it, down to the next one of the same or a higher rank. */
interface HeadedSection extends Span {
  readonly level: number;
  /** Places among the article's blocks: of the heading, and after the last block under it. */
  readonly at: number;
  readonly to: number;
  readonly words: string;
  /** The words of the heading that it stands under. */
  readonly under?: string | undefined;
}

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
const NUMBERED = /^(?:(\p{L}{2,12})\s)?\(?#?(\p{N}{1,3})(?:[.):]|\s*[–—-])\s/u;

/** Whether sections may be asked for, for which the whole article has to be looked at. */
export function mayAskForSections(query: Query, wanted: Wanted): boolean {
  return wanted.whole || wanted.ordinal !== undefined || versionAsked(query) !== undefined;
}

/**
 * The sections of an article that are asked for as such: rules or steps that are headings with text
 * below them, all of them or one by its number; and what a version, or the latest one, brought.
 * Undefined if none are.
 */
export function askedSections(
  query: Query,
  wanted: Wanted,
  article: Pick<StoredArticle, 'id' | 'title' | 'text' | 'blocks'>,
): AnswerText | undefined {
  const { title, text, blocks } = article;
  const sections = headedSections(text, blocks);
  const asked = versionAsked(query);
  if (asked !== undefined) return ofVersion(query, asked, wanted, article, sections);
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
  const terms = query.terms.filter((term) => !isOfVersions(term.text));
  const isAbout = coverage(terms, indexText(`${title}\n${topic}`)) >= TOPIC;
  const asksWhole = asked === 'latest' || asked.changes || wanted.whole;
  if ((terms.length > 0 && !isAbout) || !asksWhole) return undefined;
  const found = isOfOne
    ? sections.find(({ words }) => isReleaseOf(asked, title) && headsNews(words))
    : asked === 'latest'
      ? latestOf(versions, ({ words }) => words)
      : versions.find(({ words }) => versionOf(words) === asked.version);
  if (found === undefined) return undefined;
  const units = blocks
    .slice(found.at + 1, found.to)
    .flatMap((_, index) => unitsOf(text, blocks, found.at + 1 + index))
    .map((unit) => unitOf(text, blocks, unit));
  const [first] = units;
  if (first === undefined) return undefined;
  const start = text.lastIndexOf('\n', first.start - 1) + 1;
  return shownAs(article, units, { start, end: found.end, path: [found.words] });
}

function shownAs(
  { id, text }: Pick<StoredArticle, 'id' | 'text'>,
  units: AnswerText['units'],
  { start, end, path }: Span & { readonly path: readonly string[] },
): AnswerText {
  const first = units[0]?.start ?? start;
  const last = units.at(-1)?.end ?? end;
  return {
    articleId: id,
    text: text.slice(first, last),
    start: first,
    end: last,
    passageStart: start,
    passageEnd: end,
    passage: text.slice(start, end),
    path,
    sentences: units.map((unit) => ({ start: unit.start, end: unit.end })),
    units,
    highlights: [],
  };
}

function headedSections(text: string, blocks: readonly Block[]): HeadedSection[] {
  const found: HeadedSection[] = [];
  /** Places in `found` of those that go on. */
  let open: { readonly level: number; readonly place: number }[] = [];
  const close = (to: number, level: number): void => {
    for (const { place } of open.filter((one) => one.level >= level)) {
      const section = found[place];
      if (section !== undefined)
        found[place] = { ...section, to, end: blocks[to - 1]?.end ?? section.end };
    }
    open = open.filter((one) => one.level < level);
  };
  blocks.forEach((block, at) => {
    if (block.kind !== 'heading' && block.kind !== 'question') return;
    const { level, start, end } = block;
    close(at, level);
    const outer = found[open.at(-1)?.place ?? -1];
    open.push({ level, place: found.length });
    found.push({
      level,
      at,
      to: at + 1,
      start,
      end,
      words: text.slice(start, end),
      under: outer?.words,
    });
  });
  close(blocks.length, 0);
  return found;
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
  const digits = NUMBERED.exec(heading)?.[2];
  return digits === undefined ? undefined : Number(digits);
}

function names(
  query: Query,
  { ordinal }: Wanted,
  title: string,
  { sections, above }: Run,
): boolean {
  const label = NUMBERED.exec(sections[0]?.words ?? '')?.[1] ?? '';
  const terms = query.terms.filter(
    ({ text }) => !isRequest(text) && !(ordinal !== undefined && isOrdinal(text)),
  );
  return (
    terms.length > 0 && coverage(terms, indexText([title, above ?? '', label].join('\n'))) >= TOPIC
  );
}
