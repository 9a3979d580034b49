import { answerQuestion } from '../src/discord/answer-question.js';
import type { SlashCommand } from '../src/discord/command.js';
import {
  articleOption,
  booleanOption,
  FOR_EVERYONE,
  labelled,
  stringOption,
} from '../src/discord/definitions.js';
import { QUESTION } from '../src/discord/limits.js';

export const ask: SlashCommand = {
  definition: {
    ...labelled(({ commands }) => commands.ask),
    ...FOR_EVERYONE,
    options: [
      stringOption(({ options }) => options.question, { required: true, ...QUESTION }),
      articleOption(({ options }) => options.articleToAsk, false),
      booleanOption(({ options }) => options.private),
    ],
  },
  access: 'everyone',
  asks: true,
  suggests: 'visible',
  run: (call, options) =>
    answerQuestion(call, {
      question: options.getString('question', true),
      article: options.getString('article') ?? undefined,
      showQuestion: true,
    }),
};
