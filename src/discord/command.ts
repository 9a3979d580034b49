import type {
  RESTPostAPIApplicationCommandsJSONBody,
  CommandInteractionOptionResolver,
  Message,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { Call } from './call.js';
import type { Reply } from './replies/reply.js';

/** The arguments of a slash command. */
export type Arguments = Pick<
  CommandInteractionOptionResolver,
  'getString' | 'getBoolean' | 'getAttachment' | 'getSubcommand'
>;

interface Common {
  /** `manager`: Manage Server, in a server only; whatever it says is private. */
  readonly access: 'everyone' | 'manager';
  /** Counts as a question for the cool-down. */
  readonly asks?: boolean;
}

/** A slash command: what Discord offers, and what is done when somebody uses it. */
export interface SlashCommand extends Common {
  readonly definition: RESTPostAPIChatInputApplicationCommandsJSONBody;
  /** Only who asks sees the reply, unless the option `private` says otherwise. */
  readonly privateByDefault?: true;
  /** Which articles the option `article` suggests. */
  readonly suggests?: 'visible' | 'own';
  readonly run: (call: Call, options: Arguments) => Promise<Reply>;
}

/** A command in the menu of a message. */
export interface MessageCommand extends Common {
  readonly definition: RESTPostAPIContextMenuApplicationCommandsJSONBody;
  readonly run: (call: Call, message: Message) => Promise<Reply>;
}

/** Every command of the bot. */
export interface Commands {
  readonly slash: ReadonlyMap<string, SlashCommand>;
  readonly message: ReadonlyMap<string, MessageCommand>;
  /** What Discord is told of. */
  readonly definitions: readonly RESTPostAPIApplicationCommandsJSONBody[];
}
