import type { Call } from '../call.js';
import type { Reply } from '../replies/reply.js';

/** What pressing a button does to the message that it is on. */
export type Pressed =
  /** A new message for who pressed, and for nobody else. */
  | { readonly show: Reply }
  /** The message itself changes. */
  | { readonly turn: Reply }
  /** Only the counts on its buttons do. */
  | { readonly votes: { readonly up: number; readonly down: number } };

export interface Press {
  readonly call: Call;
  /** Of the message that the button is on. */
  readonly embeds: readonly { readonly description?: string | null }[];
  /** Of a menu: the value that was chosen. */
  readonly chosen?: string | undefined;
}
