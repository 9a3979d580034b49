import { fold } from '../../text/words.js';
import { articleAskIn, type AskedOfArticle } from './article-ask.js';
import { periodAtEnd, type Period } from './period.js';

/** A question to the desk about its articles, and none that their words answer. */
export type DeskQuestion =
  | { readonly asks: 'news'; readonly period?: Period | undefined }
  | { readonly asks: 'about'; readonly topic: string }
  | AskedOfArticle;

/** Longer messages ask something else. */
const LONGEST = 120;

/** Reads a question to the desk; undefined for all that the articles themselves may answer. */
export function readDeskQuestion(message: string, now: Date): DeskQuestion | undefined {
  if (message.length > LONGEST) return undefined;
  const all = fold(message)
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ');
  const words = withoutPoliteness(all);
  return newsIn(words, now) ?? aboutIn(words) ?? articleAskIn(words);
}

const POLITE = new Set(
  'please can could would will you i we get me us so ok okay hey and just quickly'.split(' '),
);

function withoutPoliteness(words: readonly string[]): readonly string[] {
  const first = words.findIndex((word) => !POLITE.has(word));
  const last = words.findLastIndex((word) => word !== 'please' && word !== 'thanks');
  return words.slice(Math.max(0, first), last + 1);
}

const ARTICLES = new Set('articles stories posts news'.split(' '));

const NEWS = new Set([
  'whats new',
  'what is new',
  'any news',
  'news',
  'the news',
  'anything new',
  'is there anything new',
  'is there any news',
  'whats the news',
  'what is the news',
  'whats in the news',
  'latest news',
  'the latest news',
  'the latest',
  'latest articles',
  'the latest articles',
  'newest articles',
  'the newest articles',
  'recent articles',
  'whats the latest',
  'what is the latest',
  'whats happening',
  'what is happening',
  'what are the latest articles',
  'what are the newest articles',
]);
/** Of a period only: "what happened" by itself is of the last answer. */
const HAPPENED = new Set([
  'what happened',
  'what has happened',
  'whats happened',
  'what was new',
  'what was in the news',
  'what came out',
  'what was published',
  'which articles are',
  'what articles are',
  'which articles were published',
  'which articles came out',
  'articles',
  'news',
]);
const SHOWING = new Set('show give tell list read'.split(' '));

function newsIn(words: readonly string[], now: Date): DeskQuestion | undefined {
  const asked = (each: readonly string[]): string =>
    (SHOWING.has(each[0] ?? '') ? each.slice(1).filter((word) => word !== 'me') : each).join(' ');
  if (NEWS.has(asked(words))) return { asks: 'news' };
  const found = periodAtEnd(words, now);
  if (found === undefined) return undefined;
  const said = asked(found.before);
  const before = said.endsWith(' from') ? said.slice(0, -' from'.length) : said;
  return NEWS.has(before) || HAPPENED.has(before)
    ? { asks: 'news', period: found.period }
    : undefined;
}

const ASKS_WHICH = new Set(
  'which what any show me list find give are is do does have there articles stories all got'.split(
    ' ',
  ),
);
const IS_ABOUT = new Set(
  'about on mention mentions mentioning cover covers covering concerning regarding'.split(' '),
);
const LIGHT = new Set(
  'that which are is were do does you have there talk deal speak written the'.split(' '),
);

/** "Which articles are about storms?" */
function aboutIn(words: readonly string[]): DeskQuestion | undefined {
  const at = words.findIndex((word) => ARTICLES.has(word));
  if (
    at < 0 ||
    at > 4 ||
    !words.slice(0, at).every((word) => ASKS_WHICH.has(word) || LIGHT.has(word))
  ) {
    return undefined;
  }
  const rest = words.slice(at + 1);
  const about = rest.findIndex((word) => IS_ABOUT.has(word));
  if (about < 0 || !rest.slice(0, about).every((word) => LIGHT.has(word))) return undefined;
  const topic = rest.slice(about + 1).join(' ');
  return topic === '' ? undefined : { asks: 'about', topic };
}
