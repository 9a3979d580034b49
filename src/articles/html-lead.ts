import { oneLine } from '../text/clean.js';
import { splitSentences } from '../text/sentences.js';
import { isLinks, type Block } from './html-blocks.js';

/** What a page says of its article, by which its lead is known again. */
export interface LeadHints {
  readonly title?: string | undefined;
  /** First sentences of the page's descriptions. */
  readonly descriptions: readonly string[];
}

/** Text as it is compared: white space and the kind of quotes are a matter of taste. */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .toLowerCase();
}

/** Less than this may stand anywhere. */
const SENTENCE = 40;

/** The first sentence of a page's description, as it may stand in the page; none if it is short. */
export function firstSentence(description: string): string | undefined {
  const line = oneLine(description);
  const [first] = splitSentences(line, { start: 0, end: line.length });
  const sentence = line.slice(first?.start ?? 0, first?.end ?? 0).replace(/(?:…|\.{3}|\[…\])$/, '');
  return sentence.length < SENTENCE ? undefined : comparable(sentence);
}

/** The last block before the article that is the title, or has it: an h1 before others. */
export function titleBefore(
  blocks: readonly Block[],
  first: number,
  title: string | undefined,
): number | undefined {
  const words = comparable(title ?? '');
  if (words === '') return undefined;
  const isTitle = ({ text, level }: Block): boolean => {
    const own = comparable(text);
    return level === undefined
      ? own === words
      : own.length > 3 && (words.includes(own) || own.includes(words));
  };
  const before = blocks.slice(0, first + 1);
  const heading = before.findLastIndex((block) => block.level === 1 && isTitle(block));
  const any = heading < 0 ? before.findLastIndex(isTitle) : heading;
  return any < 0 ? undefined : any;
}

const LEAD = 60;
const ITEM = 25;
/** Lines that stand between a title and its article as well. */
const ABOUT =
  /^(?:by|von|par|por|di|text|foto|photo|image|bild|credit|published|updated|posted|veröffentlicht|aktualisiert|publié|publicado|source|quelle)\b.{0,100}$|©|\bcookies?\b|\bjavascript\b/i;
const BESIDE =
  'figure, figcaption, aside, nav, form, address, time, [rel=author], [itemprop=author]';
const NAMED =
  /(?:^|[\s_-])(?:byline|author|caption|credit|breadcrumbs?|meta|tags?|date|copyright)(?:$|[\s_-])/i;

/** Whether a block that stands between the title and the article is the article's lead. */
export function isLead(block: Block): boolean {
  const { text, element, level } = block;
  if (isLinks(block) || ABOUT.test(text)) return false;
  if (element.closest(BESIDE) !== null || NAMED.test(element.getAttribute('class') ?? '')) {
    return false;
  }
  if (element.closest('li') !== null) return text.length >= ITEM;
  const isSentence = /[.!?…]["'”’»)]*$/u.test(text);
  return text.length >= (isSentence || level !== undefined ? SENTENCE : LEAD);
}

/** The blocks that a description's first sentence stands in; none if it stands in none, or in many. */
export function describedBlocks(
  blocks: readonly Block[],
  { descriptions, title }: LeadHints,
): readonly Block[] {
  const own = blocks.map(({ text }) => comparable(text));
  const whole = own.join('');
  for (const description of descriptions) {
    for (let at = whole.indexOf(description); at >= 0; at = whole.indexOf(description, at + 1)) {
      const found = overlapping(blocks, own, at, at + description.length);
      const isTitle = found.every(({ text }) => comparable(text) === comparable(title ?? ''));
      if (found.length <= DESCRIBED && !isTitle) return found;
    }
  }
  return [];
}

/** A sentence stands in so many blocks at most. */
const DESCRIBED = 4;

function overlapping(
  blocks: readonly Block[],
  own: readonly string[],
  start: number,
  end: number,
): Block[] {
  let at = 0;
  return blocks.filter((_, index) => {
    const from = at;
    at += own[index]?.length ?? 0;
    return from < end && at > start;
  });
}
