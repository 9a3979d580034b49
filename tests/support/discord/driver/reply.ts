import type { APIEmbed } from 'discord.js';
import { buttonsOf, isEphemeral, shownText, type Button } from '../messages.js';
import type { Interaction, Message, World } from '../world.js';
import { waitFor } from './wait.js';

/** What a person sees after asking something of the bot; it goes on changing with the message. */
export interface Reply {
  readonly message: Message;
  readonly interaction: Interaction | undefined;
  /** From the interaction's sending to its first response. */
  readonly acknowledgedInMs: number | undefined;
  /** From the sending to the first visible text. */
  readonly visibleInMs: number;
  readonly text: string;
  readonly embeds: readonly APIEmbed[];
  readonly buttons: readonly Button[];
  readonly ephemeral: boolean;
  readonly deleted: boolean;
  /** Each text that was there, in order. */
  readonly history: readonly string[];
  /** Who was pinged. */
  readonly pings: readonly string[];
  /** Finds a button by its label, a part of it, or its custom id. */
  button(which: string): Button;
  /** Waits for the message to say something. */
  until(pattern: RegExp, timeoutMs?: number): Promise<Reply>;
}

export function replyOf(
  world: World,
  message: Message,
  sentAt: number,
  interaction?: Interaction,
): Reply {
  const first = message.versions.find(({ at }) => at >= sentAt)?.at ?? world.now();
  const acknowledged = interaction?.acknowledged?.at;
  const reply: Reply = {
    message,
    interaction,
    acknowledgedInMs: acknowledged === undefined ? undefined : acknowledged - sentAt,
    visibleInMs: first - sentAt,
    get text() {
      return shownText(message.body);
    },
    get embeds() {
      return message.body.embeds;
    },
    get buttons() {
      return buttonsOf(message.body);
    },
    get ephemeral() {
      return isEphemeral(message);
    },
    get deleted() {
      return message.deleted;
    },
    get history() {
      return message.versions.map(({ body }) => shownText(body));
    },
    get pings() {
      return message.pings;
    },
    button(which) {
      const buttons = buttonsOf(message.body);
      const found =
        buttons.find(({ customId, label }) => customId === which || label === which) ??
        buttons.find(({ label }) => label.toLowerCase().includes(which.toLowerCase()));
      if (found) return found;
      const labels = buttons.map(({ label }) => label).join(', ');
      throw new Error(`no button "${which}", only: ${labels || 'none'}`);
    },
    until: (pattern, timeoutMs = 20_000) =>
      waitFor(
        world,
        `message:${message.id}`,
        () => (pattern.test(shownText(message.body)) ? reply : undefined),
        timeoutMs,
        `a reply that says ${String(pattern)}`,
      ).catch((error: unknown) => {
        throw new Error(`it says: ${shownText(message.body)}`, { cause: error });
      }),
  };
  return reply;
}
