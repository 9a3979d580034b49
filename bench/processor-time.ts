import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second, whatever its clock has (`USER_HZ`, time(7)). */
const TICK_MS = 10;

/** What a process, and those that it started and that still run, have computed, in ms (Linux). */
export function processorTime(pid: number): { readonly own: number; readonly children: number } {
  let children = 0;
  for (const entry of readdirSync('/proc')) {
    const stat = /^\d+$/.test(entry) ? statOf(entry) : undefined;
    if (stat?.parent === pid) children += stat.ms;
  }
  return { own: statOf(String(pid))?.ms ?? 0, children };
}

/** Undefined for a process that has just ended. */
function statOf(pid: string): { readonly parent: number; readonly ms: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Behind the name, which may hold anything, the fields go on with the third (proc_pid_stat(5)).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { parent: Number(fields[1]), ms: (Number(fields[11]) + Number(fields[12])) * TICK_MS };
  } catch {
    return undefined;
  }
}
