import { GatewayIntentBits } from 'discord.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { copyOf, launchBot, newsdesk, removeFolder, runProgram, startBot } from '../support/bot.js';
import { startDiscord, type Discord } from '../support/discord/discord.js';
import { shardOf } from '../support/discord/snowflake.js';
import { makeToken } from '../support/discord/world.js';
import { sampleData } from '../support/stage.js';

let dataDir: string;
let discord: Discord;

beforeAll(async () => {
  dataDir = copyOf(await sampleData());
});

afterAll(() => {
  removeFolder(dataDir);
});

beforeEach(async () => {
  discord = await startDiscord();
});

afterEach(async () => {
  await discord.close();
});

describe('a start that cannot succeed ends with 1 and one line', () => {
  test('a wrong token, which is never printed', async () => {
    const wrong = makeToken('123456789012345678');
    const { code, stdout, stderr } = await launchBot(discord, {
      dataDir,
      env: { DISCORD_TOKEN: wrong },
    }).finished;
    expect(code).toBe(1);
    const lines = stderr
      .trim()
      .split('\n')
      .filter((line) => !line.startsWith('{'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/DISCORD_TOKEN.*discord\.com\/developers.*Reset Token/);
    for (const part of [wrong, ...wrong.split('.')]) expect(stdout + stderr).not.toContain(part);
    expect(discord.requests.length).toBeLessThan(5);
  });

  test('a token with spaces or quotes', async () => {
    const token = '"my secret token"';
    const { code, stdout, stderr } = await launchBot(discord, {
      dataDir,
      env: { DISCORD_TOKEN: token },
    }).finished;
    expect(code).toBe(2);
    expect(stdout + stderr).not.toContain('secret');
    expect(stderr).toContain('DISCORD_TOKEN');
  });

  test('a server that the bot is not in', async () => {
    const { code, stderr } = await launchBot(discord, {
      dataDir,
      env: { DISCORD_GUILD_ID: '123456789012345678' },
    }).finished;
    expect(code).toBe(1);
    expect(stderr.trim().split('\n').at(-1)).toMatch(/invite|access|server/i);
  });
});

describe('registration', () => {
  test('writes once, and nothing where nothing differs', async () => {
    const bot = await startBot(discord, { dataDir });
    await bot.stop();
    const { writes } = discord.world.commands;
    expect(writes).toBeGreaterThan(0);
    const again = await startBot(discord, { dataDir });
    await again.stop();
    expect(discord.world.commands.writes).toBe(writes);
    expect(discord.takeViolations()).toEqual([]);
  });

  test('removes what is no longer there and mends what differs, and nothing else', async () => {
    await (await startBot(discord, { dataDir })).stop();
    const scope = discord.world.commands.scope();
    const ids = new Map(scope.list().map(({ name, id }) => [name, id]));
    scope.put({ name: 'old', description: 'From an older version', type: 1 });
    scope.edit(ids.get('help') ?? '', { description: 'changed by hand' });
    await (await startBot(discord, { dataDir })).stop();
    expect(new Map(scope.list().map(({ name, id }) => [name, id]))).toEqual(ids);
    expect(scope.get(ids.get('help') ?? '')?.['description']).not.toBe('changed by hand');
  });

  test('in one server only where that is set', async () => {
    const guild = discord.addGuild();
    const bot = await startBot(discord, { dataDir, env: { DISCORD_GUILD_ID: guild.id } });
    const member = discord.person({ guild });
    expect((await member.slash('help')).text).toContain('Newsdesk');
    await bot.stop();
    expect(discord.world.commands.scope().list()).toEqual([]);
    expect(discord.world.commands.scope(guild.id).list().length).toBeGreaterThan(5);
  });

  test('offers every command of the table, admin commands in servers and to managers alone', async () => {
    await (await startBot(discord, { dataDir })).stop();
    const commands = discord.world.commands.scope().list();
    expect(commands.map(({ name }) => name).sort()).toEqual(
      ['Add to Newsdesk', 'article', 'articles', 'ask', 'help', 'search', 'unanswered'].sort(),
    );
    for (const { name, ...command } of commands) {
      const forManagers = ['Add to Newsdesk', 'article', 'unanswered'].includes(name);
      expect(command['contexts']).toEqual(forManagers ? [0] : [0, 1]);
      expect(command['default_member_permissions']).toBe(forManagers ? '32' : null);
      for (const locale of ['de', 'fr', 'es-ES', 'ru']) {
        expect(command['name_localizations']).toHaveProperty(locale);
      }
    }
  });

  test('"newsdesk register" says what it would do, and does it', async () => {
    const register = async (...args: string[]) => {
      const { code, stdout, stderr } = await runProgram(['register', '--json', ...args], {
        dataDir,
        env: { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl },
      }).finished;
      expect(code, stderr).toBe(0);
      return JSON.parse(stdout) as Record<string, string[]>;
    };
    const planned = await register('--dry-run');
    expect(planned['created']).toHaveLength(7);
    expect(discord.world.commands.writes).toBe(0);
    expect(await register()).toEqual(planned);
    const then = await register();
    expect(then['created']).toEqual([]);
    expect(then['unchanged']).toHaveLength(7);
  });
});

test('asks for no privileged intent', async () => {
  const bot = await startBot(discord, { dataDir });
  const [session] = [...discord.gateway.sessions.values()];
  expect(session?.intents).toBe(
    GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessages | GatewayIntentBits.DirectMessages,
  );
  await bot.stop();
});

test('the heartbeat is kept while it answers', async () => {
  const quick = await startDiscord({ heartbeatMs: 500 });
  const guild = quick.addGuild();
  const bot = await startBot(quick, { dataDir });
  const person = quick.person({ guild });
  const until = performance.now() + 3000;
  while (performance.now() < until) {
    await person.slash('ask', { question: 'Who led the repairs of the Kelvin Bridge?' });
  }
  expect(quick.takeViolations()).toEqual([]);
  expect(quick.gateway.counts).toEqual({ identified: 1, resumed: 0 });
  await bot.stop();
  await quick.close();
});

test('two shards serve their own servers, and direct messages', { timeout: 90_000 }, async () => {
  const guilds = Array.from({ length: 6 }, () => discord.addGuild());
  const bot = await startBot(discord, { dataDir, env: { NEWSDESK_SHARDS: '2' } });
  await expect.poll(() => discord.gateway.sessions.size, { timeout: 60_000 }).toBe(2);
  const people = [discord.person(), ...guilds.map((guild) => discord.person({ guild }))];
  for (const person of people) {
    const reply = await person.slash('ask', { question: 'How much did the repairs cost?' });
    expect(reply.text).toContain('12.4');
  }
  const { code } = await bot.stop();
  expect(code).toBe(0);
  expect(discord.takeViolations()).toEqual([]);
});

test(
  'two shards keep a conversation each, and take up what is replied to',
  { timeout: 90_000 },
  async () => {
    const guilds = Array.from({ length: 8 }, () => discord.addGuild());
    const first = guilds.find(({ id }) => shardOf(id, 2) === 0);
    const second = guilds.find(({ id }) => shardOf(id, 2) === 1);
    if (first === undefined || second === undefined) throw new Error('No servers on both shards');
    const env = { NEWSDESK_SHARDS: '2', NEWSDESK_COOLDOWN_SECONDS: '0' };
    const bot = await startBot(discord, { dataDir, env });
    await expect.poll(() => discord.gateway.sessions.size, { timeout: 60_000 }).toBe(2);
    const anna = discord.person({ guild: first });
    const ben = discord.person({ guild: second });
    const bridge = await anna.mention('Who led the repairs of the Kelvin Bridge?');
    const lighthouse = await ben.mention('Who kept the lighthouse at Skerry Point?');
    expect((await anna.mention('When did it crack?')).text).toContain('2021');
    expect((await ben.mention('When did she move in?')).text).toContain('1989');

    // Who asks has said nothing before: it is in the journal that both shards share.
    const name = `<@${discord.world.bot.id}>`;
    const sure = `${name} are you sure?`;
    const other = discord.person({ guild: first });
    const again = await other.ask(sure, { repliesTo: bridge.message });
    expect(again.text).toContain('Marta Vogel');
    const another = discord.person({ guild: second });
    const too = await another.ask(sure, { repliesTo: lighthouse.message });
    expect(too.text).toContain('Ingrid Halvorsen');
    const newcomer = await discord.person({ guild: second }).mention('are you sure?');
    expect(newcomer.text).not.toMatch(/Halvorsen|Vogel/);
    expect((await bot.stop()).code).toBe(0);
    expect(discord.takeViolations()).toEqual([]);
  },
);

test(
  'shards that two machines are set to share serve all servers',
  { timeout: 90_000 },
  async () => {
    const guilds = Array.from({ length: 6 }, () => discord.addGuild());
    const other = copyOf(dataDir);
    const first = await startBot(discord, { dataDir, env: { NEWSDESK_SHARDS: '0/2' } });
    const second = launchBot(discord, { dataDir: other, env: { NEWSDESK_SHARDS: '1/2' } });
    await expect.poll(() => discord.gateway.sessions.size, { timeout: 60_000 }).toBe(2);
    const shards = [...discord.gateway.sessions.values()].map(({ shard }) => shard);
    expect(shards).toEqual([
      [0, 2],
      [1, 2],
    ]);
    await expect.poll(second.output, { timeout: 20_000 }).toContain('Shard is ready');
    for (const person of guilds.map((guild) => discord.person({ guild }))) {
      const reply = await person.slash('ask', { question: 'How much did the repairs cost?' });
      expect(reply.text).toContain('12.4');
    }
    second.child.kill('SIGTERM');
    expect((await second.finished).code).toBe(0);
    expect((await first.stop()).code).toBe(0);
    expect(discord.takeViolations()).toEqual([]);
    removeFolder(other);
  },
);

test('the version is the same everywhere', async () => {
  const { code, stdout } = await newsdesk(dataDir, '--version');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});
