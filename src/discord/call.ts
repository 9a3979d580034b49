import type { DiscordSettings } from '../config.js';
import type { ConversationMemory, Speaker } from '../conversation/memory.js';
import type { Newsdesk } from '../newsdesk.js';
import type { Scope } from '../store/store.js';
import type { Allowance } from './allowance.js';
import type { Catalogue } from './catalogue.js';
import type { FetchFile } from './attachments.js';
import type { Reply } from './replies/reply.js';

/** What every handler may use, for as long as the bot runs. */
export interface Services {
  readonly newsdesk: Newsdesk;
  readonly catalogue: Catalogue;
  /** What a server may have; the token is nothing for a command. */
  readonly settings: Pick<DiscordSettings, 'serverLimits'>;
  /** Additions of each server. */
  readonly additions: Allowance;
  readonly fetchFile: FetchFile;
  readonly conversations: ConversationMemory;
}

/** Somebody's request, however it came: as a command, a button or a mention. */
export interface Call extends Services {
  /** The server's id; undefined in a direct message. */
  readonly guildId: string | undefined;
  readonly userId: string;
  /** Whose turn it is when many ask: the server's, or in a direct message the person's. */
  readonly askedBy: string;
  /** Who speaks where, for what was said before. */
  readonly speaker: Speaker;
  /** Counts a question. @throws NewsdeskError `discord-cooldown` when the last one was just now */
  readonly countQuestion: () => void;
  /** What the server, or a direct message, may see. */
  readonly scope: Scope;
  /** Whether this person may change the server's articles. */
  readonly isManager: boolean;
  /** Aborted when nobody waits any longer. */
  readonly signal: AbortSignal;
  /** Shows how far it is. Never waits and never fails. */
  readonly progress: (reply: Reply) => void;
}

/** A call from a server, which is where articles can be changed. */
export interface ServerCall extends Call {
  readonly guildId: string;
}
