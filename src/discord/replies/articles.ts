import { SHARED, type ArticleSummary } from '../../store/store.js';
import type { Messages } from '../messages/index.js';
import { byline, linkedTitle } from './article-line.js';
import { pageButtons } from './buttons.js';
import { ACCENT, contentOf, type Payload } from './payload.js';
import type { ArticlesReply } from './reply.js';
import { inline } from '../text/inline.js';

/** Ten lines with these are within an embed's description. */
const MAX_TITLE = 90;
const MAX_BYLINE = 70;

export function renderArticles(reply: ArticlesReply, messages: Messages): Payload {
  const { articles, total, page, pages, which } = reply;
  if (total === 0) return contentOf(messages.articles.none);
  const footer = [
    messages.articleCount(total),
    ...(which === undefined ? [messages.page(page + 1, pages)] : []),
  ];
  return {
    content: '',
    embeds: [
      {
        title: which === undefined ? messages.articles.title : messages.desk[which],
        color: ACCENT,
        description: articles.map((article) => renderLine(article, messages)).join('\n'),
        footer: { text: footer.join(' · ') },
      },
    ],
    components: pageButtons(page, pages, (to) => ({ action: 'articlesPage', page: to }), messages),
  };
}

function renderLine(article: ArticleSummary, messages: Messages): string {
  const { collection, passages } = article;
  const facts = [
    inline(byline(article, messages).join(' · '), MAX_BYLINE),
    messages.passageCount(passages),
    collection === SHARED ? messages.articles.shared : messages.articles.own,
  ].filter((fact) => fact !== '');
  return `${linkedTitle(article, MAX_TITLE)}\n-# ${facts.join(' · ')}`;
}
