import type { ArticleSummary } from '../../store/store.js';
import { EMBED } from '../limits.js';
import type { Messages, Place } from '../messages/index.js';
import { inline, plain } from '../text/inline.js';

/** What a reply says about an article. */
export type ArticleFacts = Pick<
  ArticleSummary,
  'id' | 'title' | 'url' | 'author' | 'publishedAt' | 'site' | 'characters' | 'contentHash'
>;

const MAX_FACT = 60;
/** A longer address would leave no room for the text that it belongs to. */
const MAX_LINK = 150;

/** An embed's heading: the title, linked if the article can be read. */
export function heading(article: ArticleFacts, max: number): { title: string; url?: string } {
  const title = inline(article.title, max);
  const url = webAddress(article.url);
  return {
    title: title === '' ? '—' : title,
    ...(url !== undefined && url.length <= EMBED.url && { url }),
  };
}

/** The title for a list, as a masked link if there is a short address. */
export function linkedTitle(
  { title, url }: Pick<ArticleFacts, 'title' | 'url'>,
  max: number,
): string {
  const shown = inline(title, max);
  const text = shown === '' ? '—' : shown;
  const address = webAddress(url)?.replace(/[()<>\\|*_~`[\]]/g, encodeCharacter);
  if (address === undefined || address.length > MAX_LINK) return `**${text}**`;
  return `[**${text}**](${address})`;
}

/** Who wrote it, where and when, as a footer has it: plain text. */
export function byline(article: ArticleFacts, messages: Messages): string[] {
  const { author, site, publishedAt } = article;
  return [author, site, publishedAt === undefined ? undefined : dateOf(publishedAt, messages)]
    .filter((fact) => fact !== undefined)
    .map((fact) => plain(fact, MAX_FACT))
    .filter((fact) => fact !== '');
}

/** Where in its article a passage begins. */
export function placeOf(start: number, { characters }: ArticleFacts, messages: Messages): string {
  return messages.place[place(characters > 0 ? start / characters : 0)];
}

function place(share: number): Place {
  if (share < 0.1) return 'beginning';
  if (share < 0.37) return 'early';
  if (share < 0.63) return 'middle';
  return share < 0.9 ? 'late' : 'end';
}

/** An ISO 8601 date or date-time as a day in the reader's language; a bare year or month stays one. */
export function dateOf(iso: string, { language }: Messages): string {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return iso;
  const precision: Intl.DateTimeFormatOptions = /^\d{4}$/.test(iso)
    ? { year: 'numeric' }
    : /^\d{4}-\d\d$/.test(iso)
      ? { year: 'numeric', month: 'long' }
      : { dateStyle: 'long' };
  return new Intl.DateTimeFormat(language, { ...precision, timeZone: 'UTC' }).format(time);
}

function webAddress(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? href : undefined;
}

function encodeCharacter(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
