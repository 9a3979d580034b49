import type { APIApplicationCommandOptionChoice } from 'discord.js';
import type { ArticleSummary } from '../store/store.js';
import { COMMAND } from './limits.js';
import { plain } from './text/inline.js';

/** Articles for what was typed so far: titles that begin with it, then words that do, then any. */
export function suggestArticles(
  articles: readonly ArticleSummary[],
  typed: string,
): APIApplicationCommandOptionChoice<string>[] {
  const wanted = fold(typed);
  return articles
    .map((article) => ({ article, rank: rank(fold(article.title), wanted) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, COMMAND.choices)
    .map(({ article }) => toChoice(article))
    .filter(({ value }) => value.length <= COMMAND.choiceValue);
}

const NO_MATCH = 3;

function rank(title: string, wanted: string): number {
  if (title.startsWith(wanted)) return 0;
  if (title.includes(` ${wanted}`)) return 1;
  const words = wanted.split(' ');
  return words.every((word) => title.includes(word)) ? 2 : NO_MATCH;
}

/** Without case, accents and surplus space. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

function toChoice({ id, title, site }: ArticleSummary): APIApplicationCommandOptionChoice<string> {
  const name = plain(site === undefined ? title : `${title} – ${site}`, COMMAND.choiceName);
  return { name: name === '' ? id : name, value: id };
}
