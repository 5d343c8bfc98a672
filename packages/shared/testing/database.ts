import { randomBytes } from 'node:crypto';
import type { ExecutionContext } from 'ava';
import { openSession } from '../src/database/session.ts';
import { type Database, openDatabase } from '../src/database/open.ts';

export type TestDatabase = { readonly url: string; readonly database: Database };

type Owner = Pick<ExecutionContext, 'teardown'>;

/** A database of its own with the present schema, dropped when the test ends. Needs the server that `npm test` starts. */
export async function testDatabase(t: Owner): Promise<TestDatabase> {
  const admin = process.env.TEST_DATABASE_URL;
  if (!admin) throw new Error('TEST_DATABASE_URL is not set: run the tests with `npm test -- path/to/file.test.ts`');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(admin, `create database ${name} template template`);
  const url = Object.assign(new URL(admin), { pathname: `/${name}` }).href;
  const database = await openDatabase({ url, name: 'test', maxConnections: 8 });
  t.teardown(async () => {
    await database[Symbol.asyncDispose]();
    await administer(admin, `drop database ${name} with (force)`);
  });
  return { url, database };
}

async function administer(url: string, sql: string): Promise<void> {
  await using session = await openSession({ url, name: 'test administration' });
  await session.query(sql);
}
