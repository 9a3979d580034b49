import type { DeskArticle, DeskReply } from '../../answering/answer.js';
import type { Style } from '../style.js';
import { plainLine } from '../text.js';

const NOT_KNOWN = {
  published: 'The article does not say when it was published.',
  author: 'The article does not say who wrote it.',
  source: 'It is not known where the article is from.',
} as const;
const NOBODY = {
  people: 'I find no people in that article.',
  places: 'I find no places in that article.',
  dates: 'I find no dates in that article.',
  numbers: 'I find no numbers in that article.',
} as const;

/** What the desk says of its articles. */
export function deskView(desk: DeskReply, style: Style): string {
  switch (desk.of) {
    case 'articles': {
      const more = desk.total - desk.articles.length;
      return [...desk.articles.map(lineOf), ...(more > 0 ? [`… and ${more} more`] : [])].join('\n');
    }
    case 'choice':
      return [
        style.bold(
          'Which article? Ask again with --article and its id, or with words of its title.',
        ),
        ...desk.articles.map(lineOf),
      ].join('\n');
    case 'fact':
      return desk.value === undefined
        ? NOT_KNOWN[desk.asks]
        : `${style.bold(plainLine(desk.value))}\n${style.dim(plainLine(desk.article.title))}`;
    case 'mentions': {
      const { mentions, article } = desk;
      if (mentions.length === 0) return NOBODY[desk.asks];
      const names = mentions.map(({ text, count }) =>
        count > 1 ? `${plainLine(text)} (${count})` : plainLine(text),
      );
      return `${style.dim(plainLine(article.title))}\n${names.join('\n')}`;
    }
  }
}

function lineOf({ id, title, publishedAt }: DeskArticle): string {
  const date = publishedAt === undefined ? '' : `, ${publishedAt.slice(0, 10)}`;
  return `${id}  ${plainLine(title)}${date}`;
}
