import { NewsdeskError } from '../../errors.js';
import type { Problem } from '../../store/store.js';
import type { Session } from '../session.js';
import { FAILED, type Subcommand } from '../subcommand.js';
import { count, plainLine } from '../text.js';

interface Verdict {
  readonly ok: boolean;
  readonly problems: readonly Problem[];
  /** What `--repair` found and repaired. */
  readonly repaired?: readonly Problem[];
}

export const verify: Subcommand = (program, run) => {
  program
    .command('verify')
    .description('check every offset, hash, vector, count and index file')
    .option('--repair', 'make again what can be made from the articles')
    .action(({ repair }: { repair?: true }) =>
      run(async (session) => {
        const verdict = await check(session, repair === true);
        session.output.result(verdict, () => verdictView(verdict));
        return verdict.ok ? undefined : FAILED;
      }),
    );
};

async function check(session: Session, repair: boolean): Promise<Verdict> {
  try {
    const newsdesk = await session.open();
    const found = await newsdesk.verify(false);
    if (!repair) return { ok: found.length === 0, problems: found };
    if (found.length === 0) return { ok: true, problems: [], repaired: [] };
    await newsdesk.verify(true);
    // What was embedded again after the repair is seen only by a new look.
    const problems = await newsdesk.verify(false);
    const left = new Set(problems.map(({ message }) => message));
    const repaired = found.filter(({ message }) => !left.has(message));
    return { ok: problems.length === 0, problems, repaired };
  } catch (error) {
    if (!(error instanceof NewsdeskError) || error.code !== 'store-corrupt') throw error;
    return { ok: false, problems: [{ code: error.code, message: error.message }] };
  }
}

function verdictView({ ok, problems, repaired = [] }: Verdict): string {
  const lines = repaired.map(({ message }) => `repaired: ${plainLine(message)}`);
  if (ok) return [...lines, 'Everything is in order.'].join('\n');
  const found = problems.map(({ code, message }) => `${code}: ${plainLine(message)}`);
  const advice = `${count(problems.length, 'problem')}. "newsdesk verify --repair" makes again all that can be made from the articles.`;
  return [...lines, ...found, advice].join('\n');
}
