import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { parse } from 'yaml';
import { z } from 'zod';
import { manifestOf, repository, services, textOf } from './repository.ts';

/** Each instruction on one line, without comments. */
const instructions = textOf('Dockerfile')
  .replaceAll(/^#.*\n/gm, '')
  .replaceAll(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => line !== '');
const copied = instructions.filter((line) => line.startsWith('COPY ')).flatMap((line) => line.split(' ').slice(1, -1));
const install = instructions.find((line) => line.includes('install')) ?? '';

test('the image has the Node that the project brings with it, pinned', (t) => {
  const { catalog } = z
    .object({ catalog: z.record(z.string(), z.string()) })
    .parse(parse(textOf('pnpm-workspace.yaml')));
  t.is(instructions[0], `FROM node:${String(catalog['node-runtime']).replace('npm:node@', '')}-slim`);
});

test('the image is installed by the same pnpm as the project, by the lock file, without development packages', (t) => {
  const [, pnpm] = /'(pnpm@[\d.]+)'/.exec(textOf('scripts/setup.mjs')) ?? [];
  t.true(install.includes(`npx --yes ${pnpm} install --frozen-lockfile --prod`), install);
  for (const service of services) t.true(install.includes(`--filter '@opsheet/${service}...'`), service);
});

test('every manifest of the workspace is in the image before the packages are installed, or the lock file is refused', (t) => {
  const folders = ['packages', 'services'].flatMap((parent) =>
    readdirSync(join(repository, parent)).map((name) => join(parent, name)),
  );
  for (const folder of [...folders, 'sandbox', 'bench', '.']) {
    const manifest = join(folder, 'package.json');
    t.true(copied.indexOf(manifest) >= 0 && copied.indexOf(manifest) < copied.indexOf('packages'), manifest);
  }
});

test('everything that is copied is there, and .dockerignore lets it through', (t) => {
  for (const path of copied) t.true(existsSync(join(repository, path)), path);
  const ignored = textOf('.dockerignore').split('\n');
  for (const path of copied) t.false(ignored.includes(path), path);
});

test('secrets, data and packages of this machine stay out of the image', (t) => {
  const ignored = textOf('.dockerignore').split('\n');
  for (const path of ['.env', '*.json', '.sandbox', 'logs', '**/node_modules']) t.true(ignored.includes(path), path);
});

test('the image runs as an ordinary user, who owns the folder of the logs', (t) => {
  t.is(instructions.at(-1), 'USER node');
  t.true(instructions.includes('RUN mkdir logs && chown node:node logs'));
});

test('what runs in the image is a dependency of the package that imports it, not of its tests', (t) => {
  for (const folder of ['packages/shared', ...services.map((name) => `services/${name}`)]) {
    const declared = Object.keys(manifestOf(folder).dependencies);
    for (const imported of importsOf(join(folder, 'src')))
      t.true(declared.includes(imported), `${folder}: ${imported}`);
  }
});

/** The packages that the sources below a folder import when they run. */
function importsOf(folder: string): Set<string> {
  const files = readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' });
  const texts = files.filter((name) => name.endsWith('.ts')).map((name) => textOf(join(folder, name)));
  const names = texts.flatMap((text) =>
    [...text.matchAll(/^(?:import (?!type )[^;]*?from |import |\} from )'([^.'][^']*)'/gm)].map(
      ([, name = '']) => name,
    ),
  );
  return new Set(names.filter((name) => !name.startsWith('node:')).map(packageOf));
}

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
