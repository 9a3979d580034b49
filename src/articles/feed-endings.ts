import type { DocumentText } from '../documents/block.js';
import { oneLine } from '../text/clean.js';
import { decodeEntities } from './entities.js';

/** What leads from the start of an article to the rest of it, in the languages of most feeds. */
const LEADS_ON = [
  '(?:read|see|view) (?:more|on|(?:the )?(?:full|whole|rest of the) (?:article|post|story))',
  '(?:continue|keep) reading(?: .{1,100})?|read the (?:rest|article|post|story)|read full post',
  '(?:hier )?weiter ?lesen|mehr lesen|zum (?:ganzen )?(?:artikel|beitrag)',
  "lire (?:la suite|plus|l[’']article)|(?:leer|ver) más|(?:seguir|sigue|continuar) leyendo",
  '(?:ler|leia|saiba) mais|continu(?:ar|e) (?:a ler|lendo)|leggi (?:tutto|di più)|continua a leggere',
  '(?:lees|læs|les|läs) (?:verder|meer|mere|mer)|lue lisää|czytaj (?:więcej|dalej)|číst (?:dále|více)',
  'читать (?:далее|дальше|полностью)|続きを読む|阅读全文|閱讀全文',
].join('|');
const LAST_WORDS = new RegExp(`(?<!\\p{L})(?:${LEADS_ON})\\W{0,6}$`, 'iu');
const DOTS = /(?:…|\.{3})[)\]]?\s?[([]?(?:more|mehr|suite|más|mais|meer)?[)\]]?\W{0,4}$/iu;
/** Enough for the longest of these ends. */
const END = 160;

/** Whether an entry's text ends as one does that goes on elsewhere. */
export function isCutOff(text: string): boolean {
  const end = text.slice(-END);
  return DOTS.test(end) || LAST_WORDS.test(end);
}

/** Enough of an entry's HTML to have its last two lines. */
const LAST_HTML = 1500;

/** Whether an entry's HTML ends with a link to the rest, which is no part of its text. */
export function leadsOn(html: string): boolean {
  const lines = html
    .slice(-LAST_HTML)
    .split(/<\/(?:p|div|li|h[1-6])\s*>/i)
    .map((line) => oneLine(decodeEntities(line.replace(/<[^<>]*>/g, ' ')) ?? ''))
    .filter((line) => line !== '');
  const [before = '', last = ''] = lines.slice(-2);
  const end = lines.length > 1 ? last : before;
  return isCutOff(isAdded(end) ? before : end);
}

/** What programs write under an entry: where it was published. */
const ADDED = [
  /^the post .* (?:appeared first|first appeared) on /i,
  /^der beitrag .* erschien (?:zuerst )?(?:auf|bei) /i,
  /^(?:l[’']article|cet article) .* est apparu en premier sur /i,
  /^(?:la entrada|el artículo) .* (?:aparece primero|apareció primero|se publicó primero) en /i,
  /^o post .* apareceu primeiro em /i,
  /^l[’']articolo .* (?:proviene da|sembra essere il primo su) /i,
];
const LONGEST = 500;

function isAdded(line: string): boolean {
  return line.length <= LONGEST && ADDED.some((pattern) => pattern.test(line));
}

/** An entry without the line under it that says where it was published. */
export function withoutAdded(document: DocumentText): DocumentText {
  const last = document.blocks.at(-1);
  if (last?.kind !== 'paragraph' || last.end - last.start > LONGEST) return document;
  const line = document.text.slice(last.start, last.end);
  if (!isAdded(line)) return document;
  return {
    text: document.text.slice(0, last.start).trimEnd(),
    blocks: document.blocks.slice(0, -1),
  };
}

/** Signs before the words that lead on. */
const SIGNS = /(?<![\s([→»>–-])[\s([→»>–-]+$/u;
/** How text ends that leads on by words which are no part of it. */
const CUT = /[.…!?\])]["'”’»]{0,2}$/u;

/** A text that is cut off without the words that lead on to the rest: "The roof … Read more". */
export function withoutLeadOn(document: DocumentText): DocumentText {
  const { text, blocks } = document;
  const last = blocks.at(-1);
  if (last === undefined || text.slice(last.end).trim() !== '') return document;
  const line = text.slice(last.start, last.end);
  const from = Math.max(line.length - END, 0);
  const lead = LAST_WORDS.exec(line.slice(from));
  if (lead === null) return document;
  const kept = line.slice(0, from + lead.index).replace(SIGNS, '');
  if (kept === '') {
    return { text: text.slice(0, last.start).trimEnd(), blocks: blocks.slice(0, -1) };
  }
  // "Here you can read more." is a sentence.
  if (last.kind !== 'paragraph' || !CUT.test(kept)) return document;
  const end = last.start + kept.length;
  return { text: text.slice(0, end), blocks: [...blocks.slice(0, -1), { ...last, end }] };
}
