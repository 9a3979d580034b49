import { ApplicationCommandType } from 'discord.js';
import { COMMAND } from '../limits.js';
import { checkForm, type Field, type Json } from './form.js';
import { checkLocalised } from './localizations.js';
import { checkDescription, checkOptions, checkSlashName } from './options.js';

const CHAT_INPUT: number = ApplicationCommandType.ChatInput;
const CONTEXT_MENUS: readonly number[] = [
  ApplicationCommandType.User,
  ApplicationCommandType.Message,
];

/** The whole set, as a bulk overwrite sends it. */
export function checkCommands(body: unknown): Json[] {
  return checkForm(body, (form) => {
    const commands = form.list({ max: COMMAND.chatInput + 2 * COMMAND.contextMenu });
    const names = new Set<string>();
    for (const command of commands) {
      checkOne(command);
      const name = `${typeOf(command)} ${String(command.key('name').value)}`;
      if (names.has(name)) {
        form.fail(
          'APPLICATION_COMMANDS_DUPLICATE_NAME',
          'Application command names must be unique',
        );
      }
      names.add(name);
    }
    for (const type of CONTEXT_MENUS) {
      if (commands.filter((command) => typeOf(command) === type).length > COMMAND.contextMenu) {
        form.fail('BASE_TYPE_MAX_LENGTH', `Must be ${COMMAND.contextMenu} or fewer in length.`);
      }
    }
    return commands.map(({ value }) => value as Json);
  });
}

export function checkCommand(body: unknown): Json {
  return checkForm(body, (form) => {
    checkOne(form);
    return form.value as Json;
  });
}

function typeOf(command: Field): number {
  const { value } = command.key('type');
  return typeof value === 'number' ? value : CHAT_INPUT;
}

function checkOne(command: Field): void {
  command.key('name').require();
  command.key('type').oneOf([1, 2, 3]);
  const slash = typeOf(command) === CHAT_INPUT;
  let size = checkLocalised(command, 'name', slash ? checkSlashName : checkMenuName);
  if (slash) {
    command.key('description').require();
    size += checkLocalised(command, 'description', checkDescription);
    size += checkOptions(command, 0);
  } else {
    for (const name of ['description', 'options']) {
      const field = command.key(name);
      const { value } = field;
      const empty = !field.present || value === '' || (Array.isArray(value) && value.length === 0);
      if (!empty) {
        field.fail(
          'APPLICATION_COMMAND_CONTEXT_MENU_FIELD_INVALID',
          `Context menu commands cannot have ${name}`,
        );
      }
    }
  }
  if (size > COMMAND.total) {
    command.fail(
      'APPLICATION_COMMAND_TOO_LARGE',
      `Command exceeds maximum size (${COMMAND.total})`,
    );
  }
  checkPermissions(command.key('default_member_permissions'));
  for (const context of command.key('contexts').list({ max: 3 })) context.oneOf([0, 1, 2]);
  for (const kind of command.key('integration_types').list({ max: 2 })) kind.oneOf([0, 1]);
  command.key('nsfw').boolean();
}

function checkMenuName(field: Field): void {
  field.text({ min: 1, max: COMMAND.name });
}

function checkPermissions(field: Field): void {
  if (field.present && !/^\d+$/.test(String(field.value))) {
    field.fail('PERMISSIONS_TYPE_INVALID', 'Must be a bit set in decimal digits');
  }
}
