// Plain JavaScript for any Node from 20: it runs before anything is installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, 'node_modules', '.bin');
const pnpm = 'pnpm@12.21.0';
/** The packages are for the Node that comes with them, whatever runs pnpm: without this it warns of each. */
const forNode = '--config.node-version=24.21.0';

/** The Node 24 that the project brings with it. */
export const node = join(bin, 'node');

/** Prints a line of progress. */
export const say = (line) => console.log(`opsheet: ${line}`);

/** Installs the packages by the lock file when it has changed since the last time, so a second start costs nothing. */
export async function install() {
  const stamp = join(root, 'node_modules', '.opsheet-installed');
  const wanted = fingerprint();
  if (existsSync(node) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say(
    `installing packages (${pnpm} through npx, Node 24 and PostgreSQL from npm); the first time takes about half a minute`,
  );
  const code = await run('npx', ['--yes', pnpm, 'install', forNode, '--frozen-lockfile', '--reporter=append-only']);
  if (code !== 0) {
    say('the packages could not be installed: see the lines above; is the npm registry reachable?');
    process.exit(code ?? 1);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** What decides which packages are there: the lock file, the workspace, and every package.json. */
function fingerprint() {
  const folders = [
    '.',
    'sandbox',
    'bench',
    ...['packages', 'services'].flatMap((parent) => readdirSync(join(root, parent)).map((name) => join(parent, name))),
  ];
  const files = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...folders.map((folder) => join(folder, 'package.json'))];
  const hash = createHash('sha256');
  for (const file of files.filter((name) => existsSync(join(root, name)))) hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/**
 * Runs a command in the project's folder with Node 24 first on the PATH, passes signals on to it, and gives its exit
 * code. The command may hold on to file descriptor 3, a pipe that ends with this process (sandbox/supervisor/leash.ts).
 */
export function run(command, args) {
  return new Promise((resolve) => {
    const env = { ...process.env, PATH: `${bin}:${process.env.PATH}` };
    const child = spawn(command, args, { cwd: root, stdio: ['inherit', 'inherit', 'inherit', 'pipe'], env });
    // At a terminal Ctrl-C reaches the child by itself too, but not when a program sends the signal: the child is ready
    // to hear it twice.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    child.once('error', (error) => {
      say(`${command} cannot be started: ${error.message}`);
      resolve(1);
    });
    child.once('exit', (code, signal) => resolve(signal ? 1 : code));
  });
}
