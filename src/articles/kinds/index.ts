import type { BytesKind, TextKind } from '../kind.js';
import type { Extract } from '../extract.js';
import type { AboutBytes } from '../whole-article.js';
import { plainText } from '../plain-text.js';

export type BytesReader = (bytes: Uint8Array, source: string) => Promise<Extract>;

/** An article, or a feed's text if the file turns out to hold many. */
export type TextReader = (text: string, about: AboutBytes) => Extract | { readonly feed: string };

/** Each reader is loaded with the first document of its kind: one alone takes 20 MB or more. */
export const BYTES_READERS: Record<BytesKind, () => Promise<BytesReader>> = {
  pdf: async () => (await import('./pdf/index.js')).readPdf,
  docx: async () => (await import('../docx.js')).readDocx,
  odt: async () => (await import('./odt.js')).readOdt,
  epub: async () => (await import('./epub.js')).readEpub,
  email: async () => (await import('./email.js')).readEmail,
};

export const TEXT_READERS: Record<
  Exclude<TextKind, 'feed' | 'sitemap'>,
  () => Promise<TextReader>
> = {
  text: () => Promise.resolve(plainText),
  markdown: async () => (await import('../markdown.js')).readMarkdown,
  xml: async () => (await import('./xml-article.js')).readXml,
  opml: async () => (await import('./opml.js')).readOpml,
  html: async () => (await import('../html.js')).readHtml,
  subtitles: async () => (await import('./subtitles.js')).readSubtitles,
  csv: async () => (await import('./csv.js')).readCsv,
  jsonLines: async () => (await import('./json-lines.js')).readJsonLines,
  rst: async () => (await import('./rst/index.js')).readRst,
  asciidoc: async () => (await import('./asciidoc/index.js')).readAsciidoc,
};
