import { COMMAND } from '../limits.js';
import { checkForm } from './form.js';

export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

/** receiving-and-responding: autocomplete. Values of strings are 1 to 100 characters. */
export function checkChoices(body: unknown): Choice[] {
  return checkForm(body, (form) => {
    const field = form.key('data').key('choices');
    if (!field.require()) return [];
    return field.list({ max: COMMAND.choices }).map((choice) => {
      const name = choice.key('name');
      const value = choice.key('value');
      if (name.require()) name.text({ min: 1, max: COMMAND.choiceName });
      if (value.require() && typeof value.value !== 'number') {
        value.text({ min: 1, max: COMMAND.choiceValue });
      }
      return choice.value as Choice;
    });
  });
}
