import type { Span } from './span.js';

/** Never end a sentence before a capital: what follows is a name or a number. */
const TITLES =
  /(?:^|[\s("“‘'[—–-])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Fr|Sr|St|Ste|Mt|Ft|Gen|Lt|Col|Maj|Capt|Cmdr|Sgt|Adm|Gov|Sen|Rep|Pres|Hon|Amb|Messrs|No|Nos|Art|Fig|Vol|pp|vs|v|cf|al|ca|approx|est|e\.g|i\.e|[A-Z])\.$/u;

/** May end a sentence or not: the next word decides. */
const ABBREVIATIONS =
  /(?:^|[\s("“‘'[—–-])(?:Jr|Sr|Esq|Inc|Ltd|Co|Corp|Bros|LLC|Dept|Univ|Assn|Ave|Blvd|Rd|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|etc|[ap]\.m|Ph\.D|M\.D|B\.A|M\.A|B\.C|A\.D|(?:[A-Z]\.)+[A-Z])\.$/u;

/** Words that open a sentence far more often than they follow an abbreviation. */
const OPENERS =
  /^["“‘'([]*(?:The|A|An|He|She|It|They|We|I|You|His|Her|Its|Their|Our|My|This|That|These|Those|There|Here|In|On|At|By|For|From|With|After|Before|During|Since|When|While|As|If|But|And|Or|So|Yet|However|Although|Though|Because|According|Some|Many|Most|All|Both|Each|One|Two|What|Who|Where|Why|How|Not|No|Meanwhile|Earlier|Later|Last|Another|Other|Experts|Officials)\b/u;

const CLOSERS = /(?<!["”’')\]»])["”’')\]»]+$/u;

/** Each step of a segmenter costs what all the text that it was given is long (V8 copies it). */
const WINDOW = 2_000;
/** A text that goes on for longer without the end of a sentence is cut, in UTF-16 code units. */
const LONGEST_SENTENCE = 16_000;
/** What no rule of UAX 29 looks beyond: once one of these follows a break, the break is certain. */
const SETTLES = /[\p{Lu}\p{Ll}\p{Lo}.!?\n]/u;

/** Nothing else ends a sentence (UAX 29: STerm, ATerm, ParaSep). */
const ENDS = /[\p{Sentence_Terminal}.\u2024\ufe52\uff0e\n\r\u0085\u2028\u2029]/u;

const segmenters = new Map<string, Intl.Segmenter>();

/**
 * The sentences of `text.slice(start, end)`, as trimmed spans of `text`: Unicode's rules (UAX 29)
 * with breaks taken back that stand after an abbreviation, an initial or before a small letter.
 */
export function splitSentences(text: string, { start, end }: Span, language = 'en'): Span[] {
  const sentences: Span[] = [];
  for (const segment of segments(text, { start, end }, segmenterFor(language))) {
    for (const part of beforeAddresses(text, segment)) {
      const span = trimSpan(text, part);
      if (span.start === span.end) continue;
      const last = sentences.at(-1);
      if (last !== undefined && mayGrow(last) && !endsBetween(text, last, span)) {
        sentences[sentences.length - 1] = { start: last.start, end: span.end };
      } else {
        sentences.push(span);
      }
    }
  }
  return sentences;
}

/** Begins a sentence though it is written small: UAX 29 takes a full stop before it for an abbreviation's. */
const ADDRESS = /^(?:https?:\/\/|www\.)\S/u;
const BEFORE_ADDRESS = /[.!?…]["”’)\]]{0,2}\s+(?=(?:https?:\/\/|www\.)\S)/gu;

/** A segment in parts that end where a web address follows the end of a sentence. */
function beforeAddresses(text: string, { start, end }: Span): Span[] {
  const breaks = [...text.slice(start, end).matchAll(BEFORE_ADDRESS)].map(
    (match) => start + match.index + match[0].length,
  );
  return [start, ...breaks].map((from, at) => ({ start: from, end: breaks[at] ?? end }));
}

/**
 * The same segments as those of the whole text, found window by window: rules look back to the last
 * break at most, so that each window begins at one.
 */
function* segments(text: string, { start, end }: Span, segmenter: Intl.Segmenter): Generator<Span> {
  // A title, a cell or a line of a list: to ask the segmenter costs more than all else about it.
  if (end - start <= WINDOW && !ENDS.test(text.slice(start, end))) {
    yield { start, end };
    return;
  }
  let from = start;
  let length = WINDOW;
  while (from < end) {
    const to = Math.min(end, from + length);
    const window = text.slice(from, to);
    const begin = from;
    for (const { segment, index } of segmenter.segment(window)) {
      const next = index + segment.length;
      if (to < end && !isCertain(window, next)) break;
      yield { start: begin + index, end: begin + next };
      from = begin + next;
      // A window that had to grow costs much for each further segment.
      if (length > WINDOW) break;
    }
    if (from > begin) length = WINDOW;
    else if (length < LONGEST_SENTENCE) length *= 2;
    else {
      from = begin + cutOf(window);
      length = WINDOW;
      yield { start: begin, end: from };
    }
  }
}

/** Whether a break would stand where it is, whatever follows the window. */
function isCertain(window: string, position: number): boolean {
  return SETTLES.test(window.slice(position));
}

/** Where a window without a certain break is cut: between words if there are any. */
function cutOf(window: string): number {
  const space = window.lastIndexOf(' ');
  if (space > window.length / 2) return space + 1;
  return /[\uD800-\uDBFF]$/.test(window) ? window.length - 1 : window.length;
}

/** The span without white space at its ends. */
export function trimSpan(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && isSpace(text, from)) from++;
  while (to > from && isSpace(text, to - 1)) to--;
  return { start: from, end: to };
}

function isSpace(text: string, index: number): boolean {
  return /\s/.test(text.charAt(index));
}

function mayGrow({ start, end }: Span): boolean {
  return end - start < LONGEST_SENTENCE;
}

function endsBetween(text: string, left: Span, right: Span): boolean {
  // The end of the sentence decides; a long one need not be copied.
  const before = text.slice(Math.max(left.start, left.end - 24), left.end);
  const after = text.slice(right.start, Math.min(right.end, right.start + 24));
  const bare = before.replace(CLOSERS, '');
  if (/^\p{Ll}/u.test(after) && !ADDRESS.test(after) && /[.!?…]$/.test(bare)) return false;
  // UAX 29 ends a sentence at every line break; the lines of a paragraph flow on.
  if (!/[.!?…。！？:;]$/u.test(bare)) return false;
  if (TITLES.test(before))
    return (
      /[a-z]\)?\.$/.test(before) &&
      OPENERS.test(after) &&
      !/\b(?:No|St|Dr|Mr|Mrs|Ms)\.$/.test(before)
    );
  if (ABBREVIATIONS.test(before)) return OPENERS.test(after);
  return true;
}

function segmenterFor(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(supported(language), { granularity: 'sentence' });
    segmenters.set(language, segmenter);
  }
  return segmenter;
}

function supported(language: string): string {
  try {
    return Intl.Segmenter.supportedLocalesOf(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
