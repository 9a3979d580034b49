import { ButtonStyle, ComponentType, type APIButtonComponentWithCustomId } from 'discord.js';
import { encodeButton, type ButtonAction } from '../custom-id.js';
import { BUTTON } from '../limits.js';
import type { Messages } from '../messages/index.js';
import { plain } from '../text/inline.js';
import type { ButtonRow } from './payload.js';

interface Face {
  readonly label?: string;
  readonly emoji?: string;
}

/** A button, or none if its id would not fit: the reply is still good without it. */
export function button(
  action: ButtonAction,
  { label, emoji }: Face,
): APIButtonComponentWithCustomId | undefined {
  const customId = encodeButton(action);
  if (customId === undefined) return undefined;
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    custom_id: customId,
    ...(label !== undefined && { label: plain(label, BUTTON.label) }),
    ...(emoji !== undefined && { emoji: { name: emoji } }),
  };
}

/** Rows of the buttons that there are. */
export function rows(
  ...buttons: readonly (APIButtonComponentWithCustomId | undefined)[]
): ButtonRow[] {
  const components = buttons.filter((item) => item !== undefined).slice(0, BUTTON.perRow);
  return components.length === 0 ? [] : [{ type: ComponentType.ActionRow, components }];
}

export const UP = '👍';
export const DOWN = '👎';

/** Previous and Next, each only if it leads somewhere. `page` counts from 0. */
export function pageButtons(
  page: number,
  pages: number,
  turn: (page: number) => ButtonAction,
  { buttons }: Messages,
): ButtonRow[] {
  return rows(
    page > 0 ? button(turn(page - 1), { label: buttons.previous, emoji: '◀️' }) : undefined,
    page + 1 < pages ? button(turn(page + 1), { label: buttons.next, emoji: '▶️' }) : undefined,
  );
}
