import {
  ActivityType,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  Client,
  DiscordAPIError,
  Events,
  GatewayIntentBits,
  InteractionContextType,
  MessageFlags,
  Partials,
  PermissionFlagsBits,
  type ApplicationCommandDataResolvable,
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type InteractionReplyOptions,
  type Message,
  type MessageContextMenuCommandInteraction,
} from 'discord.js';
import { WebSocket } from 'ws';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startDiscord, type Discord, type Guild, type Person } from '../support/discord/discord.js';

/** What a tiny bot does with each thing that reaches it; a test sets what it needs. */
interface Behaviour {
  command?: (interaction: ChatInputCommandInteraction) => Promise<unknown>;
  button?: (interaction: ButtonInteraction) => Promise<unknown>;
  autocomplete?: (interaction: AutocompleteInteraction) => Promise<unknown>;
  menu?: (interaction: MessageContextMenuCommandInteraction) => Promise<unknown>;
  message?: (message: Message) => Promise<unknown>;
}

const COMMANDS: ApplicationCommandDataResolvable[] = [
  {
    name: 'ask',
    description: 'Asks',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'question',
        description: 'What',
        required: true,
        minLength: 3,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'article',
        description: 'Where',
        autocomplete: true,
      },
    ],
  },
  {
    name: 'article',
    description: 'Manages',
    defaultMemberPermissions: PermissionFlagsBits.ManageGuild,
    contexts: [InteractionContextType.Guild],
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'add',
        description: 'Adds',
        options: [
          { type: ApplicationCommandOptionType.Attachment, name: 'file', description: 'A file' },
        ],
      },
    ],
  },
  { name: 'Add it', type: ApplicationCommandType.Message },
];

const QUIET = { allowedMentions: { parse: [] } } as const;

let discord: Discord;
let guild: Guild;
let person: Person;
let client: Client;
let bot: Behaviour;
let failures: unknown[];

function createClient(
  intents = GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessages,
): Client {
  return new Client({
    intents: intents | GatewayIntentBits.DirectMessages,
    partials: [Partials.Channel],
    rest: { api: discord.apiUrl },
  });
}

function run(work: Promise<unknown> | undefined): void {
  work?.catch((error: unknown) => failures.push(error));
}

async function login(): Promise<void> {
  client = createClient();
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isChatInputCommand()) run(bot.command?.(interaction));
    else if (interaction.isButton()) run(bot.button?.(interaction));
    else if (interaction.isAutocomplete()) run(bot.autocomplete?.(interaction));
    else if (interaction.isMessageContextMenuCommand()) run(bot.menu?.(interaction));
  });
  client.on(Events.MessageCreate, (message) => {
    if (!message.author.bot) run(bot.message?.(message));
  });
  const ready = new Promise<void>((resolve) => {
    client.once(Events.ClientReady, () => {
      resolve();
    });
  });
  await client.login(discord.token);
  await ready;
  await client.application?.commands.set(COMMANDS);
}

/** The error that the bot got for what it sent. */
async function refusal(): Promise<DiscordAPIError> {
  await expect.poll(() => failures.length).toBeGreaterThan(0);
  const error = failures.shift();
  if (error instanceof DiscordAPIError) return error;
  throw error;
}

/** Sends a command to a bot that answers with `payload`, which Discord refuses. */
async function refusedReply(payload: unknown): Promise<DiscordAPIError> {
  bot.command = (interaction) => interaction.reply(payload as InteractionReplyOptions);
  person.send('ask', { question: 'what?' });
  return refusal();
}

const button = (custom_id: string, label = 'Press') => ({ type: 2, style: 1, label, custom_id });
const row = (...components: unknown[]) => ({ type: 1, components });
const text = (content: string) => ({ type: 10, content });

beforeEach(async () => {
  discord = await startDiscord();
  guild = discord.addGuild();
  person = discord.person({ guild });
  bot = {};
  failures = [];
  await login();
});

afterEach(async () => {
  await client.destroy();
  await discord.close();
});

describe('a well-behaved bot', () => {
  test('answers a deferred command, and nothing is held against it', async () => {
    bot.command = async (interaction) => {
      await interaction.deferReply();
      await interaction.editReply({ content: 'first', ...QUIET });
      await interaction.editReply({ content: 'second', ...QUIET });
    };

    const reply = await person.slash('ask', { question: 'what?' });
    await reply.until(/second/);

    expect(reply.history).toEqual(['first', 'second']);
    expect(reply.acknowledgedInMs).toBeLessThan(1000);
    expect(reply.ephemeral).toBe(false);
    expect(discord.takeViolations()).toEqual([]);
  });

  test('finds a full interaction: member, permissions, locales, options', async () => {
    let seen: ChatInputCommandInteraction | undefined;
    bot.command = (interaction) => {
      seen = interaction;
      return interaction.reply({ content: 'ok', ...QUIET });
    };
    await person.slash('ask', { question: 'what?', article: 'x' });

    expect(seen?.inCachedGuild()).toBe(true);
    expect(seen?.locale).toBe('en-US');
    expect(seen?.guildLocale).toBe('en-US');
    expect(seen?.options.getString('question', true)).toBe('what?');
    expect(seen?.memberPermissions?.has(PermissionFlagsBits.ManageGuild)).toBe(false);
    expect(seen?.appPermissions.has(PermissionFlagsBits.SendMessages)).toBe(true);
  });

  test('gets an attached file that it can fetch', async () => {
    bot.command = async (interaction) => {
      const file = interaction.options.getAttachment('file', true);
      const content = await (await fetch(file.url)).text();
      await interaction.reply({ content: `${file.name}: ${content}`, ...QUIET });
    };
    const owner = discord.person({ guild, permissions: PermissionFlagsBits.ManageGuild });
    const reply = await owner.slash('article add', { file: { name: 'a b.txt', bytes: 'hello' } });
    expect(reply.text).toBe('a_b.txt: hello');
  });

  test('completes, updates on a button and answers a message command', async () => {
    bot.autocomplete = (interaction) =>
      interaction.respond([{ name: interaction.options.getFocused(), value: 'id' }]);
    bot.command = (interaction) =>
      interaction.reply({ components: [row(button('more'))], ...QUIET } as InteractionReplyOptions);
    bot.button = async (interaction) => {
      await interaction.deferUpdate();
      await interaction.editReply({ content: `pressed ${interaction.customId}`, ...QUIET });
    };
    bot.menu = (interaction) =>
      interaction.reply({
        content: interaction.targetMessage.content,
        flags: MessageFlags.Ephemeral,
        ...QUIET,
      });

    const { choices } = await person.autocomplete('ask', 'article', 'pu', { question: 'what' });
    expect(choices).toEqual([{ name: 'pu', value: 'id' }]);
    const reply = await person.slash('ask', { question: 'what?' });
    await person.press(reply, 'Press');
    expect(reply.text).toBe('pressed more');
    const added = await person.messageCommand('Add it', person.say('a text'));
    expect(added.text).toBe('a text');
    expect(added.ephemeral).toBe(true);
    expect(discord.takeViolations()).toEqual([]);
  });

  test('is sent the text of messages that mention it and of direct ones alone', async () => {
    const heard: string[] = [];
    bot.message = async (message) => {
      heard.push(message.content);
      if (message.content !== '') await message.reply({ content: 'yes', ...QUIET });
    };
    person.say('not for the bot');
    const reply = await person.mention('are you there?');
    const direct = discord.person();
    await direct.ask('hello');

    expect(heard[0]).toBe('');
    expect(heard[1]).toContain('are you there?');
    expect(heard[2]).toBe('hello');
    expect(reply.pings).toEqual([]);
    await person.ask('and then?', { repliesTo: reply.message });
    expect(heard.at(-1)).toBe('and then?');
    expect(discord.takeViolations()).toEqual([]);
  });
});

describe('a message beyond the limits is refused with 50035', () => {
  test.each<[string, unknown, RegExp]>([
    ['2,001 characters', { content: 'x'.repeat(2001) }, /content.*2000 or fewer/s],
    ['a title of 257', { embeds: [{ title: 'x'.repeat(257) }] }, /embeds\[0\]\.title.*256/s],
    [
      '6,001 characters in all embeds',
      { embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2001) }] },
      /embeds\[MAX_EMBED_SIZE_EXCEEDED\]/,
    ],
    [
      'a field without a value',
      { embeds: [{ title: 'a', fields: [{ name: 'a', value: '' }] }] },
      /fields\[0\]\.value/,
    ],
    [
      'six buttons in a row',
      { components: [row(...'abcdef'.split('').map((id) => button(id)))] },
      /components\[0\]\.components.*1 and 5/s,
    ],
    [
      'two buttons of one custom id',
      { components: [row(button('a'), button('a'))] },
      /COMPONENT_CUSTOM_ID_DUPLICATED/,
    ],
    [
      'a label of 81',
      { components: [row(button('a', 'x'.repeat(81)))] },
      /components\[0\]\.components\[0\]\.label/,
    ],
    ['a custom id of 101', { components: [row(button('x'.repeat(101)))] }, /custom_id/],
    [
      'a link button without a link',
      { components: [row({ type: 2, style: 5, label: 'a' })] },
      /url\[BASE_TYPE_REQUIRED\]/,
    ],
    [
      'a link of another scheme',
      { components: [row({ type: 2, style: 5, label: 'a', url: 'file:///etc/passwd' })] },
      /URL_TYPE_INVALID_SCHEME/,
    ],
    ['a text display without the flag', { components: [text('a')] }, /UNION_TYPE_CHOICES/],
    [
      'content beside Components V2',
      { content: 'a', components: [text('a')], flags: MessageFlags.IsComponentsV2 },
      /LEGACY_FIELDS/,
    ],
    [
      '4,001 characters of text',
      {
        components: [text('x'.repeat(4000)), text('y')],
        flags: MessageFlags.IsComponentsV2,
      },
      /TEXT_SIZE_EXCEEDED/,
    ],
    [
      '41 components',
      {
        components: [{ type: 17, components: Array.from({ length: 40 }, () => text('x')) }],
        flags: MessageFlags.IsComponentsV2,
      },
      /TOTAL_COMPONENTS/,
    ],
    ['a flag of another place', { content: 'a', flags: MessageFlags.Urgent }, /flags/],
  ])('%s', async (_, payload, message) => {
    const error = await refusedReply({ ...QUIET, ...(payload as object) });
    expect(error.code).toBe(50035);
    expect(error.message).toMatch(message);
    expect(discord.takeViolations()).toHaveLength(1);
  });

  test('nothing at all is 50006', async () => {
    const error = await refusedReply({ content: ' ', ...QUIET });
    expect(error.code).toBe(50006);
  });
});

describe('the life of an interaction', () => {
  test('four seconds late is 10062', async () => {
    bot.command = (interaction) => interaction.reply({ content: 'late', ...QUIET });
    const interaction = person.send('ask', { question: 'what?' });
    discord.age(interaction, 4000);
    expect(await refusal()).toMatchObject({ status: 404, code: 10062 });
  });

  test('acknowledging twice is 40060', async () => {
    bot.command = async (interaction) => {
      const { id, token } = interaction;
      await interaction.deferReply();
      await client.rest.post(`/interactions/${id}/${token}/callback`, { body: { type: 5 } });
    };
    person.send('ask', { question: 'what?' });
    expect(await refusal()).toMatchObject({ status: 400, code: 40060 });
  });

  test('an edit before the acknowledgement is 10015', async () => {
    bot.command = (interaction) => interaction.webhook.editMessage('@original', 'early');
    person.send('ask', { question: 'what?' });
    expect(await refusal()).toMatchObject({ status: 404, code: 10015 });
  });

  test('a token is good for fifteen minutes, then 50027', async () => {
    bot.command = async (interaction) => {
      await interaction.deferReply();
      discord.age(sent, 15 * 60_000);
      await interaction.editReply({ content: 'late', ...QUIET });
    };
    const sent = person.send('ask', { question: 'what?' });
    expect(await refusal()).toMatchObject({ status: 401, code: 50027 });
  });

  test('private stays private: the first follow-up takes the placeholder', async () => {
    bot.command = async (interaction) => {
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.followUp({ content: 'first', ...QUIET });
      await interaction.followUp({ content: 'second', ...QUIET });
    };
    const reply = await person.slash('ask', { question: 'what?' });
    expect(reply.text).toBe('first');
    expect(reply.ephemeral).toBe(true);
    await expect.poll(() => reply.interaction?.messages.length).toBe(2);
    expect(reply.interaction?.messages[1]?.onlyFor).toBeUndefined();
  });

  test('a public placeholder that goes away makes room for a private word', async () => {
    bot.command = async (interaction) => {
      await interaction.deferReply();
      await interaction.deleteReply();
      await interaction.followUp({ content: 'no', flags: MessageFlags.Ephemeral, ...QUIET });
    };
    const reply = await person.slash('ask', { question: 'what?' });
    expect(reply.ephemeral).toBe(true);
  });

  test('other flags than ephemeral on a defer are refused', async () => {
    bot.command = (interaction) =>
      client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
        body: { type: 5, data: { flags: MessageFlags.IsComponentsV2 } },
      });
    person.send('ask', { question: 'what?' });
    expect(await refusal()).toMatchObject({ code: 50035 });
  });

  test('more than 25 choices, an empty one or a defer refuse an autocomplete', async () => {
    const choice = (name: string) => ({ name, value: name });
    bot.autocomplete = (interaction) =>
      interaction.respond(Array.from({ length: 26 }, (_, index) => choice(String(index))));
    await expect(person.autocomplete('ask', 'article', 'x')).rejects.toThrow('did not respond');
    expect(await refusal()).toMatchObject({ code: 50035 });
  });

  test('no answer in three seconds is what a person is told', async () => {
    await expect(person.slash('ask', { question: 'what?' })).rejects.toThrow('did not respond');
  });
});

describe('mentions', () => {
  test('ping unless they are forbidden, and leaving that open is noted', async () => {
    const content = `@everyone <@${person.user.id}>`;
    bot.command = (interaction) => interaction.reply({ content });
    const loud = await person.slash('ask', { question: 'what?' });
    expect(loud.pings).toEqual(['everyone', person.user.id]);
    expect(discord.takeViolations()).toEqual([
      { what: 'allowed_mentions is missing', request: 'reply' },
    ]);
    bot.command = (interaction) => interaction.reply({ content, ...QUIET });
    expect((await person.slash('ask', { question: 'what?' })).pings).toEqual([]);
  });
});

describe('commands', () => {
  test.each<[string, unknown, RegExp]>([
    ['capitals in a name', { name: 'Ask', description: 'a' }, /APPLICATION_COMMAND_INVALID_NAME/],
    ['101 characters of description', { name: 'a', description: 'x'.repeat(101) }, /1 and 100/],
    ['an unknown locale', { name: 'a', description: 'a', name_localizations: { xx: 'a' } }, /xx/],
    [
      'a required option last',
      {
        name: 'a',
        description: 'a',
        options: [
          { type: 3, name: 'a', description: 'a' },
          { type: 3, name: 'b', description: 'b', required: true },
        ],
      },
      /REQUIRED_INVALID/,
    ],
    [
      'more than 8,000 characters',
      {
        name: 'a',
        description: 'a',
        options: Array.from({ length: 4 }, (_, index) => ({
          type: 3,
          name: `o${index}`,
          description: 'x'.repeat(100),
          choices: Array.from({ length: 25 }, (__, choice) => ({
            name: `${choice}`.padEnd(80, 'x'),
            value: `${choice}`,
          })),
        })),
      },
      /TOO_LARGE/,
    ],
  ])('%s is refused', async (_, definition, message) => {
    const route = `/applications/${discord.world.applicationId}/commands` as const;
    await expect(client.rest.put(route, { body: [definition] })).rejects.toThrow(message);
    expect(discord.takeViolations()).toHaveLength(1);
  });

  test('keep their ids where they are put again, and go where they are left out', async () => {
    const before = discord.world.commands.scope().list();
    await client.application?.commands.set(COMMANDS.slice(0, 1));
    const after = discord.world.commands.scope().list();
    expect(after.map(({ id }) => id)).toEqual([before[0]?.id]);
  });

  test('are not offered to whom they are not for', async () => {
    const inDirect = discord.person();
    const file = { file: { name: 'a', bytes: 'a' } };
    await expect(person.slash('article add', file)).rejects.toThrow('not offered');
    await expect(inDirect.slash('article add', file)).rejects.toThrow('not offered');
    await expect(person.slash('ask', { question: 'x' })).rejects.toThrow('3 to');
  });
});

describe('REST', () => {
  test('429 and 500 pass by themselves with a client that waits', async () => {
    bot.command = async (interaction) => {
      await interaction.deferReply();
      await interaction.editReply({ content: 'done', ...QUIET });
    };
    discord.faults.add({ method: 'PATCH', path: /@original/, times: 1, status: 429 });
    discord.faults.add({ method: 'PATCH', path: /@original/, times: 1, status: 500 });
    const reply = await person.slash('ask', { question: 'what?' });
    expect(reply.text).toBe('done');
    expect(reply.visibleInMs).toBeGreaterThan(900);
    expect(discord.faults.hits()).toBe(2);
    expect(discord.takeViolations()).toEqual([]);
  });

  test('a burst beyond the limit is 429 with Retry-After and the bucket', async () => {
    const url = `${discord.apiUrl}/v10/channels/${guild.channelId}/messages`;
    const post = () =>
      fetch(url, {
        method: 'POST',
        headers: {
          authorization: `Bot ${discord.token}`,
          'content-type': 'application/json',
          'user-agent': 'DiscordBot (test, 1)',
        },
        body: JSON.stringify({ content: 'a', allowed_mentions: { parse: [] } }),
      });
    const answers = await Promise.all(Array.from({ length: 6 }, post));
    const refused = answers.find(({ status }) => status === 429);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(5);
    expect(refused?.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await refused?.json()).toMatchObject({ global: false });
    expect(answers[0]?.headers.get('x-ratelimit-bucket')).toMatch(/^[0-9a-f]{32}$/);
  });

  test('a channel that the bot may not see, or not write in', async () => {
    guild.botPermissions = 0n;
    const post = () => client.rest.post(`/channels/${guild.channelId}/messages`, { body: {} });
    await expect(post()).rejects.toMatchObject({ status: 403, code: 50001 });
    guild.botPermissions = PermissionFlagsBits.ViewChannel;
    await expect(post()).rejects.toMatchObject({ status: 403, code: 50013 });
  });

  test('a wrong token, an unknown route and another version', async () => {
    const get = async (path: string, token: string) => {
      const headers = { authorization: token, 'user-agent': 'DiscordBot (test, 1)' };
      const response = await fetch(`${discord.apiUrl}${path}`, { headers });
      return [response.status, await response.json()];
    };
    const unauthorized = [401, { message: '401: Unauthorized', code: 0 }];
    expect(await get('/v10/users/@me', 'Bot wrong')).toEqual(unauthorized);
    expect(await get('/v10/nothing', 'Bot wrong')).toMatchObject([404, { code: 0 }]);
    expect(await get('/v8/users/@me', 'Bot wrong')).toMatchObject([400, { code: 50041 }]);
  });
});

describe('the gateway', () => {
  const answers = async () => {
    bot.command = (interaction) => interaction.reply({ content: 'here', ...QUIET });
    const reply = await person.slash('ask', { question: 'what?' });
    return reply.text;
  };

  test('is resumed after a drop, with what was missed in between', async () => {
    bot.command = (interaction) => interaction.reply({ content: 'here', ...QUIET });
    discord.gateway.drop();
    const reply = await person.slash('ask', { question: 'what?' });
    expect(reply.text).toBe('here');
    expect(discord.gateway.counts).toEqual({ identified: 1, resumed: 1 });
  });

  test('is resumed when it asks for a reconnect', async () => {
    discord.gateway.askToReconnect();
    await expect.poll(() => discord.gateway.counts.resumed).toBe(1);
    expect(await answers()).toBe('here');
  });

  test('is identified anew after an invalid session', async () => {
    discord.gateway.invalidate();
    await expect.poll(() => discord.gateway.counts.identified, { timeout: 10_000 }).toBe(2);
    expect(await answers()).toBe('here');
  });

  test('closes on intents that were not granted', async () => {
    const other = createClient(GatewayIntentBits.MessageContent);
    await expect(other.login(discord.token)).rejects.toThrow(/disallowed intents/i);
    await other.destroy();
    expect(discord.takeViolations()[0]?.what).toContain('4014');
  });

  test('records the presence and judges it', () => {
    client.user?.setPresence({
      activities: [{ name: 'x', state: '7 articles', type: ActivityType.Custom }],
    });
    return expect.poll(() => discord.presence()).toBe('7 articles');
  });
});

test('a client that beats is left alone, and one that is blocked is closed', async () => {
  const quick = await startDiscord({ heartbeatMs: 150 });
  const beating = new Client({ intents: GatewayIntentBits.Guilds, rest: { api: quick.apiUrl } });
  await beating.login(quick.token);
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(quick.takeViolations()).toEqual([]);
  await beating.destroy();
  const silent = new WebSocket(`${quick.apiUrl.replace('http', 'ws')}/?v=10&encoding=json`);
  const code = await new Promise((resolve) => {
    silent.onclose = (event) => {
      resolve(event.code);
    };
  });
  expect(code).toBe(4009);
  await quick.close();
});
