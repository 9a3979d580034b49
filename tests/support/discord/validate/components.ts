import { ButtonStyle, ComponentType } from 'discord.js';
import { COMPONENT } from '../limits.js';
import { isJson, type Field, type Json } from './form.js';

/** What may be checked only once the whole tree was walked. */
export interface Seen {
  readonly customIds: Map<string, Field>;
  components: number;
  text: number;
}

export const newSeen = (): Seen => ({ customIds: new Map(), components: 0, text: 0 });

/** components/reference: action rows alone, as in messages without the Components V2 flag. */
export function checkLegacyComponents(field: Field): void {
  const seen = newSeen();
  for (const row of field.list({ max: COMPONENT.rows })) {
    if (typeOf(row) === ComponentType.ActionRow) checkActionRow(row, seen);
    else wrongType(row, [ComponentType.ActionRow]);
  }
}

export function typeOf(field: Field): unknown {
  return isJson(field.value) ? field.value['type'] : undefined;
}

export function wrongType(field: Field, allowed: readonly number[]): void {
  field.fail(
    'UNION_TYPE_CHOICES',
    `Value of field "type" must be one of (${allowed.join(', ')}${allowed.length === 1 ? ',' : ''}).`,
  );
}

const SELECTS: readonly unknown[] = [
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
];

export function checkActionRow(row: Field, seen: Seen): void {
  seen.components++;
  const children = row.key('components');
  if (!children.require()) return;
  const items = children.list({ min: 1, max: COMPONENT.buttonsInRow });
  const selects = items.filter((item) => SELECTS.includes(typeOf(item)));
  if (selects.length > 0 && items.length > 1) {
    children.fail(
      'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
      'The specified component exceeds the maximum width',
    );
  }
  for (const item of items) {
    if (SELECTS.includes(typeOf(item))) checkSelect(item, seen);
    else checkButton(item, seen);
  }
}

export function checkButton(button: Field, seen: Seen): void {
  if (typeOf(button) !== ComponentType.Button) {
    wrongType(button, [2, 3, 5, 6, 7, 8]);
    return;
  }
  seen.components++;
  const style = button.key('style');
  if (!style.require()) return;
  const value = style.oneOf([1, 2, 3, 4, 5, 6]);
  const label = button.key('label').text({ max: COMPONENT.label });
  button.key('disabled').boolean();
  if (value === ButtonStyle.Premium) {
    button.key('sku_id').require();
    return;
  }
  if ((label ?? '').trim() === '' && !button.key('emoji').present) {
    button.key('label').fail('BASE_TYPE_REQUIRED', 'A label or an emoji is required');
  }
  checkEmoji(button.key('emoji'));
  if (value === ButtonStyle.Link) {
    if (button.key('url').require()) {
      button.key('url').url(COMPONENT.url, ['http', 'https', 'discord']);
    }
    forbid(button.key('custom_id'), 'A custom id and url cannot both be specified');
  } else {
    checkCustomId(button.key('custom_id'), seen);
    forbid(button.key('url'), 'A url can only be specified on a link button');
  }
}

function forbid(field: Field, message: string): void {
  if (field.present) field.fail('COMPONENT_FIELD_NOT_ALLOWED', message);
}

function checkEmoji(emoji: Field): void {
  if (!emoji.present) return;
  const { id, name } = emoji.value as Json;
  if (id !== undefined && id !== null) emoji.key('id').snowflake();
  else if (typeof name !== 'string' || !/\p{Emoji}/u.test(name)) {
    emoji.key('name').fail('BUTTON_COMPONENT_INVALID_EMOJI', 'Invalid emoji');
  }
}

function checkCustomId(field: Field, seen: Seen): void {
  if (!field.require()) return;
  const id = field.text({ min: 1, max: COMPONENT.customId });
  if (id === undefined) return;
  // Also if the second is disabled.
  if (seen.customIds.has(id)) {
    field.fail('COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated');
  }
  seen.customIds.set(id, field);
}

function checkSelect(select: Field, seen: Seen): void {
  seen.components++;
  checkCustomId(select.key('custom_id'), seen);
  select.key('placeholder').text({ max: COMPONENT.placeholder });
  select.key('min_values').integer({ max: COMPONENT.selectOptions });
  select.key('max_values').integer({ min: 1, max: COMPONENT.selectOptions });
  if (typeOf(select) !== ComponentType.StringSelect || !select.key('options').require()) return;
  const values = new Set<string>();
  for (const option of select.key('options').list({ min: 1, max: COMPONENT.selectOptions })) {
    for (const name of ['label', 'value']) {
      if (option.key(name).require()) {
        option.key(name).text({ min: 1, max: COMPONENT.selectText });
      }
    }
    option.key('description').text({ max: COMPONENT.selectText });
    const value = String(option.key('value').value);
    if (values.has(value)) {
      option
        .key('value')
        .fail(
          'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
          'The specified option value is already used',
        );
    }
    values.add(value);
  }
}
