import type { SlashCommand } from '../src/discord/command.js';
import { FOR_EVERYONE, labelled, questionOptions } from '../src/discord/definitions.js';
import { findArticle } from '../src/discord/catalogue.js';
import { checkQuestion } from '../src/discord/question.js';
import { searchPage } from '../src/discord/pages.js';

export const search: SlashCommand = {
  definition: {
    ...labelled(({ commands }) => commands.search),
    ...FOR_EVERYONE,
    options: questionOptions(
      ({ options }) => options.query,
      ({ options }) => options.privateByDefault,
    ),
  },
  access: 'everyone',
  privateByDefault: true,
  asks: true,
  suggests: 'visible',
  run: async (call, options) => {
    const article = options.getString('article');
    return searchPage(call, {
      query: checkQuestion(options.getString('query', true)),
      articleId: article === null ? undefined : findArticle(call.catalogue, article, call.scope).id,
      page: 0,
    });
  },
};
