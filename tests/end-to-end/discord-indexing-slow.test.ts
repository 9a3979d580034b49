import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generateArticles } from '../support/articles.js';
import { removeFolder, runProgram, temporaryFolder } from '../support/bot.js';
import type { Reply } from '../support/discord/discord.js';
import { startStage } from '../support/stage.js';

const MINUTES = 60_000;
const MEGABYTE = 1_000_000;
const KNOWN = [
  ['Who led the repairs of the Kelvin Bridge?', 'Marta Vogel'],
  ['Who kept the lighthouse at Skerry Point?', 'Ingrid Halvorsen'],
  ['Where will Putin stay in Pyongyang?', 'Kumsusan'],
] as const;

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Infinity;
}

test(
  'while another process indexes 1 MB, questions are acknowledged and answered; then from it, too',
  { timeout: 10 * MINUTES },
  async () => {
    const stage = await startStage();
    const { discord, dataDir } = stage;
    const { folder, facts } = generateArticles(join(temporaryFolder(), 'generated'), MEGABYTE);
    const indexing = runProgram(['index', folder, '--json'], { dataDir });
    let running = true;
    void indexing.finished.then(() => (running = false));

    const replies: { readonly reply: Reply; readonly expected: string }[] = [];
    const guilds = Array.from({ length: 3 }, () => discord.addGuild());
    const asker = async (index: number): Promise<void> => {
      for (let turn = index; running; turn++) {
        const [question, expected] = KNOWN[turn % KNOWN.length] ?? KNOWN[0];
        const guild = guilds[turn % guilds.length];
        const person = discord.person(guild ? { guild } : {});
        replies.push({ reply: await person.slash('ask', { question }), expected });
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
    };
    await Promise.all([asker(0), asker(1)]);
    const { code, stderr } = await indexing.finished;
    const ended = performance.now();
    expect(code, stderr).toBe(0);

    for (const { reply, expected } of replies) {
      expect(reply.text.replaceAll('_', '')).toContain(expected);
    }
    const acknowledged = replies.map(({ reply }) => reply.acknowledgedInMs ?? Infinity);
    const visible = replies.map(({ reply }) => reply.visibleInMs);
    expect(replies.length).toBeGreaterThan(50);
    expect(quantile(acknowledged, 0.99)).toBeLessThanOrEqual(1000);
    expect(quantile(visible, 0.95)).toBeLessThanOrEqual(2500);

    // Without a restart: the bot sees a new generation of the index within two seconds.
    const last = facts.at(-1);
    const ask = async () =>
      (await stage.member.slash('ask', { question: last?.question ?? '' })).text.replaceAll(
        '_',
        '',
      );
    await expect.poll(ask, { timeout: 5000 }).toContain(last?.answer);
    expect(performance.now() - ended).toBeLessThan(4000);
    for (const fact of facts.slice(0, 10)) {
      const reply = await stage.member.slash('ask', { question: fact.question });
      expect(reply.text.replaceAll('_', '')).toContain(fact.answer);
    }
    expect(discord.takeViolations()).toEqual([]);
    await stage.end();
    removeFolder(folder);
  },
);
