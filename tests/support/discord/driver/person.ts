import {
  ApplicationCommandType,
  ButtonStyle,
  ComponentType,
  InteractionResponseType,
  PermissionFlagsBits,
  type APIAttachment,
} from 'discord.js';
import type { RegisteredCommand } from '../commands.js';
import type { Gateway } from '../gateway/gateway.js';
import { INTERACTION } from '../limits.js';
import { createMessage, messagePayload } from '../messages.js';
import type { Choice } from '../validate/choices.js';
import type { Json } from '../validate/form.js';
import { EMPTY_BODY } from '../validate/message.js';
import type { Interaction, Message, World } from '../world.js';
import { openInteraction, type Sender } from './interaction.js';
import { buildOptions, optionsOf, type FileInput, type OptionInputs } from './options.js';
import { replyOf, type Reply } from './reply.js';
import { waitFor } from './wait.js';

export interface AskOptions {
  /** Send it even if Discord's client would not offer or accept it. */
  readonly unchecked?: boolean;
  readonly timeoutMs?: number;
}

export interface Suggestions {
  readonly choices: readonly Choice[];
  readonly ms: number;
}

/** What came of pressing a button: a message of its own, or the old one changed. */
export interface Pressed extends Reply {
  /** False if the press was acknowledged and nothing else happened. */
  readonly changed: boolean;
}

const DEFERRED_UPDATE: number = InteractionResponseType.DeferredMessageUpdate;

/** A member of a server, or somebody in a direct message with the bot. */
export interface Person extends Sender {
  slash(command: string, options?: OptionInputs, how?: AskOptions): Promise<Reply>;
  /** Sends a command and waits for nothing. */
  send(command: string, options?: OptionInputs, how?: AskOptions): Interaction;
  autocomplete(
    command: string,
    focused: string,
    typed: string,
    others?: OptionInputs,
  ): Promise<Suggestions>;
  press(on: Reply | Message, button: string, how?: AskOptions): Promise<Pressed>;
  /** Chooses from a message's menu, by a part of the option's label. */
  choose(on: Reply | Message, option: string, how?: AskOptions): Promise<Pressed>;
  /** Presses a button that no message has: what a forger would send. */
  forge(customId: string, how?: AskOptions): Promise<Pressed>;
  messageCommand(name: string, target: Message, how?: AskOptions): Promise<Reply>;
  /** Writes into the channel. */
  say(content: string, how?: { repliesTo?: Message; files?: readonly FileInput[] }): Message;
  /** Mentions the bot and waits for its answer. */
  mention(question: string, how?: AskOptions): Promise<Reply>;
  /** Writes, in reply to a message or not, and waits for the bot's answer. */
  ask(content: string, how?: AskOptions & { repliesTo?: Message }): Promise<Reply>;
}

export interface Driver {
  readonly world: World;
  readonly gateway: Gateway;
  readonly upload: (file: FileInput) => APIAttachment;
}

export function createPerson({ world, gateway, upload }: Driver, sender: Sender): Person {
  const { user, channel } = sender;

  function offered(name: string, type: number, unchecked: boolean): RegisteredCommand {
    const command = world.commands.find(name, type, channel.guild?.id);
    if (!command) throw new Error(`no command ${name} is registered here`);
    if (unchecked) return command;
    const { contexts, default_member_permissions: needed } = command;
    if (Array.isArray(contexts) && !contexts.includes(channel.guild ? 0 : 1)) {
      throw new Error(`${name} is not offered here`);
    }
    if (typeof needed === 'string' && channel.guild && !may(BigInt(needed))) {
      throw new Error(`${name} is not offered to ${user.username}`);
    }
    return command;
  }

  function may(needed: bigint): boolean {
    const isAdmin = (sender.permissions & PermissionFlagsBits.Administrator) !== 0n;
    return isAdmin || (needed !== 0n && (sender.permissions & needed) === needed);
  }

  function dispatch(
    kind: Interaction['kind'],
    name: string,
    data: Json,
    source?: Message,
  ): Interaction {
    const { interaction, payload } = openInteraction(world, kind, name, data, sender, source);
    gateway.sendInteraction(channel, payload);
    return interaction;
  }

  async function acknowledged(interaction: Interaction): Promise<number> {
    const what = `${interaction.name}: "The application did not respond"`;
    return waitFor(
      world,
      `interaction:${interaction.id}`,
      () => interaction.acknowledged?.type,
      INTERACTION.acknowledgeMs,
      what,
    );
  }

  async function answered(interaction: Interaction, timeoutMs = 30_000): Promise<Reply> {
    await acknowledged(interaction);
    const message = await waitFor(
      world,
      `interaction:${interaction.id}`,
      () => interaction.messages.find(({ deleted, loading }) => !deleted && !loading),
      timeoutMs,
      `${interaction.name}: a reply`,
    );
    return replyOf(world, message, interaction.sentAt, interaction);
  }

  function send(command: string, inputs: OptionInputs = {}, how: AskOptions = {}): Interaction {
    const { unchecked = false } = how;
    const [name = '', ...path] = command.split(' ');
    const definition = offered(name, ApplicationCommandType.ChatInput, unchecked);
    const resolved: Record<string, APIAttachment> = {};
    const { options } = buildOptions(
      definition,
      path,
      inputs,
      (file) => {
        const attachment = upload(file);
        resolved[attachment.id] = attachment;
        return attachment.id;
      },
      unchecked,
    );
    return dispatch('command', `/${command}`, {
      id: definition.id,
      name,
      type: definition.type,
      options,
      ...(Object.keys(resolved).length > 0 ? { resolved: { attachments: resolved } } : {}),
      ...('guild_id' in definition ? { guild_id: definition['guild_id'] } : {}),
    });
  }

  async function pressed(
    source: Message,
    customId: string,
    timeoutMs = 30_000,
    values?: readonly string[],
  ): Promise<Pressed> {
    const before = source.versions.length;
    const data = {
      component_type: values ? ComponentType.StringSelect : ComponentType.Button,
      custom_id: customId,
      id: 1,
      ...(values ? { values } : {}),
    };
    const interaction = dispatch('component', `button ${customId}`, data, source);
    const type = await acknowledged(interaction);
    const wait = (look: () => Message | undefined) =>
      waitFor(world, `interaction:${interaction.id}`, look, timeoutMs, interaction.name);
    const fresh = () => interaction.messages.find(({ deleted, loading }) => !deleted && !loading);
    const edited = () => (source.versions.length > before ? source : undefined);
    const result = (message: Message, changed: boolean): Pressed =>
      Object.assign(replyOf(world, message, interaction.sentAt, interaction), { changed });

    if (type !== DEFERRED_UPDATE) {
      return result(await wait(() => edited() ?? fresh()), true);
    }
    // The edit of a message is announced under that message, so both are watched.
    const message = await Promise.race([
      wait(fresh).catch(() => undefined),
      waitFor(world, `message:${source.id}`, edited, timeoutMs, interaction.name).catch(
        () => undefined,
      ),
    ]);
    return result(message ?? source, message !== undefined);
  }

  async function botAnswer(to: Message, sentAt: number, timeoutMs = 30_000): Promise<Reply> {
    const isAnswer = (message: Message): boolean =>
      message.author === world.bot &&
      !message.deleted &&
      (message.repliesTo === to || (!channel.guild && BigInt(message.id) > BigInt(to.id)));
    const message = await waitFor(
      world,
      `channel:${channel.id}`,
      () => [...world.messages.values()].reverse().find(isAnswer),
      timeoutMs,
      `an answer to "${to.body.content}"`,
    );
    return replyOf(world, message, sentAt);
  }

  const person: Person = {
    ...sender,
    send,
    async slash(command, inputs, how = {}) {
      return answered(send(command, inputs, how), how.timeoutMs);
    },

    async autocomplete(command, focused, typed, others = {}) {
      const [name = '', ...path] = command.split(' ');
      const definition = offered(name, ApplicationCommandType.ChatInput, false);
      const { options } = buildOptions(
        definition,
        path,
        { ...others, [focused]: typed },
        () => '',
        true,
      );
      markFocused(options, focused);
      const data = { id: definition.id, name, type: definition.type, options };
      const interaction = dispatch('autocomplete', `/${command} ${focused}`, data);
      await acknowledged(interaction);
      const at = interaction.acknowledged?.at ?? world.now();
      return { choices: interaction.choices ?? [], ms: at - interaction.sentAt };
    },

    async press(on, which, how = {}) {
      const message = 'body' in on ? on : on.message;
      if (message.onlyFor !== undefined && message.onlyFor !== user.id) {
        throw new Error(`${user.username} doesn't see that message`);
      }
      if (message.deleted) throw new Error('that message is gone');
      const button = replyOf(world, message, 0).button(which);
      if (button.disabled || button.customId === undefined) {
        throw new Error(`"${which}" can't be pressed`);
      }
      return pressed(message, button.customId, how.timeoutMs);
    },

    async choose(on, option, how = {}) {
      const message = 'body' in on ? on : on.message;
      const menus = (message.body.components as unknown as readonly Json[])
        .flatMap(({ components }) => components as readonly Json[])
        .filter(({ type }) => type === ComponentType.StringSelect);
      for (const { custom_id: customId, options } of menus) {
        const found = (options as readonly Json[]).find(({ label }) =>
          String(label).includes(option),
        );
        if (found) {
          return pressed(message, String(customId), how.timeoutMs, [String(found['value'])]);
        }
      }
      throw new Error(`no menu offers "${option}"`);
    },

    forge(customId, how = {}) {
      const button = {
        type: ComponentType.Button as const,
        style: ButtonStyle.Secondary as const,
        label: 'forged',
        custom_id: customId,
      };
      const components = [{ type: ComponentType.ActionRow as const, components: [button] }];
      const source = createMessage(world, {
        channel,
        author: world.bot,
        body: { ...EMPTY_BODY, content: 'forged', components },
        allowedMentions: { parse: [] },
      });
      return pressed(source, customId, how.timeoutMs);
    },

    async messageCommand(name, target, how = {}) {
      const { unchecked = false, timeoutMs } = how;
      const definition = offered(name, ApplicationCommandType.Message, unchecked);
      const interaction = dispatch('command', name, {
        id: definition.id,
        name,
        type: definition.type,
        target_id: target.id,
        resolved: { messages: { [target.id]: messagePayload(target) } },
      });
      return answered(interaction, timeoutMs);
    },

    say(content, { repliesTo, files = [] } = {}) {
      return createMessage(world, {
        channel,
        author: user,
        body: { ...EMPTY_BODY, content },
        attachments: files.map(upload),
        repliesTo,
      });
    },

    mention: (question, how) => person.ask(`<@${world.bot.id}> ${question}`, how),

    async ask(content, { repliesTo, timeoutMs } = {}) {
      const sentAt = world.now();
      const message = person.say(content, repliesTo ? { repliesTo } : {});
      return botAnswer(message, sentAt, timeoutMs);
    },
  };
  return person;
}

function markFocused(options: readonly Json[], name: string): void {
  for (const option of options) {
    if (option['name'] === name) option['focused'] = true;
    markFocused(optionsOf(option), name);
  }
}
