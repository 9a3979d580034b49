/** What an article is asked for that is known of it, or that can be read off its words. */
export type ArticleAsk = 'summary' | MentionKind | FactKind;
export type MentionKind = 'people' | 'places' | 'dates' | 'numbers';
export type FactKind = 'published' | 'author' | 'source';

/**
 * Which article is meant: `this` one; `it`, which may be something else; or that with these words in
 * its title.
 */
export type WhichArticle = { readonly of: 'this' | 'it' } | { readonly titled: string };

export interface AskedOfArticle {
  readonly asks: ArticleAsk;
  readonly which: WhichArticle;
}

/** Reads what is asked of an article as a whole, from words in lower case. */
export function articleAskIn(words: readonly string[]): AskedOfArticle | undefined {
  return factIn(words) ?? mentionsIn(words) ?? summaryIn(words);
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** What an article is called, and nothing that it may be about. */
const ARTICLE = setOf('article story post');
/** The same of what an article may be about too: "when was the report published?" */
const MAYBE_ARTICLE = setOf('report text piece page document news');
const DETERMINERS = setOf('the this that your our an a whole entire last');
const IT = setOf('it this that');

/** "It", "this article", "the storm article", "the article about the storm". */
function whichOf(words: readonly string[]): WhichArticle | undefined {
  const named = words.filter((word) => !DETERMINERS.has(word));
  const noun = named.at(-1) ?? '';
  if (words.length === 0 || (words.length === 1 && IT.has(words[0] ?? ''))) return { of: 'it' };
  if (ARTICLE.has(named[0] ?? '') && (named[1] === 'about' || named[1] === 'on')) {
    return titled(named.slice(2));
  }
  if (!ARTICLE.has(noun) && !MAYBE_ARTICLE.has(noun)) return undefined;
  if (named.length > 1) return titled(named.slice(0, -1));
  return { of: ARTICLE.has(noun) ? 'this' : 'it' };
}

function titled(words: readonly string[]): WhichArticle | undefined {
  return words.length === 0 ? undefined : { titled: words.join(' ') };
}

const WRITTEN = setOf('published written released posted');

function factIn(words: readonly string[]): AskedOfArticle | undefined {
  const text = words.join(' ');
  const last = words.at(-1) ?? '';
  const fact = (asks: FactKind, of: readonly string[]): AskedOfArticle | undefined => {
    const which = whichOf(of);
    return which && { asks, which };
  };
  const after = (count: number): readonly string[] => words.slice(count);
  if (/^when (?:was|is|did) /u.test(text)) {
    if (WRITTEN.has(last) || last === 'from') return fact('published', words.slice(2, -1));
    if (text.endsWith(' come out')) return fact('published', words.slice(2, -2));
  }
  if (/^who wrote\b/u.test(text)) return fact('author', after(2));
  if (/^(?:whos|who is|who was) the (?:author|writer|journalist|reporter)\b/u.test(text)) {
    const of = words.indexOf('of');
    return fact('author', of < 0 ? [] : after(of + 1));
  }
  if (/^where (?:is|was|does) /u.test(text)) {
    const end = text.endsWith(' come from') ? -2 : -1;
    if (last === 'from' || last === 'published') return fact('source', words.slice(2, end));
  }
  if (/^(?:whats|what is) the (?:source|link|url)\b/u.test(text)) {
    const of = words.findIndex((word) => word === 'of' || word === 'to' || word === 'for');
    return fact('source', of < 0 ? [] : after(of + 1));
  }
  return undefined;
}

const KINDS: ReadonlyMap<string, MentionKind> = new Map([
  ['people', 'people'],
  ['persons', 'people'],
  ['names', 'people'],
  ['places', 'places'],
  ['locations', 'places'],
  ['dates', 'dates'],
  ['numbers', 'numbers'],
  ['figures', 'numbers'],
]);
const LISTS = setOf('list name show give extract');
const LEADS = setOf('list name show give extract which what all the who are is of me every');
const MENTIONED = setOf('mentioned named mention mentions appear appears occur occurs listed');
const SAYS_NOTHING = setOf('are is that were there does do which who');

/** "List the people mentioned", "which dates are in the storm article", "who is mentioned?" */
function mentionsIn(words: readonly string[]): AskedOfArticle | undefined {
  const saysMentioned = words.some((word) => MENTIONED.has(word));
  const isWho = words[0] === 'who' && saysMentioned;
  const at = isWho ? 0 : words.findIndex((word) => KINDS.has(word));
  const asks = isWho ? 'people' : KINDS.get(words[at] ?? '');
  if (asks === undefined || !words.slice(0, at).every((word) => LEADS.has(word))) return undefined;
  const rest = words
    .slice(at + 1)
    .filter((word) => !MENTIONED.has(word) && !SAYS_NOTHING.has(word));
  const asksPlainly = saysMentioned || LISTS.has(words[0] ?? '');
  const which = whichOf(['in', 'of', 'from'].includes(rest[0] ?? '') ? rest.slice(1) : rest);
  if (which === undefined) return undefined;
  return asksPlainly || !('of' in which) || which.of === 'this' ? { asks, which } : undefined;
}

const SUMMARISES = setOf('summarise summarize summary recap outline gist overview tldr synopsis');
const KEY = setOf('key main important essential');
const POINTS = setOf('points takeaways facts ideas messages');

/** Where a summary is asked for, by a word for it or two such as "key points"; -1 if it is not. */
function summaryAt(words: readonly string[]): number {
  const plain = words.findIndex(
    (word, at) => SUMMARISES.has(word) || (word === 'dr' && words[at - 1] === 'tl'),
  );
  if (plain >= 0 && plain <= 3) return plain;
  const points = words.findIndex(
    (word, at) => POINTS.has(word) && KEY.has(words[at - 1] ?? '') && words[at + 1] === 'of',
  );
  return points <= 5 ? points : -1;
}

/** "Summarise the storm article", "what is the bridge story about?", "the key points of the storm". */
function summaryIn(words: readonly string[]): AskedOfArticle | undefined {
  const at = summaryAt(words);
  const isSum = words[0] === 'sum' && words[1] === 'up';
  if (isSum || at >= 0) {
    const behind = words.slice(isSum ? 2 : at + 1);
    const rest = behind[0] === 'of' || behind[0] === 'for' ? behind.slice(1) : behind;
    const which = whichOf(rest) ?? titled(rest.filter((word) => !DETERMINERS.has(word)));
    return which && { asks: 'summary', which };
  }
  const text = words.join(' ');
  const behind = /^(?:whats|what is|what was) /u.test(text) && text.endsWith(' about');
  const start = words[0] === 'whats' ? 1 : 2;
  const isTell = words[0] === 'tell' && words.includes('about');
  const named = behind
    ? words.slice(start, -1)
    : isTell
      ? words.slice(words.indexOf('about') + 1)
      : [];
  const which = whichOf(named);
  return which !== undefined && 'titled' in which ? { asks: 'summary', which } : undefined;
}
