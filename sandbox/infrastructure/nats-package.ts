import { access, chmod, constants, copyFile, mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './child.ts';
import { withDebianPackage } from './debian-package.ts';

/** Ours alone: nothing is installed into the system. */
const cache = join(import.meta.dirname, '../../.sandbox/bin');

/** Called with a line for a person whenever something starts that takes a while. */
export type Progress = (line: string) => void;

/** `2.9.10` */
export async function versionOf(binary: string): Promise<string> {
  const said = await run(binary, ['--version']);
  const version = /\d+\.\d+\.\d+/.exec(said)?.[0];
  if (!version) throw new Error(`${binary} --version says "${said.trim()}", which names no version`);
  return version;
}

/** The distribution's nats-server, or that of another of its releases, from our cache or fetched into it. */
export async function natsServerPackage({ suite, progress }: { suite?: string; progress: Progress }) {
  const binary = join(cache, suite ? `nats-server-${suite}` : 'nats-server');
  if (await isProgram(binary)) return binary;
  progress(`Fetching nats-server from the package archive of ${suite ?? 'this system'}, about 4 MB…`);
  await withDebianPackage({ name: 'nats-server', ...(suite && { suite }) }, async (folder) => {
    await mkdir(cache, { recursive: true });
    // Two processes may fetch at once: each renames a whole file into place.
    const own = `${binary}.${process.pid}`;
    await copyFile(join(folder, 'usr/sbin/nats-server'), own);
    await chmod(own, 0o755);
    await rename(own, binary);
  });
  progress(`nats-server ${await versionOf(binary)} is ready.`);
  return binary;
}

export const isProgram = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
