/** The largest source that is read, in MB of 10^6 bytes; Discord's attachments have the same limit. */
export const MAX_SOURCE_MB = 25;
export const MAX_SOURCE_BYTES = MAX_SOURCE_MB * 1_000_000;

/** HTML without its inlined pictures; a tree of it takes many times the memory. */
export const MAX_HTML_CHARACTERS = 5_000_000;
export const MAX_HTML_ELEMENTS = 50_000;
/**
 * An element takes some 0.15 ms, however little is in it: a page may have these, and one more for so
 * many characters. Of 481 pages none has an element for less than 34.
 */
export const HTML_ELEMENTS_FOR_ALL = 5_000;
export const HTML_CHARACTERS_PER_ELEMENT = 12;
/** Real pages stay under 60; finding the main text walks up and down between elements. */
export const MAX_HTML_DEPTH = 200;
/** Elements that are open at once while parsing, those included that a browser would close for itself. */
export const MAX_HTML_OPEN = 500;
/** Elements times their depth, which the time for a page grows with: some 5 s at this limit. */
export const MAX_HTML_WEIGHT = 800_000;

export const FETCH_TIMEOUT_MS = 20_000;
export const MAX_REDIRECTS = 5;

/** HTML shrinks some 5 to 20 times; only a bomb shrinks more than this. */
export const MAX_COMPRESSION_RATIO = 100;
/** Below this size no ratio is suspicious. */
export const COMPRESSION_GRACE_BYTES = 1_000_000;

/**
 * What parsing Markdown may take, in what a character of prose takes (some µs), for a file: of any
 * length, more for each character (prose takes 1 to 3, lists of short items 5 to 20), and at most.
 */
export const MARKDOWN_WORK_FOR_ALL = 500_000;
export const MARKDOWN_WORK_PER_CHARACTER = 4;
export const MAX_MARKDOWN_WORK = 4_000_000;
/** What is parsed at once, for time and memory grow faster than it does. */
export const MARKDOWN_PART_WORK = 10_000;
/** Lists and quotes nested deeper than this are no prose, and slow to parse. */
export const MAX_MARKDOWN_NESTING = 50;
/** Brackets, emphasis and the like in one paragraph: n take time as n², 400 some 6 ms. */
export const MAX_MARKDOWN_MARKS = 400;

/** Files in an archive such as an EPUB, of which books have hundreds. */
export const MAX_ARCHIVE_ENTRIES = 10_000;
/** What is unpacked of an archive, all its files together; the text of a long novel takes 5 MB. */
export const MAX_UNPACKED_BYTES = 50_000_000;
/** Text documents of word processors stay under 30, tables in tables included. */
export const MAX_XML_DEPTH = 200;
export const MAX_XML_ELEMENTS = 1_000_000;

/** Parts of an e-mail in one another: a message forwarded ten times has some 30. */
export const MAX_EMAIL_NESTING = 64;

/** For one document; the slowest page that the limits above let through takes some 6 s. */
export const READING_TIMEOUT_MS = 30_000;
/** Of JavaScript's values in the reading process. */
export const READING_HEAP_MB = 512;
/** Of the reading process as a whole: the heap, what is unpacked, and Node itself. */
export const READING_MEMORY_BYTES = 900_000_000;
