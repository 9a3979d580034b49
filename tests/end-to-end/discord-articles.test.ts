import { epubOf } from '../articles/kinds/samples.js';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { newsdeskJson } from '../support/bot.js';
import type { Guild, Person } from '../support/discord/discord.js';
import { managerOf, startStage, type Stage } from '../support/stage.js';

const GLACIER = `# The glacier of Hvitdal

The glacier of Hvitdal was first measured by the surveyor Sigrun Lund in 1931. She walked its whole length in six days with two mules.

Since then it has become nine hundred metres shorter. A hut for walkers was built beside it in 1978.
`;
/** A picture of one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const WHO_MEASURED = 'Who first measured the glacier of Hvitdal?';

let stage: Stage;
let site: Server;
let page: string;
let address: string;

beforeAll(async () => {
  site = createServer((request, response) => {
    if (request.url !== '/orchard') response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  }).listen(0, '127.0.0.1');
  await once(site, 'listening');
  address = `http://127.0.0.1:${(site.address() as AddressInfo).port}/orchard`;
  stage = await startStage({ env: { NEWSDESK_ALLOW_PRIVATE_URLS: 'true' } });
});

afterEach(() => {
  expect(stage.discord.takeViolations()).toEqual([]);
});

afterAll(async () => {
  await stage.end();
  site.close();
});

function newServer(): { readonly guild: Guild; readonly manager: Person; readonly member: Person } {
  const guild = stage.discord.addGuild();
  const member = stage.discord.person({ guild });
  return { guild, manager: managerOf(stage.discord, guild), member };
}

const orchard = (year: number) => `<!doctype html><html><head><title>An orchard</title></head>
<body><nav>Home | News</nav><article><h1>An orchard in Malvern</h1>
<p>The orchard in Malvern was planted by the brothers Tom and Edgar Pratchard in ${year}, on a
slope that had been used for sheep before. It has more than four hundred trees of thirty kinds.</p>
<p>Every autumn the school children of the village pick the apples, and what they cannot eat is
pressed into juice and sold at the Saturday market beside the church.</p></article></body></html>`;

describe('/article add', () => {
  test('takes a file, tells how far it is and what was indexed, privately', async () => {
    const { manager, member } = newServer();
    const file = { name: 'glacier.md', bytes: GLACIER, type: 'text/markdown' };
    const added = await manager.slash('article add', { file });
    await added.until(/Added/);
    expect(added.ephemeral).toBe(true);
    expect(added.text).toContain('The glacier of Hvitdal');
    expect(added.text).toMatch(/\d passages?/);
    expect(added.acknowledgedInMs).toBeLessThan(1000);

    const answer = await member.slash('ask', { question: WHO_MEASURED });
    expect(answer.text).toContain('Sigrun Lund');

    const again = await manager.slash('article add', { file });
    await again.until(/Unchanged/);
  });

  test('shows progress while a long file is embedded', async () => {
    const { manager } = newServer();
    const bytes = Array.from(
      { length: 260 },
      (_, index) =>
        `House number ${index} in Long Street was built for the ${index}th tailor of the town.`,
    ).join('\n\n');
    const added = await manager.slash('article add', { file: { name: 'street.txt', bytes } });
    await added.until(/Added/, 60_000);
    expect(added.history.join('\n')).toMatch(/Embedding \d+ of \d+/);
  });

  test('takes a link, with a title of its own', async () => {
    page = orchard(1951);
    const { manager, member } = newServer();
    const added = await manager.slash('article add', { url: address, title: 'Apples of Malvern' });
    await added.until(/Added/);
    expect(added.text).toContain('Apples of Malvern');
    const answer = await member.slash('ask', { question: 'Who planted the orchard in Malvern?' });
    expect(answer.text).toContain('Edgar Pratchard');
    expect(answer.embeds[0]?.url).toBe(address);
  });

  test.each([
    [{ url: 'not a link' }, 'url-invalid'],
    [{ url: 'file:///etc/passwd' }, 'url-scheme'],
    [{ url: '/etc/passwd' }, 'url-invalid'],
    [{}, 'discord-source-choice'],
    [{ file: { name: 'empty.txt', bytes: '' } }, 'source-empty'],
    [{ file: { name: 'a.txt', bytes: PNG } }, 'source-binary'],
    [{ file: { name: 'a.pdf', bytes: '%PDF-1.4\nbroken' } }, 'pdf-broken'],
    [{ url: 'http://127.0.0.1:9/' }, 'url-'],
  ])('%j is refused in private with a code', async (options, code) => {
    const { manager } = newServer();
    const reply = await manager.slash('article add', options);
    await reply.until(/Code: /);
    expect(reply.text).toContain(`Code: ${code}`);
    expect(reply.ephemeral).toBe(true);
  });

  test('text that is too long is refused with the limit, whatever it comes in', async () => {
    page = `<html><body><article><h1>Salt</h1>${'<p>The barge carried salt to the town of Malvern and coal back to the harbour.</p>'.repeat(8_000)}</article></body></html>`;
    const { manager } = newServer();
    const chapters = Array.from({ length: 2 }, () =>
      '<p>The barge carried salt.</p>'.repeat(15_000),
    );
    const book = { name: 'salt.epub', bytes: epubOf({ chapters }, { deflate: true }) };
    for (const options of [{ url: address }, { file: book }]) {
      const reply = await manager.slash('article add', options);
      await reply.until(/Code: source-text-too-long/, 30_000);
      expect(reply.text).toMatch(/I take 500 thousand at once/);
    }
  });

  test('a page that is not there is said with its status', async () => {
    const reply = await newServer().manager.slash('article add', { url: `${address}-missing` });
    await reply.until(/error 404/);
  });
});

describe('/article remove and refresh', () => {
  test('suggest and change only this server’s own articles', async () => {
    const { manager, member } = newServer();
    const file = { name: 'glacier.md', bytes: GLACIER };
    await (await manager.slash('article add', { file })).until(/Added/);

    const { choices } = await manager.autocomplete('article remove', 'article', '');
    expect(choices.map(({ name }) => name)).toEqual(['The glacier of Hvitdal']);
    const article = String(choices[0]?.value);

    const refreshed = await manager.slash('article refresh', { article });
    await refreshed.until(/Unchanged/);
    expect(refreshed.text).toContain('nothing to fetch');

    const removed = await manager.slash('article remove', { article });
    await removed.until(/Removed/);
    const answer = await member.slash('ask', { question: WHO_MEASURED });
    expect(answer.text).not.toContain('Sigrun');
    const gone = await manager.slash('article remove', { article });
    await gone.until(/discord-article-unknown/);
  });

  test('refresh fetches a link anew', async () => {
    page = orchard(1951);
    const { manager, member } = newServer();
    await (await manager.slash('article add', { url: address })).until(/Added/);
    page = orchard(1963);
    const { choices } = await manager.autocomplete('article refresh', 'article', '');
    const refreshed = await manager.slash('article refresh', {
      article: String(choices[0]?.value),
    });
    await refreshed.until(/Updated/);
    const question = 'When was the orchard in Malvern planted?';
    expect((await member.slash('ask', { question })).text).toContain('1963');
  });

  test('a shared article can be changed by nobody in Discord', async () => {
    const shared = (await newsdeskJson(stage.dataDir, 'list')) as { id: string; title: string }[];
    const article = shared.find(({ title }) => title.includes('Kelvin'))?.id ?? '';
    for (const command of ['article remove', 'article refresh']) {
      const reply = await stage.manager.slash(command, { article });
      await reply.until(/shared by all servers/);
    }
  });
});

describe('the message command', () => {
  test('adds the text, the link or the file of a message', async () => {
    page = orchard(1970);
    const { manager, member } = newServer();
    const text = member.say(GLACIER);
    await (await manager.messageCommand('Add to Newsdesk', text)).until(/Added/);
    expect((await member.slash('ask', { question: WHO_MEASURED })).text).toContain('Sigrun Lund');

    const link = member.say(`Read this: ${address}`);
    const added = await manager.messageCommand('Add to Newsdesk', link);
    await added.until(/Added/);
    expect(added.ephemeral).toBe(true);
    expect(added.text).toContain('orchard');

    const bytes = 'The mill of Dornach was built by the carpenter Emil Rast in 1702.';
    const file = member.say('', { files: [{ name: 'mill.txt', bytes }] });
    await (await manager.messageCommand('Add to Newsdesk', file)).until(/Added/);
    const answer = await member.slash('ask', { question: 'Who built the mill of Dornach?' });
    expect(answer.text).toContain('Emil Rast');
  });

  test('says what a message lacks', async () => {
    const { manager, member } = newServer();
    const reply = await manager.messageCommand('Add to Newsdesk', member.say(''));
    await reply.until(/Code: discord-message-empty/);
  });
});

describe('who may do what', () => {
  test('Manage Server is checked by the bot, whatever the client sent', async () => {
    const { manager, member } = newServer();
    const unchecked = { unchecked: true };
    const file = { name: 'glacier.md', bytes: GLACIER };
    await expect(member.slash('article add', { file })).rejects.toThrow('not offered');
    for (const reply of [
      await member.slash('article add', { file }, unchecked),
      await member.slash('article remove', { article: 'x' }, unchecked),
      await member.slash('article refresh', { article: 'x' }, unchecked),
      await member.slash('unanswered', {}, unchecked),
      await member.messageCommand('Add to Newsdesk', member.say(GLACIER), unchecked),
    ]) {
      expect(reply.text).toMatch(/permission Manage Server.*Code: discord-manager-only/s);
      expect(reply.ephemeral).toBe(true);
    }
    const { choices } = await manager.autocomplete('article remove', 'article', '');
    expect(choices).toEqual([]);
  });

  test('in a direct message nothing can be changed', async () => {
    const person = stage.discord.person({ permissions: 8n });
    const file = { name: 'glacier.md', bytes: GLACIER };
    const reply = await person.slash('article add', { file }, { unchecked: true });
    expect(reply.text).toContain('Code: discord-server-only');
  });

  test('two servers never see each other’s articles', async () => {
    const [first, second] = [newServer(), newServer()];
    const file = { name: 'glacier.md', bytes: GLACIER };
    await (await first.manager.slash('article add', { file })).until(/Added/);
    expect((await first.member.slash('ask', { question: WHO_MEASURED })).text).toContain('Sigrun');

    const { choices } = await first.member.autocomplete('ask', 'article', 'glacier');
    const article = String(choices[0]?.value);
    const { member } = second;
    expect((await member.slash('ask', { question: WHO_MEASURED })).text).not.toContain('Sigrun');
    expect((await member.slash('search', { query: WHO_MEASURED })).text).not.toContain('Sigrun');
    expect((await member.slash('articles')).text).not.toContain('Hvitdal');
    expect((await member.autocomplete('ask', 'article', 'glacier')).choices).toEqual([]);
    const chosen = await member.slash('ask', { question: WHO_MEASURED, article });
    expect(chosen.text).toContain('discord-article-unknown');
    const removed = await second.manager.slash('article remove', { article });
    await removed.until(/discord-article-unknown/);
    expect((await stage.discord.person().slash('articles')).text).not.toContain('Hvitdal');

    // Buttons carry ids of the other server's article: they must not open it here.
    const answer = await first.member.slash('ask', { question: WHO_MEASURED });
    for (const { customId } of answer.buttons) {
      const forged = await member.forge(customId ?? '');
      expect(forged.text).not.toContain('Sigrun');
      expect(forged.text).toContain('Code: ');
    }
  });
});

describe('limits of a server', () => {
  test('are said in the error: how many articles, how much text, how many an hour', async () => {
    const limited = await startStage({
      dataDir: stage.dataDir,
      env: {
        NEWSDESK_SERVER_MAX_ARTICLES: '1',
        NEWSDESK_SERVER_ADDS_PER_HOUR: '3',
        NEWSDESK_COOLDOWN_SECONDS: '2',
      },
    });
    const { manager, member } = limited;
    const add = async (name: string) =>
      manager.slash('article add', { file: { name, bytes: `${GLACIER}\n\nThis is ${name}.` } });
    await (await add('a.md')).until(/Added/);
    await (await add('b.md')).until(/may have 1 articles.*Code: discord-articles-limit/s);
    const { choices } = await manager.autocomplete('article refresh', 'article', '');
    const article = String(choices[0]?.value);
    await (await manager.slash('article remove', { article })).until(/Removed/);
    await (await add('c.md')).until(/Added/);
    const last = await manager.autocomplete('article remove', 'article', '');
    await (
      await manager.slash('article remove', { article: String(last.choices[0]?.value) })
    ).until(/Removed/);
    await (await add('d.md')).until(/Added/);
    const refresh = await manager.autocomplete('article refresh', 'article', '');
    const refused = await manager.slash('article refresh', {
      article: String(refresh.choices[0]?.value),
    });
    await refused.until(/3 articles an hour.*Code: discord-adds-limit/s);

    await member.slash('ask', { question: WHO_MEASURED });
    const hasty = await member.slash('ask', { question: WHO_MEASURED });
    expect(hasty.text).toMatch(/ask again in \d s/);
    expect(hasty.ephemeral).toBe(true);
    expect(limited.discord.takeViolations()).toEqual([]);
    await limited.end();
  });

  test('an addition that fails counts as one that does not', async () => {
    const limited = await startStage({ env: { NEWSDESK_SERVER_ADDS_PER_HOUR: '2' } });
    const add = async (name: string, bytes: string) =>
      limited.manager.slash('article add', { file: { name, bytes } });
    for (const name of ['a.pdf', 'b.pdf']) {
      await (await add(name, '%PDF-1.7 and nothing of one')).until(/Code: (?!discord)/);
    }
    await (await add('c.md', GLACIER)).until(/2 articles an hour.*Code: discord-adds-limit/s);
    await limited.end();
  });

  test('links from Discord never reach private addresses unless the owner allows it', async () => {
    const strict = await startStage();
    for (const url of [address, 'http://localhost/', 'http://[::1]/', 'http://169.254.169.254/']) {
      const reply = await strict.manager.slash('article add', { url });
      await reply.until(/Code: url-private/);
    }
    await strict.end();
  });
});
