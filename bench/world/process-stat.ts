import { readFile } from 'node:fs/promises';

/** Linux counts the time of processes in hundredths of a second. */
const ticksPerSecond = 100;

/** The fields of /proc/…/stat by their numbers in proc(5). The 2nd, a name, may hold blanks: reading begins at the 3rd. */
async function statOf(pid: number): Promise<(field: number) => number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? [];
  return (field) => Number(fields[field - 3]);
}

/** When the process began, in seconds since the machine did. */
export async function startedSeconds(pid: number): Promise<number> {
  const stat = await statOf(pid);
  return stat(22) / ticksPerSecond;
}

/** What the process has spent so far on all cores, its own code and the kernel's for it. */
export async function processorSeconds(pid: number): Promise<number> {
  const stat = await statOf(pid);
  return (stat(14) + stat(15)) / ticksPerSecond;
}
