import type {
  APIActionRowComponent,
  APIButtonComponentWithCustomId,
  APIEmbed,
  APIStringSelectComponent,
} from 'discord.js';

/** A menu has a row of its own. */
export type MenuRow = APIActionRowComponent<APIStringSelectComponent>;
export type ButtonRow = APIActionRowComponent<APIButtonComponentWithCustomId>;

/**
 * A message as Discord takes it. Embeds hold all foreign text: nothing in them can ping anybody or
 * unfold a preview, and a title is linked there without any markup that a title could break.
 * All three parts are always given, so that an edit leaves nothing behind of what stood before.
 */
export interface Payload {
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly ButtonRow[];
  /** Below the buttons. */
  readonly menus?: readonly MenuRow[] | undefined;
}

export function contentOf(content: string): Payload {
  return { content, embeds: [], components: [] };
}

/** One accent for everything that is quoted from articles. */
export const ACCENT = 0x2f6f9f;
