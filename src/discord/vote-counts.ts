import {
  ButtonStyle,
  ComponentType,
  type APIButtonComponentWithCustomId,
  type APIMessageTopLevelComponent,
} from 'discord.js';
import { decodeButton } from './custom-id.js';
import type { ButtonRow } from './replies/payload.js';

export interface VoteCounts {
  readonly up: number;
  readonly down: number;
}

/** A message's own buttons, with how often each vote was given; nothing else about it changes. */
export function withVotes(
  components: readonly APIMessageTopLevelComponent[],
  votes: VoteCounts,
): ButtonRow[] {
  return components.flatMap((row): ButtonRow[] => {
    if (row.type !== ComponentType.ActionRow) return [];
    const buttons = row.components.flatMap((item): APIButtonComponentWithCustomId[] =>
      item.type === ComponentType.Button && 'custom_id' in item ? [withCount(item, votes)] : [],
    );
    return [{ type: ComponentType.ActionRow, components: buttons }];
  });
}

function withCount(
  button: APIButtonComponentWithCustomId,
  votes: VoteCounts,
): APIButtonComponentWithCustomId {
  const action = decodeButton(button.custom_id)?.action;
  if (action !== 'up' && action !== 'down') return button;
  const bare = { ...button };
  delete bare.label;
  const count = votes[action];
  return {
    ...bare,
    style: count > 0 && action === 'up' ? ButtonStyle.Success : ButtonStyle.Secondary,
    ...(count > 0 && { label: String(count) }),
  };
}
