import { ApplicationCommandOptionType as Type } from 'discord.js';
import { COMMAND } from '../limits.js';
import type { Field } from './form.js';
import { checkLocalised } from './localizations.js';

/** interactions/application-commands: naming, with the scripts that it lists. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

export function checkSlashName(field: Field): void {
  if (!field.present) return;
  const name = field.text({ min: 1, max: COMMAND.name });
  if (name !== undefined && (!NAME.test(name) || name !== name.toLowerCase())) {
    field.fail('APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
}

export function checkDescription(field: Field): void {
  field.text({ min: 1, max: COMMAND.description });
}

/** Returns the characters that count towards the command's size. */
export function checkOptions(owner: Field, depth: number): number {
  const options = owner.key('options').list({ max: COMMAND.options });
  checkOrder(options);
  checkUnique(options);
  if (options.some(isNested) && !options.every(isNested)) {
    owner
      .key('options')
      .fail(
        'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
        'Sub-command and sub-command group option types are mutually exclusive to all other types',
      );
  }
  return options.reduce((sum, option) => sum + checkOption(option, depth), 0);
}

function isNested(option: Field): boolean {
  const type = option.key('type').value;
  return type === Type.Subcommand || type === Type.SubcommandGroup;
}

function checkOrder(options: readonly Field[]): void {
  let optional = false;
  for (const option of options) {
    const required = option.key('required').value === true;
    if (required && optional) {
      option.fail(
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    }
    optional ||= !required && !isNested(option);
  }
}

function checkUnique(options: readonly Field[]): void {
  const names = new Set<unknown>();
  for (const option of options) {
    const name = option.key('name');
    if (names.has(name.value)) {
      name.fail('APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option name already exists');
    }
    names.add(name.value);
  }
}

function checkOption(option: Field, depth: number): number {
  const kind = option.key('type');
  if (!kind.require()) return 0;
  const type = kind.oneOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  const deepest = type === Type.SubcommandGroup ? 0 : 1;
  if (isNested(option) && depth > deepest) {
    option.fail('APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Sub-commands are nested too deep');
  }
  option.key('name').require();
  option.key('description').require();
  let size =
    checkLocalised(option, 'name', checkSlashName) +
    checkLocalised(option, 'description', checkDescription);
  option.key('required').boolean();
  if (isNested(option)) return size + checkOptions(option, depth + 1);

  const choices = option.key('choices');
  for (const choice of choices.list({ max: COMMAND.choices })) {
    choice.key('name').require();
    size += checkLocalised(choice, 'name', (field) => {
      field.text({ min: 1, max: COMMAND.choiceName });
    });
    const value = choice.key('value');
    if (value.require() && type === Type.String) {
      size += value.text({ min: 1, max: COMMAND.choiceValue })?.length ?? 0;
    }
  }
  checkAutocomplete(option, type);
  checkBounds(option, type);
  return size;
}

function checkAutocomplete(option: Field, type: number | undefined): void {
  const field = option.key('autocomplete');
  if (field.boolean() !== true) return;
  if (type !== Type.String && type !== Type.Integer && type !== Type.Number) {
    field.fail('APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'This type has no autocomplete');
  }
  if (option.key('choices').list({ max: COMMAND.choices }).length > 0) {
    field.fail(
      'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID',
      'Autocomplete may not be set where choices are given',
    );
  }
}

function checkBounds(option: Field, type: number | undefined): void {
  const min = option.key('min_length');
  const max = option.key('max_length');
  if (type !== Type.String && (min.present || max.present)) {
    option.fail('APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Only strings have a length');
    return;
  }
  const least = min.integer({ max: COMMAND.stringLength });
  const most = max.integer({ min: 1, max: COMMAND.stringLength });
  if (least !== undefined && most !== undefined && least > most) {
    min.fail('APPLICATION_COMMAND_OPTIONS_MIN_VALUE_INVALID', 'min_length is above max_length');
  }
}
