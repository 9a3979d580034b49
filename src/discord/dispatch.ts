import { randomBytes } from 'node:crypto';
import type {
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  Interaction,
  MessageContextMenuCommandInteraction,
  StringSelectMenuInteraction,
} from 'discord.js';
import type { Logger } from 'pino';
import { NewsdeskError } from '../errors.js';
import { scopeOf } from '../store/store.js';
import type { Allowance } from './allowance.js';
import { pressButton } from './buttons/index.js';
import type { Call, Services } from './call.js';
import type { Commands, MessageCommand, SlashCommand } from './command.js';
import { checkCooldown } from './allowance.js';
import { decodeButton, type ButtonAction } from './custom-id.js';
import { failure } from './failure.js';
import { messagesFor } from './messages/index.js';
import { mayManage, requireManager } from './permissions.js';
import { render } from './replies/render.js';
import { isPublic, type Reply } from './replies/reply.js';
import { createResponder, type Responder, type Target } from './responder.js';
import { safeError } from './safe-error.js';
import { suggestArticles } from './suggest.js';
import { withVotes } from './vote-counts.js';
import { wireOf } from './wire.js';

export interface Dispatcher {
  readonly commands: Commands;
  readonly services: Services;
  /** Questions of each person. */
  readonly cooldown: Allowance;
  readonly log: Logger;
  /** Aborted when the bot has no more time. */
  readonly signal: AbortSignal;
}

/** Handles whatever comes from Discord; never throws. */
export async function dispatch(to: Dispatcher, interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) return suggest(to, interaction);
  if (interaction.isChatInputCommand()) {
    const command = to.commands.slash.get(interaction.commandName);
    return runCommand(to, interaction, command, (call) =>
      command === undefined ? unknown() : command.run(call, interaction.options),
    );
  }
  if (interaction.isMessageContextMenuCommand()) {
    const command = to.commands.message.get(interaction.commandName);
    return runCommand(to, interaction, command, (call) =>
      command === undefined ? unknown() : command.run(call, interaction.targetMessage),
    );
  }
  if (interaction.isButton() || interaction.isStringSelectMenu()) return press(to, interaction);
  to.log.debug(
    { type: interaction.type },
    'Ignored an interaction of a kind that is never offered',
  );
}

type Used = ChatInputCommandInteraction | MessageContextMenuCommandInteraction;

async function runCommand(
  to: Dispatcher,
  interaction: Used,
  command: SlashCommand | MessageCommand | undefined,
  run: (call: Call) => Promise<Reply>,
): Promise<void> {
  const byDefault = command !== undefined && 'privateByDefault' in command;
  const keptPrivate =
    command?.access !== 'everyone' ||
    (interaction.isChatInputCommand() && asksForPrivacy(interaction.options.data, byDefault));
  const request = begin(to, interaction, keptPrivate ? 'private' : 'public', {
    command: interaction.commandName,
  });
  const reply = await attempt<Reply>(request, async () => {
    if (command?.access === 'manager') requireManager(request.call);
    if (command?.asks === true) checkCooldown(to.cooldown, interaction.user.id);
    return run(request.call);
  });
  await finish(request, keptPrivate || !isPublic(reply) ? 'private' : 'public', reply);
}

function asksForPrivacy(
  options: ChatInputCommandInteraction['options']['data'],
  byDefault: boolean,
): boolean {
  const chosen = options.find(({ name }) => name === 'private')?.value;
  return chosen === undefined ? byDefault : chosen === true;
}

/** A command that is gone from this version and not yet from Discord. */
function unknown(): Promise<never> {
  return Promise.reject(new NewsdeskError('discord-command-unknown'));
}

/** Buttons that say something to who pressed, in private. */
const OPENS = new Set<ButtonAction['action']>(['context', 'others', 'askAll']);

async function press(
  to: Dispatcher,
  interaction: ButtonInteraction | StringSelectMenuInteraction,
): Promise<void> {
  const button = decodeButton(interaction.customId);
  const opens = button !== undefined && OPENS.has(button.action);
  const request = begin(to, interaction, opens || button === undefined ? 'private' : 'update', {
    button: button?.action ?? 'unknown',
  });
  const { message } = interaction;
  const chosen = interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
  const outcome = await attempt(request, async () => {
    if (button === undefined) throw new NewsdeskError('discord-button-unknown');
    return pressButton({ call: request.call, embeds: message.embeds, chosen }, button);
  });
  if ('kind' in outcome) await finish(request, 'private', outcome);
  else if ('show' in outcome) await finish(request, 'private', outcome.show);
  else if ('turn' in outcome) await finish(request, 'update', outcome.turn);
  else {
    const buttons = message.components.map((row) => row.toJSON());
    await request.responder.finish('update', { components: withVotes(buttons, outcome.votes) });
    note(request, { votes: outcome.votes });
  }
}

/** From memory, so that it is there while somebody types, however busy the model is. */
async function suggest(
  { commands, services, log }: Dispatcher,
  interaction: AutocompleteInteraction,
): Promise<void> {
  try {
    const { guildId, commandName, options } = interaction;
    const suggests = commands.slash.get(commandName)?.suggests;
    const own = guildId === null ? [] : [guildId];
    const scope = suggests === 'own' ? own : scopeOf(guildId ?? undefined);
    const articles = suggests === undefined ? [] : services.catalogue.all(scope);
    await interaction.respond(suggestArticles(articles, options.getFocused()));
  } catch (error) {
    log.warn({ error: safeError(error) }, 'Suggesting articles failed');
  }
}

interface Request {
  readonly id: string;
  readonly call: Call;
  readonly locale: string;
  readonly responder: Responder;
  readonly log: Logger;
  readonly startedAt: number;
  workedMs: number;
}

function begin(
  to: Dispatcher,
  interaction: Used | ButtonInteraction | StringSelectMenuInteraction,
  expected: Target,
  what: Readonly<Record<string, string>>,
): Request {
  const id = newRequestId();
  const { guildId, locale, user, memberPermissions } = interaction;
  const log = to.log.child({ requestId: id, ...what, guildId: guildId ?? undefined });
  const responder = createResponder(wireOf(interaction), expected, log);
  const messages = messagesFor(locale);
  const call: Call = {
    ...to.services,
    guildId: guildId ?? undefined,
    userId: user.id,
    askedBy: guildId ?? user.id,
    speaker: { channel: interaction.channelId, person: user.id },
    countQuestion: () => {
      checkCooldown(to.cooldown, user.id);
    },
    scope: scopeOf(guildId ?? undefined),
    isManager: mayManage(memberPermissions),
    signal: AbortSignal.any([to.signal, responder.signal]),
    progress: (reply) => {
      responder.progress(render(reply, messages));
    },
  };
  return { id, call, locale, responder, log, startedAt: performance.now(), workedMs: 0 };
}

/** The reply, or what is said to an error. */
async function attempt<T>(request: Request, work: () => Promise<T>) {
  try {
    return await work();
  } catch (error) {
    return failure(error, request.id, request.log);
  } finally {
    request.workedMs = performance.now() - request.startedAt;
  }
}

async function finish(request: Request, target: Target, reply: Reply): Promise<void> {
  await request.responder.finish(target, render(reply, messagesFor(request.locale)));
  note(request, { reply: reply.kind });
}

/** One line a request: what it was and how long each step took, and nobody's words. */
function note(request: Request, outcome: Readonly<Record<string, unknown>>): void {
  const { log, responder, startedAt, workedMs } = request;
  const round = (ms: number) => Math.round(ms * 10) / 10;
  const acknowledgedMs = responder.acknowledgedMs();
  log.info(
    {
      ...outcome,
      workMs: round(workedMs),
      acknowledgedMs: acknowledgedMs === undefined ? undefined : round(acknowledgedMs),
      totalMs: round(performance.now() - startedAt),
    },
    'Handled',
  );
}

export function newRequestId(): string {
  return randomBytes(4).toString('hex');
}
