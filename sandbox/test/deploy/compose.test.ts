import { existsSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { readConfig } from '@opsheet/shared/runtime/config';
import { compose, composeText, container, interpolated } from './compose-file.ts';
import {
  configOf,
  documentedVariables,
  manifestOf,
  repository,
  requiredBy,
  services,
  type Service,
} from './repository.ts';

/** The least that an operator writes into .env. */
const leastEnv = {
  POSTGRES_PASSWORD: 'b19c4e',
  TELEGRAM_BOT_TOKEN: '7000000001:invented-token',
  GOOGLE_SPREADSHEET_ID: '1-an-invented-id',
  GOOGLE_CREDENTIALS_FILE: './key.json',
};

const environmentOf = (name: string, env: Readonly<Record<string, string>> = leastEnv) =>
  Object.fromEntries(
    Object.entries(container(name).environment).map(([variable, text]) => [variable, interpolated(text, env)]),
  );

const usualPorts: Record<Service, number> = { bot: 9000, sync: 9001, expiry: 9002 };

test('docker-compose.yml holds the five parts and the migration', (t) => {
  t.deepEqual(Object.keys(compose.services).sort(), ['bot', 'expiry', 'migrate', 'nats', 'postgres', 'sync']);
});

for (const service of services) {
  test(`${service} gets every variable that it needs, and none that it does not know`, (t) => {
    const given = Object.keys(container(service).environment);
    const known = Object.keys(configOf[service].shape);
    for (const name of requiredBy(service)) t.true(given.includes(name), `${name} is missing`);
    t.deepEqual(
      given.filter((name) => !known.includes(name)),
      [],
    );
    t.deepEqual(
      known.filter((name) => !given.includes(name)),
      [],
      'a setting that .env could not change',
    );
  });

  test(`${service} accepts its settings as compose fills them in`, (t) => {
    const config = readConfig(configOf[service], environmentOf(service));
    t.is(config[`${service.toUpperCase()}_PORT`], usualPorts[service]);
    t.is(config[`${service.toUpperCase()}_HOST`], '0.0.0.0');
  });

  test(`${service} is published on the port it listens on, and its health check asks there`, (t) => {
    const { ports, healthcheck } = container(service);
    const variable = `${service.toUpperCase()}_PORT`;
    const port = usualPorts[service];
    t.deepEqual(ports, [`127.0.0.1:\${${variable}:-${port}}:${port}`]);
    const [how, node, script, address] = healthcheck?.test ?? [];
    t.deepEqual([how, node], ['CMD', 'node']);
    t.true(existsSync(join(repository, String(script))), script);
    if (address !== undefined) t.is(address, `http://127.0.0.1:${port}/ready`);
  });

  test(`${service} starts after the database is migrated, and needs neither NATS nor another service for it`, (t) => {
    t.deepEqual(container(service).depends_on, {
      postgres: { condition: 'service_healthy' },
      migrate: { condition: 'service_completed_successfully' },
      nats: { condition: 'service_started' },
    });
  });

  test(`${service} has a memory limit, is started again after every end, and has 30 s to stop`, (t) => {
    const { mem_limit, restart, stop_grace_period } = container(service);
    t.regex(String(mem_limit), /^\d+m$/);
    t.is(restart, 'unless-stopped');
    t.is(stop_grace_period, '30s');
  });
}

test('B24 sync is held below 256 MB', (t) => {
  t.is(container('sync').mem_limit, '256m');
});

test('every command names a file that is there', (t) => {
  for (const name of [...services, 'migrate']) {
    const [node, script] = container(name).command;
    t.is(node, 'node');
    t.true(existsSync(join(repository, String(script))), `${name}: ${script}`);
  }
});

test('the migration runs once, and only the database is told to it', (t) => {
  t.is(container('migrate').restart, 'no');
  t.deepEqual(environmentOf('migrate'), { DATABASE_URL: 'postgres://opsheet:b19c4e@postgres:5432/opsheet' });
});

/** The containers whose description mentions `word`. */
const holders = (word: string): string[] =>
  Object.keys(compose.services).filter((name) => JSON.stringify(container(name)).includes(word));

test('a secret reaches only the service that uses it', (t) => {
  t.deepEqual(holders('TELEGRAM_BOT_TOKEN'), ['bot']);
  t.deepEqual(holders('google-credentials'), ['sync']);
  t.is(container('sync').environment['GOOGLE_CREDENTIALS_FILE'], '/run/secrets/google-credentials');
});

test('without a required value compose stops before it starts anything', (t) => {
  for (const name of Object.keys(leastEnv)) {
    t.throws(() => interpolated(composeText, { ...leastEnv, [name]: '' }), { message: `${name} is not set` });
  }
});

test('.env.example names every variable that docker-compose.yml takes from .env', (t) => {
  const documented = documentedVariables();
  for (const [, name = ''] of composeText.matchAll(/\$\{(\w+)/g)) t.true(documented.has(name), name);
});

test('nothing is published beyond this machine', (t) => {
  for (const [name, { ports }] of Object.entries(compose.services))
    for (const port of ports) t.true(port.startsWith('127.0.0.1:'), `${name}: ${port}`);
});

test('images of others are pinned to a release, and ours has the version of the package', (t) => {
  t.regex(container('postgres').image, /^postgres:18\.\d+$/);
  t.regex(container('nats').image, /^nats:2\.\d+\.\d+-alpine$/);
  for (const name of [...services, 'migrate']) t.is(container(name).image, `opsheet:${manifestOf('.').version}`);
});

test('every named volume and every secret that is used is declared, and the other way round', (t) => {
  const containers = Object.values(compose.services);
  const used = containers.flatMap(({ volumes }) => volumes.map((volume) => volume.split(':')[0] ?? ''));
  t.deepEqual(new Set(used.filter((name) => !name.startsWith('.'))), new Set(Object.keys(compose.volumes)));
  for (const path of used.filter((name) => name.startsWith('.'))) t.true(existsSync(join(repository, path)), path);
  t.deepEqual(new Set(containers.flatMap(({ secrets }) => secrets)), new Set(Object.keys(compose.secrets)));
});
