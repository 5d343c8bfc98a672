import { baseConfig, readConfig } from '../runtime/config.ts';
import { start } from '../runtime/start.ts';
import { migrateAt } from './migrate-at.ts';

/**
 * `node packages/shared/src/database/migrate-command.ts`: brings the database that DATABASE_URL names to this version
 * of the schema. Ends with 0 when it is there; with 1, and what to do on stderr, when it cannot be brought there.
 */
await start(async () => {
  const { DATABASE_URL: url } = readConfig(baseConfig.pick({ DATABASE_URL: true }), process.env);
  const ran = await migrateAt(url, 'opsheet migrate');
  for (const name of ran) process.stdout.write(`migrated: ${name}\n`);
  process.stdout.write(ran.length > 0 ? 'the database is up to date now\n' : 'the database is up to date\n');
});
