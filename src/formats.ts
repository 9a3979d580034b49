/** A kind of document that is read, as people and programs name it. */
export interface Format {
  /** What people call it, in any language. */
  readonly names: readonly string[];
  /** Endings of its files, by which a folder's articles are told. */
  readonly endings: readonly string[];
  /** What a server calls it, besides `text/plain`. */
  readonly mediaType?: RegExp;
  /** Its files hold words and nothing else, so that their size is that of their text. */
  readonly isTextAlone?: boolean;
}

/** All that is read: what tells the kinds, reads them, lists and names them follows this table. */
export const FORMATS = {
  text: { names: ['text'], endings: ['.txt'], isTextAlone: true },
  markdown: {
    names: ['Markdown'],
    endings: ['.md', '.markdown'],
    mediaType: /\bmarkdown\b/i,
    isTextAlone: true,
  },
  html: { names: ['HTML'], endings: ['.html', '.htm'], mediaType: /\b(?:html|xml)\b/i },
  pdf: { names: ['PDF'], endings: ['.pdf'] },
  docx: { names: ['DOCX'], endings: ['.docx'] },
  odt: { names: ['ODT'], endings: ['.odt'] },
  epub: { names: ['EPUB'], endings: ['.epub'] },
  email: { names: ['EML'], endings: ['.eml'], mediaType: /^message\/rfc822\b/i },
  subtitles: {
    names: ['SRT', 'VTT'],
    endings: ['.srt', '.vtt'],
    mediaType: /\b(?:vtt|x-subrip)\b/i,
    isTextAlone: true,
  },
  csv: {
    names: ['CSV', 'TSV'],
    endings: ['.csv', '.tsv'],
    mediaType: /\b(?:csv|tab-separated-values)\b/i,
    isTextAlone: true,
  },
  jsonLines: {
    names: ['JSON Lines'],
    endings: ['.jsonl', '.ndjson'],
    mediaType: /\b(?:jsonl|x-ndjson|jsonlines)\b/i,
    isTextAlone: true,
  },
  rst: {
    names: ['reStructuredText'],
    endings: ['.rst'],
    mediaType: /\b(?:x-rst|prs\.fallenstein\.rst)\b/i,
    isTextAlone: true,
  },
  asciidoc: {
    names: ['AsciiDoc'],
    endings: ['.adoc', '.asciidoc'],
    mediaType: /\basciidoc\b/i,
    isTextAlone: true,
  },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof FORMATS;

const ENTRIES = Object.entries(FORMATS) as readonly (readonly [FormatName, Format])[];

/** The formats in one line, as a message names them after "text": `Markdown, HTML, …`. */
export const FORMAT_NAMES = ENTRIES.filter(([name]) => name !== 'text')
  .flatMap(([, { names }]) => names)
  .join(', ');

/** What is taken from a folder without being named. */
export const KNOWN_ENDINGS: readonly string[] = ENTRIES.flatMap(([, { endings }]) => endings);

/** The format that a file's name tells; the ending counts in either case. */
export function formatOfName(file: string): FormatName | undefined {
  const ending = /\.\w+$/.exec(file)?.[0].toLowerCase() ?? '';
  return ENTRIES.find(([, { endings }]) => endings.includes(ending))?.[0];
}

/** The format that a Content-Type header tells. */
export function formatOfMediaType(type: string): FormatName | undefined {
  return ENTRIES.find(([, { mediaType }]) => mediaType?.test(type) === true)?.[0];
}

/** Whether a file of this name holds words and nothing else. */
export function isTextAlone(file: string): boolean {
  const format = formatOfName(file);
  return (format !== undefined && isAlone(FORMATS[format])) || /\.(?:text|log)$/i.test(file);
}

function isAlone({ isTextAlone = false }: Format): boolean {
  return isTextAlone;
}
