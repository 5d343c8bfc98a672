import { existsSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { documentedVariables, repository, requiredBy, services, textOf } from './repository.ts';

/** Where the units say that the repository lies. */
const installed = '/opt/opsheet/';

/** The settings of a unit; the last of a name counts. */
const unit = (name: string): Map<string, string> =>
  new Map(
    [...textOf(`deploy/systemd/${name}`).matchAll(/^(\w+)=(.*)$/gm)].map(([, key = '', value = '']) => [key, value]),
  );

for (const service of services) {
  const settings = unit(`opsheet-${service}.service`);

  test(`the unit of ${service} runs files that are there`, (t) => {
    const words = (settings.get('ExecStart')?.split(' ') ?? []).filter((word) => !word.startsWith('--'));
    t.is(words.length, 2);
    for (const word of words) {
      t.true(word.startsWith(installed), word);
      t.true(existsSync(join(repository, word.slice(installed.length))), word);
    }
    t.true(words[1]?.endsWith(`services/${service}/src/main.ts`));
  });

  test(`the unit of ${service} starts it again for ever, and gives it 30 s to stop`, (t) => {
    t.is(settings.get('Restart'), 'always');
    t.is(settings.get('RestartSec'), service === 'sync' ? '30' : '10');
    t.is(settings.get('StartLimitIntervalSec'), '0');
    t.is(settings.get('TimeoutStopSec'), '30');
  });

  test(`the unit of ${service} gives it no more than it needs`, (t) => {
    t.deepEqual([settings.get('NoNewPrivileges'), settings.get('PrivateTmp')], ['true', 'true']);
    t.is(settings.get('User'), 'opsheet');
    t.regex(settings.get('MemoryMax') ?? '', /^\d+M$/);
  });

  test(`the unit of ${service} takes its variables from a file made of .env.example, which has all that it requires`, (t) => {
    t.is(settings.get('EnvironmentFile'), '/etc/opsheet/opsheet.env');
    const documented = documentedVariables();
    for (const name of requiredBy(service)) t.true(documented.has(name), name);
  });

  test(`opsheet.target starts ${service}, and stops it`, (t) => {
    t.true(unit('opsheet.target').get('Wants')?.split(' ').includes(`opsheet-${service}.service`));
    t.is(settings.get('PartOf'), 'opsheet.target');
  });
}

test('B24 sync is held below 256 MB and half a processor', (t) => {
  const settings = unit('opsheet-sync.service');
  t.is(settings.get('MemoryMax'), '256M');
  t.is(settings.get('CPUQuota'), '50%');
});
