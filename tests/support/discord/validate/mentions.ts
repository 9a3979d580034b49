import { MESSAGE } from '../limits.js';
import { isJson, type Field, type Json } from './form.js';

/** resources/message: allowed mentions object. */
export function checkAllowedMentions(field: Field): void {
  if (!field.present) return;
  const parse = field.key('parse').list({ max: 3 });
  for (const item of parse) item.oneOf(['roles', 'users', 'everyone']);
  for (const [name, max] of [
    ['users', MESSAGE.allowedUsers],
    ['roles', MESSAGE.allowedRoles],
  ] as const) {
    const ids = field.key(name).list({ max });
    for (const id of ids) id.snowflake();
    if (ids.length > 0 && parse.some((item) => item.value === name)) {
      field
        .key('parse')
        .fail(
          'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
          `parse:["${name}"] and ${name}: [ids...] are mutually exclusive.`,
        );
    }
  }
}

/**
 * Who a text would ping: `everyone`, `here`, a user's id, or `&` and a role's id. Only a message's
 * own text pings (content, or text displays), never an embed.
 */
export function pings(
  text: string,
  allowedMentions: unknown,
  repliedTo: string | undefined,
): string[] {
  const allowed = isJson(allowedMentions) ? allowedMentions : undefined;
  const found = new Set<string>();
  if (mayPing(allowed, 'everyone')) {
    for (const [, name = ''] of text.matchAll(/@(everyone|here)\b/g)) found.add(name);
  }
  for (const [, id = ''] of text.matchAll(/<@!?(\d{15,21})>/g)) {
    if (mayPing(allowed, 'users', id)) found.add(id);
  }
  for (const [, id = ''] of text.matchAll(/<@&(\d{15,21})>/g)) {
    if (mayPing(allowed, 'roles', id)) found.add(`&${id}`);
  }
  if (repliedTo !== undefined && (allowed === undefined || allowed['replied_user'] === true)) {
    found.add(repliedTo);
  }
  return [...found];
}

function mayPing(allowed: Json | undefined, kind: string, id?: string): boolean {
  if (allowed === undefined) return true;
  const { parse, [kind]: ids } = allowed;
  if (Array.isArray(parse) && parse.includes(kind)) return true;
  return id !== undefined && Array.isArray(ids) && ids.includes(id);
}
