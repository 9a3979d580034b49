import { MessageFlags, type APIEmbed, type APIMessageTopLevelComponent } from 'discord.js';
import { emptyMessage } from '../errors.js';
import { MESSAGE } from '../limits.js';
import { checkLegacyComponents } from './components.js';
import { checkEmbeds } from './embeds.js';
import { checkForm, isJson, type Field } from './form.js';
import { checkLayout } from './layout.js';
import { checkAllowedMentions } from './mentions.js';

/** The part of a message that its author may set. */
export interface MessageBody {
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly flags: number;
  readonly attachments: number;
}

export const EMPTY_BODY: MessageBody = {
  content: '',
  embeds: [],
  components: [],
  flags: 0,
  attachments: 0,
};

const { SuppressEmbeds, Ephemeral, SuppressNotifications, IsComponentsV2 } = MessageFlags;

/** The flags that may be set in each place (resources/message, receiving-and-responding). */
export const FLAGS = {
  response: SuppressEmbeds | Ephemeral | SuppressNotifications | IsComponentsV2,
  channel: SuppressEmbeds | SuppressNotifications | IsComponentsV2,
  edit: SuppressEmbeds | IsComponentsV2,
  defer: Ephemeral,
} as const;

/**
 * Checks a message to create, or an edit of `before`, and returns what it becomes. Discord drops
 * some flags if they may not be set; here that is an error, since whoever sends one counts on it.
 */
export function checkMessage(
  body: unknown,
  allowedFlags: number,
  before: MessageBody = EMPTY_BODY,
  files = 0,
): MessageBody {
  return checkForm(body, (form) => {
    const content = form.key('content').text({ max: MESSAGE.content });
    const flags = checkFlags(form.key('flags'), allowedFlags) | before.flags;
    checkAllowedMentions(form.key('allowed_mentions'));
    form.key('tts').boolean();
    const attachments = form.key('attachments').list({ max: MESSAGE.attachments });
    const after: MessageBody = {
      content: given(form, 'content') ? (content ?? '').trim() : before.content,
      embeds: given(form, 'embeds') ? (asList(form.key('embeds')) as APIEmbed[]) : before.embeds,
      components: given(form, 'components')
        ? (asList(form.key('components')) as APIMessageTopLevelComponent[])
        : before.components,
      flags,
      attachments: given(form, 'attachments') ? attachments.length : before.attachments + files,
    };
    if ((flags & IsComponentsV2) !== 0) checkModern(form, after);
    else checkLegacy(form, after);
    return after;
  });
}

export function checkFlags(field: Field, allowed: number): number {
  const flags = field.integer() ?? 0;
  if ((flags & ~allowed) !== 0) {
    field.fail('MESSAGE_FLAGS_INVALID', `Flags ${flags & ~allowed} may not be set here`);
  }
  return flags & allowed;
}

function given(form: Field, name: string): boolean {
  return isJson(form.value) && form.value[name] !== undefined;
}

function asList({ value }: Field): unknown[] {
  return Array.isArray(value) ? value : [];
}

function checkLegacy(form: Field, after: MessageBody): void {
  checkEmbeds(form.key('embeds'));
  checkLegacyComponents(form.key('components'));
  const { content, embeds, components, attachments } = after;
  if (content === '' && embeds.length + components.length + attachments === 0) throw emptyMessage();
}

function checkModern(form: Field, after: MessageBody): void {
  for (const [name, filled] of [
    ['content', after.content !== ''],
    ['embeds', after.embeds.length > 0],
    ['poll', form.key('poll').present],
    ['sticker_ids', form.key('sticker_ids').present],
  ] as const) {
    if (!filled) continue;
    form
      .key(name)
      .fail(
        'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        `The '${name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      );
  }
  if (after.components.length === 0) throw emptyMessage();
  checkLayout(form.key('components'));
}
