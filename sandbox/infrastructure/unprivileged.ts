import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What PostgreSQL is run as: it refuses to run as root. */
export type Unprivileged = {
  /** The owner that its files need, or null when it runs as the present user. */
  readonly owner: { uid: number; gid: number } | null;
  /** Turns a command into the one that runs it without root's identity. */
  readonly wrap: (command: string, args: readonly string[]) => [string, string[]];
};

const nobody = { uid: 65534, gid: 65534 };

/**
 * For a program that has to reach `paths`: its files and its data. As an ordinary user: no change. As root: the user
 * `nobody`, by setpriv (util-linux, on every Debian). A checkout may lie below a folder that only root may enter (/root,
 * a `mktemp -d`), so the capability to pass closed folders is kept where the machine grants it; without it such a
 * checkout has to be moved, and the error says so.
 */
export async function unprivileged(...paths: readonly string[]): Promise<Unprivileged> {
  if (process.getuid?.() !== 0) return { owner: null, wrap: (command, args) => [command, [...args]] };
  const identity = [`--reuid=${nobody.uid}`, `--regid=${nobody.gid}`, '--clear-groups'];
  const closed = (await Promise.all(paths.map(closedFolder))).find((folder) => folder !== null);
  if (closed === undefined)
    return { owner: nobody, wrap: (command, args) => ['setpriv', [...identity, command, ...args]] };
  const capability = await passCapability();
  if (!capability) {
    throw new Error(
      `PostgreSQL cannot run as root, and ${closed} is closed to other users: clone Opsheet into a folder that others may enter, or run it as an ordinary user`,
    );
  }
  // Without this, access(2) forgets the capability, and PostgreSQL's programs find each other by access(2).
  const keep = ['--securebits=+no_setuid_fixup', `--inh-caps=+${capability}`, `--ambient-caps=+${capability}`];
  return { owner: nobody, wrap: (command, args) => ['setpriv', [...identity, ...keep, command, ...args]] };
}

/** The first folder above `path` that others may not enter. */
async function closedFolder(path: string): Promise<string | null> {
  for (let folder = path; ; folder = dirname(folder)) {
    if (((await stat(folder)).mode & 0o001) === 0) return folder;
    if (folder === dirname(folder)) return null;
  }
}

/** The weakest capability we hold that passes closed folders (bit numbers: linux/capability.h). */
async function passCapability(): Promise<'dac_read_search' | 'dac_override' | null> {
  const status = await readFile('/proc/self/status', 'utf8');
  const held = BigInt(`0x${/^CapEff:\s*([0-9a-f]+)/m.exec(status)?.[1] ?? '0'}`);
  if (held & 0b100n) return 'dac_read_search';
  return held & 0b10n ? 'dac_override' : null;
}
