import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Memory of a process that is resident, in 10^6 bytes; 0 if it has ended. */
export function residentMb(pid: number): number {
  // From Linux itself, since small images have no `ps`.
  if (!existsSync('/proc/self/status')) {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)])) / 1000;
  }
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1000;
  } catch {
    return 0;
  }
}

/** The processes that a process has started and that still run; none if that is not Linux. */
export function childrenOf(pid: number): number[] {
  const tasks = `/proc/${pid}/task`;
  try {
    return readdirSync(tasks).flatMap((thread) =>
      readFileSync(`${tasks}/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}

/** Resident memory of a process and all that it started, in 10^6 bytes; what they share counts for each. */
export function familyMb(pid: number): number {
  return childrenOf(pid).reduce((sum, child) => sum + familyMb(child), residentMb(pid));
}
