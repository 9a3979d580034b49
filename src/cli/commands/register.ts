import { InvalidArgumentError, Option } from 'commander';
import type { RegisterReport } from '../../discord/register.js';
import { NewsdeskError } from '../../errors.js';
import { isSnowflake } from '../../text/snowflake.js';
import type { Subcommand } from '../subcommand.js';
import { pairs } from '../text.js';

interface Options {
  readonly guild?: string;
  readonly dryRun?: true;
}

export const register: Subcommand = (program, run) => {
  program
    .command('register')
    .description('put the slash commands in place on Discord where they differ')
    .addOption(
      new Option('--guild <id>', 'in this server only, where they show up at once').argParser(
        guildId,
      ),
    )
    .option('--dry-run', 'say what would be written, and write nothing')
    .action(({ guild, dryRun }: Options) =>
      run(async (session) => {
        const { discord } = session.config;
        if (discord.token === undefined) throw new NewsdeskError('discord-token-missing');
        const { registerCommands } = await import('../../discord/register.js');
        const { definitions } = await import('../../../commands/index.js');
        const report = await registerCommands({
          definitions,
          token: discord.token,
          clientId: discord.clientId,
          guildId: guild ?? discord.guildId,
          apiUrl: discord.apiUrl,
          dryRun,
          log: session.log('error'),
        });
        session.output.done(report, () => reportView(report));
        return undefined;
      }),
    );
};

function guildId(value: string): string {
  if (isSnowflake(value)) return value;
  throw new InvalidArgumentError('Give the digits that Discord shows with "Copy Server ID".');
}

function reportView({ created, updated, deleted, unchanged }: RegisterReport): string {
  const names = (list: readonly string[]): string => list.join(', ') || '-';
  return pairs([
    ['Created', names(created)],
    ['Updated', names(updated)],
    ['Deleted', names(deleted)],
    ['Unchanged', names(unchanged)],
  ]);
}
