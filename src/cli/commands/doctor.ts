import type { Finding } from '../../finding.js';
import type { Style } from '../style.js';
import { FAILED, type Subcommand } from '../subcommand.js';
import { count, plainLine } from '../text.js';

export const doctor: Subcommand = (program, run) => {
  program
    .command('doctor')
    .description('check everything that Newsdesk needs, and say what to do if something is wrong')
    .action(() =>
      run(async (session) => {
        const { config, output } = session;
        const { examine } = await import('../../health/doctor/index.js');
        const { checkDiscord } = await import('../../discord/check-up.js');
        const findings = [...(await examine(config)), ...(await checkDiscord(config.discord))];
        const faults = findings.filter(({ level }) => level === 'fault').length;
        const value = { ok: faults === 0, findings };
        output.result(value, () => findingsView(findings, faults, output.style));
        return faults === 0 ? undefined : FAILED;
      }),
    );
};

function findingsView(findings: readonly Finding[], faults: number, style: Style): string {
  const lines = findings.map(({ subject, level, message }) => {
    const mark = level === 'ok' ? 'ok' : level.toUpperCase();
    return `${mark.padEnd(7)}  ${style.bold(subject)}: ${plainLine(message)}`;
  });
  const end = faults === 0 ? 'Nothing stands in the way.' : `${count(faults, 'fault')} to see to.`;
  return [...lines, '', end].join('\n');
}
