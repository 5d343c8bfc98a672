import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { run } from './child.ts';

/**
 * Unpacks a package of the machine's own distribution and hands its folder to `use`; the folder goes when `use` ends.
 * Nothing is installed and no state of the system's apt is read or written, so an ordinary user may do it. With
 * `suite` the package comes from that release of the same archive instead. Rejects where there is no apt, no network
 * or no such package.
 */
export async function withDebianPackage<T>(
  { name, suite }: { name: string; suite?: string },
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const work = await mkdtemp(join(tmpdir(), 'opsheet-apt-'));
  try {
    const config = await privateApt(work, suite);
    await run('apt-get', ['-c', config, 'update', '-qq'], { cwd: work });
    await run('apt-get', ['-c', config, 'download', '-qq', name], { cwd: work });
    const archive = (await readdir(work)).find((file) => file.endsWith('.deb'));
    if (!archive) throw new Error(`apt-get download ${name} left no package behind`);
    await run('dpkg', ['-x', archive, 'unpacked'], { cwd: work });
    return await use(join(work, 'unpacked'));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Hooks are cleared because they would refresh or clean the system's caches after our private update. */
async function privateApt(work: string, suite: string | undefined): Promise<string> {
  await mkdir(join(work, 'lists', 'partial'), { recursive: true });
  await mkdir(join(work, 'cache', 'archives', 'partial'), { recursive: true });
  const settings = [
    '#clear APT::Update::Pre-Invoke;',
    '#clear APT::Update::Post-Invoke;',
    '#clear APT::Update::Post-Invoke-Success;',
    `Dir::State "${work}";`,
    `Dir::State::lists "${join(work, 'lists')}";`,
    'Dir::State::status "/var/lib/dpkg/status";',
    `Dir::Cache "${join(work, 'cache')}";`,
    'Debug::NoLocking "true";',
    // The user _apt may not read our folder; without this, root gets a warning for each file.
    'APT::Sandbox::User "root";',
    'Acquire::Languages "none";',
    'Acquire::Retries "1";',
    'Acquire::http::Timeout "20";',
    'Acquire::https::Timeout "20";',
  ];
  if (suite) {
    await mkdir(join(work, 'sources'));
    await writeSources(join(work, 'sources'), suite);
    settings.push('Dir::Etc::SourceList "/dev/null";', `Dir::Etc::SourceParts "${join(work, 'sources')}";`);
  }
  const config = join(work, 'apt.conf');
  await writeFile(config, `${settings.join('\n')}\n`);
  return config;
}

/** The machine's own sources with the name of its release replaced: the same archive, another suite. */
async function writeSources(folder: string, suite: string): Promise<void> {
  const own = await ownSuite();
  if (!own) throw new Error('this machine does not name its release in /etc/os-release');
  for (const file of await sourceFiles()) {
    const text = await readFile(file, 'utf8');
    if (text.includes(own)) await writeFile(join(folder, basename(file)), text.replaceAll(own, suite));
  }
}

async function sourceFiles(): Promise<string[]> {
  const parts = '/etc/apt/sources.list.d';
  const files = (await readdir(parts)).map((file) => join(parts, file));
  if (existsSync('/etc/apt/sources.list')) files.push('/etc/apt/sources.list');
  return files.filter((file) => /\.(list|sources)$/.test(file));
}

/** The machine's release, e.g. `bookworm`; null where there is none. */
export async function ownSuite(): Promise<string | null> {
  const release = await readFile('/etc/os-release', 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return /^VERSION_CODENAME="?([a-z]+)/m.exec(release)?.[1] ?? null;
}
