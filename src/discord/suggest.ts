import type { APIApplicationCommandOptionChoice } from 'discord.js';
import type { ArticleSummary } from '../store/store.js';
import { COMMAND, MAX_ARTICLE_OPTION } from './limits.js';
import { plain } from './text/inline.js';

/** Articles for what was typed so far: titles that begin with it, then words that do, then any. */
export function suggestArticles(
  articles: readonly ArticleSummary[],
  typed: string,
): APIApplicationCommandOptionChoice<string>[] {
  const wanted = fold(typed.slice(0, MAX_ARTICLE_OPTION));
  const words = [...new Set(wanted.split(' '))];
  const ranked: ArticleSummary[][] = [[], [], []];
  for (const article of articles) ranked[rank(folded(article), wanted, words)]?.push(article);
  return ranked
    .flat()
    .filter(({ id }) => id.length <= COMMAND.choiceValue)
    .slice(0, COMMAND.choices)
    .map(toChoice);
}

const NO_MATCH = 3;

function rank(title: string, wanted: string, words: readonly string[]): number {
  if (title.startsWith(wanted)) return 0;
  if (title.includes(` ${wanted}`)) return 1;
  return words.every((word) => title.includes(word)) ? 2 : NO_MATCH;
}

/** Titles are compared with each key that somebody types, and change with the list alone. */
const foldedTitles = new WeakMap<ArticleSummary, string>();

function folded(article: ArticleSummary): string {
  let title = foldedTitles.get(article);
  if (title === undefined) {
    title = fold(article.title);
    foldedTitles.set(article, title);
  }
  return title;
}

/** Without case, accents and surplus space. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

function toChoice({ id, title, site }: ArticleSummary): APIApplicationCommandOptionChoice<string> {
  const name = plain(site === undefined ? title : `${title} – ${site}`, COMMAND.choiceName);
  return { name: name === '' ? id : name, value: id };
}
