import { existsSync, readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';

/**
 * What tells a process from a later one with the same pid: when it started, and its command. null when there is no such
 * process (or only its zombie). Synchronous, because a pid must be written down before anything else can happen.
 */
export function identityOf(pid: number): string | null {
  return existsSync('/proc/self/stat') ? fromProc(pid) : fromPs(pid);
}

function fromProc(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field, the name, is in parentheses and may contain blanks: count from its end (proc_pid_stat(5)).
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z' || state === 'X') return null;
    const startTicks = fields[18];
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return `${startTicks} ${command}`;
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

/** macOS has no /proc. */
function fromPs(pid: number): string | null {
  const { status, stdout } = spawnSync('ps', ['-p', String(pid), '-o', 'lstart=,command='], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() || null : null;
}

/** ESRCH: it ended between opening and reading. */
const isGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH');
