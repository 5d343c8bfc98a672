import { access, chmod, constants, copyFile, mkdir, rename } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { describe } from '@opsheet/shared/runtime/errors';
import { run } from './child.ts';
import { ownSuite, withDebianPackage } from './debian-package.ts';

/** Ours alone: nothing is installed into the system. */
const cache = join(import.meta.dirname, '../../.sandbox/bin');

/** Where a release of Debian is followed by one whose nats-server is newer and runs here too. */
const nextSuite: Readonly<Record<string, string>> = { bookworm: 'trixie' };

/** Called with a line for a person whenever something starts that takes a while. */
export type Progress = (line: string) => void;

/**
 * The path of a nats-server: NATS_SERVER, else the one on PATH, else the one in our cache, else the distribution's
 * package, fetched into the cache. Throws an error that says what to install.
 */
export async function findNatsServer({ progress }: { progress: Progress }): Promise<string> {
  const named = process.env['NATS_SERVER'];
  if (named) {
    if (await isProgram(named)) return named;
    throw new Error(
      `NATS_SERVER is ${named}, which is not a program. Set it to the path of a nats-server, or unset it.`,
    );
  }
  const installed = await onPath('nats-server');
  if (installed) return installed;
  try {
    return await fetched({ file: 'nats-server', progress });
  } catch (error) {
    throw new Error(
      'There is no nats-server here and it could not be fetched. Install it (Debian and Ubuntu: apt install ' +
        'nats-server; macOS: brew install nats-server), set NATS_SERVER to the path of one, or set NATS_URL to a ' +
        'server that runs.',
      { cause: error },
    );
  }
}

/**
 * Every version that the bus is tested against: the machine's own and, where its archive has one, a newer. `missing`
 * says which could not be had, and why.
 */
export async function natsServersForTests({ progress }: { progress: Progress }) {
  const found = [await findNatsServer({ progress })];
  const missing: string[] = [];
  const suite = nextSuite[(await ownSuite()) ?? ''];
  if (suite) {
    try {
      found.push(await fetched({ file: `nats-server-${suite}`, suite, progress }));
    } catch (error) {
      missing.push(`the nats-server of ${suite} is skipped: ${describe(error)}`);
    }
  }
  const servers = await Promise.all(found.map(async (binary) => ({ binary, version: await versionOf(binary) })));
  return { servers, missing };
}

/** `2.9.10` */
export async function versionOf(binary: string): Promise<string> {
  const said = await run(binary, ['--version']);
  const version = /\d+\.\d+\.\d+/.exec(said)?.[0];
  if (!version) throw new Error(`${binary} --version says "${said.trim()}", which names no version`);
  return version;
}

async function fetched({ file, suite, progress }: { file: string; suite?: string; progress: Progress }) {
  const binary = join(cache, file);
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

async function onPath(program: string): Promise<string | null> {
  // Debian puts servers into sbin, which is not on an ordinary user's PATH.
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  for (const folder of folders.filter(Boolean)) {
    if (await isProgram(join(folder, program))) return join(folder, program);
  }
  return null;
}

const isProgram = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
