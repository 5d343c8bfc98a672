import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import test from 'ava';
import { testDatabase } from '../../testing/database.ts';

const command = join(import.meta.dirname, '../../src/database/migrate-command.ts');

/** Runs the command as an operator does, and gives what he sees. */
function migrateBy(url: string): Promise<{ status: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [command], { env: { ...process.env, DATABASE_URL: url } }, (error, out, err) =>
      resolve({ status: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
}

const changed = (url: string, change: Partial<URL>) => Object.assign(new URL(url), change).href;

/** A port on which nothing listens. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('the server had no port');
  return address.port;
}

test('the command brings an empty database to the schema, and says by what', async (t) => {
  const { database, url } = await testDatabase(t);
  await database.em().execute('drop schema public cascade; create schema public');
  const first = await migrateBy(url);
  t.deepEqual(first, { status: 0, out: 'migrated: 0001-foundation\nthe database is up to date now\n', err: '' });
  const second = await migrateBy(url);
  t.deepEqual(second, { status: 0, out: 'the database is up to date\n', err: '' });
});

test('the command refuses a newer database with status 1 and says which migrations it does not know', async (t) => {
  const { database, url } = await testDatabase(t);
  await database.em().execute(`insert into mikro_orm_migrations (name) values ('9999-from-the-future')`);
  const { status, out, err } = await migrateBy(url);
  t.is(status, 1);
  t.is(out, '');
  t.regex(err, /newer than this Opsheet.*9999-from-the-future.*restore the backup/s);
});

test('a missing address is told like every wrong setting', async (t) => {
  const { status, err } = await migrateBy('');
  t.is(status, 1);
  t.regex(err, /DATABASE_URL: is missing: set it to the address of PostgreSQL/);
});

test('a server that is away is named, with what to do', async (t) => {
  const { url } = await testDatabase(t);
  const port = await closedPort();
  const { status, err } = await migrateBy(changed(url, { port: String(port) }));
  t.is(status, 1);
  t.true(err.includes(`PostgreSQL does not answer at 127.0.0.1:${port}: start it, or correct host and port`), err);
  t.is(err.match(/start it, or correct/g)?.length, 1, 'once');
});

test('a wrong password is told as such, and not repeated', async (t) => {
  const { url } = await testDatabase(t);
  const { status, err } = await migrateBy(changed(url, { password: 'mistyped-secret' }));
  t.is(status, 1);
  t.regex(err, /refuses the user "opsheet" with this password: correct them in DATABASE_URL/);
  t.false(err.includes('mistyped-secret'), err);
});

test('a database that does not exist is told with the statement that makes it', async (t) => {
  const { url } = await testDatabase(t);
  const { status, err } = await migrateBy(changed(url, { pathname: '/nowhere' }));
  t.is(status, 1);
  t.regex(err, /has no database "nowhere": make it with `create database nowhere owner opsheet`/);
});

test('a user who may not make tables is told how to become the owner', async (t) => {
  const { database, url } = await testDatabase(t);
  const name = new URL(url).pathname.slice(1);
  const guest = `guest_${name}`;
  await database
    .em()
    .execute(`drop schema public cascade; create schema public; create role ${guest} login password 'guest'`);
  const { status, err } = await migrateBy(changed(url, { username: guest, password: 'guest' }));
  await database.em().execute(`drop owned by ${guest}; drop role ${guest}`);
  t.is(status, 1);
  t.true(err.includes(`The user "${guest}" may not make tables in "${name}"`), err);
});
