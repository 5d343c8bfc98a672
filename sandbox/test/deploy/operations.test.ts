import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { allCommands } from '@opsheet/shared/contracts/all';
import { readConfig } from '@opsheet/shared/runtime/config';
import { z } from 'zod';
import { compose } from './compose-file.ts';
import { documentedVariables, repository, textOf } from './repository.ts';

const page = textOf('docs/operations.md');

test('every NATS command on the page exists and takes the payload that stands there', (t) => {
  const said = [...page.matchAll(/nats req (\S+) '([^']*)'/g)];
  t.true(said.length > 8);
  for (const [, subject, payload] of said) {
    const command = allCommands.find((one) => one.subject === subject);
    t.notThrows(() => command?.request.parse(JSON.parse(payload || '{}')), `${subject} ${payload}`);
    t.truthy(command, subject);
  }
});

test('every program that the page runs is there', (t) => {
  for (const [, path = ''] of page.matchAll(/node ((?:services|packages|scripts)\/\S+?\.(?:ts|mjs))/g))
    t.true(existsSync(join(repository, path)), path);
  const { scripts } = readConfig(
    z.object({ scripts: z.record(z.string(), z.string()) }),
    JSON.parse(textOf('package.json')),
  );
  for (const [, name = ''] of page.matchAll(/npm run (\w+)/g)) t.truthy(scripts[name], name);
});

test('every container that the page names is in docker-compose.yml', (t) => {
  for (const [, names = ''] of page.matchAll(
    /docker compose (?:restart|stop|start|exec -T|exec) ((?:[a-z]+ )*[a-z]+)/g,
  ))
    t.true(Object.hasOwn(compose.services, names.split(' ')[0] ?? ''), names);
});

test('every variable that the page names is in .env.example', (t) => {
  const documented = documentedVariables();
  for (const [, name = ''] of page.matchAll(
    /\b((?:SYNC|BOT|EXPIRY|LOG|TELEGRAM|GOOGLE|POSTGRES|NATS|DATABASE)_[A-Z_]+)\b/g,
  ))
    t.true(documented.has(name), name);
});

test('A11 A15 B06 B09 B22 every log phrase in the table is one that the service writes', (t) => {
  const rows = [...page.matchAll(/^\| `([^`]+)` \| (bot|sync)/gm)].filter(([line]) => !line.includes('docker'));
  t.true(rows.length > 20);
  for (const [, phrase = '', service = ''] of rows)
    t.true(
      sourcesOf(service).some((template) => template.test(phrase)),
      `${service}: ${phrase}`,
    );
});

/** The texts that a service's log calls may write, their `${…}` standing for anything. */
function sourcesOf(service: string): RegExp[] {
  const folder = join('services', service, 'src');
  const files = readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' });
  const text = files
    .filter((name) => name.endsWith('.ts'))
    .map((name) => textOf(join(folder, name)))
    .join('\n');
  const literals = [...text.matchAll(/'([^'\n]{10,})'|`([^\n]{10,}?)`(?=[,)])/g)].map(
    ([, plain, template]) => plain ?? template ?? '',
  );
  return (
    literals
      .map((literal) => literal.split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/))
      // What is nearly all placeholder would match every phrase.
      .filter((parts) => /[A-Za-z]{3} ?[A-Za-z]{2}/.test(parts.join('\n')))
      .map((parts) => new RegExp(`^${parts.map((part) => RegExp.escape(part)).join('.+')}$`))
  );
}
