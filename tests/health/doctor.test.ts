import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/finding.js';
import { checkData } from '../../src/health/doctor/data.js';
import { checkHttp } from '../../src/health/doctor/http.js';
import { checkDisk, checkNativeModules, checkNode } from '../../src/health/doctor/machine.js';
import { checkModel, checkReader } from '../../src/health/doctor/model.js';
import { checkDiscord } from '../../src/discord/check-up.js';
import { removeTemporaryFolders, runProgram, temporaryFolder } from '../support/bot.js';
import { startDiscord, type Discord } from '../support/discord/discord.js';
import { makeToken } from '../support/discord/world.js';
import { DEFAULT_MODEL_SETTINGS, DEFAULT_READER_SETTINGS } from '../support/model.js';

afterAll(removeTemporaryFolders);

/** The messages of what keeps Newsdesk from working. */
function faults(findings: readonly Finding[]): string[] {
  return findings.flatMap(({ level, message }) => (level === 'fault' ? [message] : []));
}

describe('the doctor finds on the machine', () => {
  it('an old Node', () => {
    expect(checkNode('18.19.0')).toMatchObject({ level: 'fault' });
    expect(checkNode('20.9.0').message).toContain('Install Node 22');
    for (const good of ['20.19.0', '22.1.0', '24.0.0']) expect(checkNode(good).level).toBe('ok');
  });

  it('a native module that was not built', async () => {
    const broken = { 'hnswlib-node': () => Promise.reject(new Error('invalid ELF header\n at x')) };
    const [message] = faults(await checkNativeModules(broken));
    expect(message).toMatch(/hnswlib-node.*\(invalid ELF header\).*npm rebuild hnswlib-node/);
    expect(faults(await checkNativeModules())).toEqual([]);
  });

  it('a full disk', () => {
    expect(checkDisk('/data', 5e6)).toMatchObject({ level: 'fault' });
    expect(checkDisk('/data', 5e8)).toMatchObject({ level: 'warning' });
    expect(checkDisk('/data', 5e9)).toMatchObject({ level: 'ok' });
  });

  it('an address for health that something else has', async () => {
    const other = createServer((_, response) => response.end('hello'));
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    expect(faults([await checkHttp({ host: '127.0.0.1', port })])[0]).toMatch(/NEWSDESK_HTTP/);
    other.close();
    await once(other, 'close');
    expect((await checkHttp({ host: '127.0.0.1', port })).level).toBe('ok');
    expect((await checkHttp(undefined)).level).toBe('ok');
  });
});

describe('the doctor finds of the model', () => {
  const { name } = DEFAULT_MODEL_SETTINGS;
  let dir: string;
  const look = async () =>
    faults(await checkModel({ name, dir, cacheDir: path.join(dir, 'none') }));

  beforeEach(() => {
    dir = path.join(temporaryFolder(), 'models');
    cpSync(DEFAULT_MODEL_SETTINGS.dir, dir, { recursive: true });
  });

  it('nothing where every checksum is right', async () => {
    expect(await look()).toEqual([]);
  });

  it('a file that is missing or empty', async () => {
    truncateSync(path.join(dir, name, 'onnx/model_quantized.onnx'), 0);
    expect((await look())[0]).toMatch(/model_quantized\.onnx.*git checkout -- data\/models/);
  });

  it('a file that is another', async () => {
    writeFileSync(path.join(dir, name, 'tokenizer.json'), '{}');
    expect((await look())[0]).toMatch(/tokenizer\.json.*is not the file/);
  });
});

describe('the doctor finds of the reader', () => {
  it('nothing if it is here or turned off', async () => {
    expect(
      faults([await checkReader(DEFAULT_READER_SETTINGS), await checkReader(undefined)]),
    ).toEqual([]);
  });

  it('that it is missing, and what to do', async () => {
    const nowhere = { name: 'Nobody/none', dir: '/none', cacheDir: '/none' };
    expect(faults([await checkReader(nowhere)])[0]).toMatch(/Nobody\/none.*NEWSDESK_READER=off/);
  });
});

describe('the doctor finds of the data', () => {
  let dataDir: string;
  const look = async () => faults(await checkData(dataDir));

  beforeEach(() => {
    dataDir = path.join(temporaryFolder(), 'index');
    mkdirSync(dataDir);
  });

  function database(change: (sqlite: Database.Database) => void): void {
    const sqlite = new Database(path.join(dataDir, 'newsdesk.sqlite'));
    sqlite.exec('CREATE TABLE articles (number INTEGER PRIMARY KEY, title TEXT)');
    change(sqlite);
    sqlite.close();
  }

  it('nothing where there is none yet, or a whole database', async () => {
    expect(await look()).toEqual([]);
    database(() => undefined);
    expect(await look()).toEqual([]);
    dataDir = path.join(dataDir, 'not', 'yet');
    expect(await look()).toEqual([]);
  });

  it('a folder that is a file', async () => {
    dataDir = path.join(dataDir, 'file');
    writeFileSync(dataDir, '');
    expect((await look())[0]).toContain('is a file');
  });

  it.skipIf(process.getuid?.() === 0)('a folder that may not be written', async () => {
    chmodSync(dataDir, 0o500);
    expect((await look())[0]).toMatch(/can't be written.*chown/);
    chmodSync(dataDir, 0o700);
  });

  it('a database that is damaged', async () => {
    database((sqlite) => {
      const add = sqlite.prepare('INSERT INTO articles (title) VALUES (?)');
      sqlite.transaction(() => {
        for (let row = 0; row < 2000; row++) add.run('a title of some length'.repeat(8));
      })();
    });
    truncateSync(path.join(dataDir, 'newsdesk.sqlite'), 16_384);
    expect((await look())[0]).toMatch(/is damaged .*verify --repair/);
    writeFileSync(path.join(dataDir, 'newsdesk.sqlite'), 'no database at all');
    expect((await look())[0]).toMatch(/is damaged/);
  });

  it('a database of a newer version', async () => {
    database((sqlite) => sqlite.pragma('user_version = 999'));
    expect((await look())[0]).toMatch(/newer Newsdesk.*git pull/);
  });
});

describe('the doctor finds on Discord', () => {
  let discord: Discord;
  beforeEach(async () => {
    discord = await startDiscord();
  });
  afterEach(() => discord.close());

  const LIMITS = { articles: 1, megabytes: 1, addsPerHour: 1 };
  const check = (settings: object = {}) =>
    checkDiscord({
      token: discord.token,
      apiUrl: discord.apiUrl,
      cooldownSeconds: 0,
      serverLimits: LIMITS,
      ...settings,
    });
  const look = async (settings: object = {}) => faults(await check(settings));

  it('nothing where the bot is in a server with what it needs, and writes nothing', async () => {
    discord.addGuild();
    expect(await look()).toEqual([]);
    expect(discord.requests.every(({ method }) => method === 'GET')).toBe(true);
  });

  it('no token, which is no fault: the terminal answers', async () => {
    expect(await check({ token: undefined })).toMatchObject([{ level: 'warning' }]);
  });

  it('a token that is refused, without telling it', async () => {
    const token = makeToken('123456789012345678');
    const [message = ''] = await look({ token });
    expect(message).toMatch(/DISCORD_TOKEN.*Reset Token/);
    expect(message).not.toContain(token);
  });

  it('a network that does not reach Discord', async () => {
    expect((await look({ apiUrl: 'http://127.0.0.1:1/api' }))[0]).toMatch(/can't be reached/);
  });

  it('another application’s id', async () => {
    discord.addGuild();
    expect((await look({ clientId: '123456789012345678' }))[0]).toMatch(/DISCORD_CLIENT_ID/);
  });

  it('a bot that nobody has invited, with the link that does', async () => {
    expect((await look())[0]).toMatch(/in no server.*client_id=\d+&permissions=84992&scope=bot/);
  });

  it('a server that the bot is not in', async () => {
    discord.addGuild();
    expect((await look({ guildId: '123456789012345678' }))[0]).toMatch(/DISCORD_GUILD_ID/);
  });

  it('a permission that it lacks, and where', async () => {
    discord.addGuild().botPermissions = 1024n + 2048n;
    expect((await look())[0]).toMatch(/lacks Embed Links, Read Message History/);
  });
});

it('newsdesk doctor tells all faults at once, and ends with 1', async () => {
  const discord = await startDiscord();
  discord.addGuild().botPermissions = 1024n + 2048n;
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const models = path.join(temporaryFolder(), 'models');
  cpSync(DEFAULT_MODEL_SETTINGS.dir, models, { recursive: true });
  truncateSync(path.join(models, DEFAULT_MODEL_SETTINGS.name, 'onnx/model_quantized.onnx'), 0);
  const dataDir = path.join(temporaryFolder(), 'file');
  writeFileSync(dataDir, '');
  const env = {
    NEWSDESK_MODEL_DIR: models,
    NEWSDESK_READER: 'Nobody/none',
    NEWSDESK_HTTP: `127.0.0.1:${(taken.address() as AddressInfo).port}`,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    DISCORD_CLIENT_ID: '123456789012345678',
    DISCORD_GUILD_ID: '123456789012345679',
  };
  const { code, stdout } = await runProgram(['doctor', '--json'], { dataDir, env }).finished;
  taken.close();
  await discord.close();
  const { ok, findings } = JSON.parse(stdout) as { ok: boolean; findings: Finding[] };
  const told = faults(findings).join('\n');
  for (const part of [
    /model_quantized\.onnx/,
    /Nobody\/none/,
    /is a file/,
    /NEWSDESK_HTTP/,
    /DISCORD_CLIENT_ID/,
    /DISCORD_GUILD_ID/,
    /lacks Embed Links/,
  ]) {
    expect(told).toMatch(part);
  }
  expect({ code, ok }).toEqual({ code: 1, ok: false });
});
