import { answerQuestion } from '../src/discord/answer-question.js';
import type { SlashCommand } from '../src/discord/command.js';
import { FOR_EVERYONE, labelled, questionOptions } from '../src/discord/definitions.js';

export const ask: SlashCommand = {
  definition: {
    ...labelled(({ commands }) => commands.ask),
    ...FOR_EVERYONE,
    options: questionOptions(({ options }) => options.question),
  },
  access: 'everyone',
  suggests: 'visible',
  run: (call, options) =>
    answerQuestion(call, {
      question: options.getString('question', true),
      article: options.getString('article') ?? undefined,
      isPrivate: options.getBoolean('private') ?? false,
      showQuestion: true,
    }),
};
