import { readdirSync, readFileSync } from 'node:fs';

/** How often the memory of a process is looked at, in ms. */
const EVERY = 50;

/**
 * Watches a process and all that it starts (Linux): the most that they held together, in bytes,
 * pages that they share counted once (proportional set size, proc_pid_smaps(5)).
 */
export function watchMemory(root: number): { peak(): number } {
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, sumOf(processTree(root)));
  }, EVERY);
  return {
    peak() {
      clearInterval(timer);
      return peak;
    },
  };
}

function processTree(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const entry of readdirSync('/proc')) {
    const pid = Number(entry);
    if (!Number.isInteger(pid)) continue;
    const parent = Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1]);
    children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const found = [root];
  for (const pid of found) found.push(...(children.get(pid) ?? []));
  return found;
}

function sumOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const kilobytes = Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
    return sum + kilobytes * 1024;
  }, 0);
}

/** Empty for a process that has just ended. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
