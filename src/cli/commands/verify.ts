import { Command } from 'commander';
import { NewsdeskError } from '../../errors.js';
import type { Problem } from '../../store/store.js';
import type { Cli } from '../cli.js';
import { count } from '../layout.js';
import { printableLine } from '../printable.js';
import type { Runner } from '../program.js';

export function verifyCommand(run: Runner): Command {
  return new Command('verify')
    .description('Check every offset, hash, vector and count, and the vector index.')
    .option('--repair', 'make anew what follows from the articles')
    .action(
      run(async (cli, { repair }: { readonly repair?: boolean }) => {
        const { problems, repaired } = await check(cli, repair === true);
        const ok = problems.length === 0;
        const value = { ok, problems };
        cli.output.result(repair === true ? { ...value, repaired } : value, () =>
          [
            ...repaired.map((problem) => `repaired  ${line(problem)}`),
            ...problems.map((problem) => `problem   ${line(problem)}`),
            ok ? 'Everything is as it should be.' : advice(problems, repair === true),
          ].join('\n'),
        );
        return ok ? 0 : 1;
      }),
    );
}

interface Outcome {
  /** What is wrong in the end. */
  readonly problems: readonly Problem[];
  readonly repaired: readonly Problem[];
}

async function check(cli: Cli, repair: boolean): Promise<Outcome> {
  try {
    return await cli.withNewsdesk(async (newsdesk) => {
      const found = await newsdesk.verify(false);
      if (!repair || found.length === 0) return { problems: found, repaired: [] };
      await newsdesk.verify(true);
      const problems = await newsdesk.verify(false);
      const left = new Set(problems.map(({ message }) => message));
      return { problems, repaired: found.filter(({ message }) => !left.has(message)) };
    });
  } catch (error) {
    // A database that can't even be opened is what this command is there to find.
    if (!(error instanceof NewsdeskError) || error.code !== 'store-corrupt') throw error;
    return { problems: [{ code: error.code, message: error.message }], repaired: [] };
  }
}

function line({ code, message }: Problem): string {
  return `${code}: ${printableLine(message)}`;
}

function advice(problems: readonly Problem[], repaired: boolean): string {
  const found = `${count(problems.length, 'problem')}.`;
  return repaired
    ? `${found} Bring back a copy with "newsdesk restore FILE", or index the articles again.`
    : `${found} "newsdesk verify --repair" mends what follows from the articles.`;
}
