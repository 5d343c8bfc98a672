import type { MikroORM } from '@mikro-orm/postgresql';
import { migrations } from './migrations/all.ts';

/** The database was made by a newer Opsheet. The message says what to do. */
export class NewerDatabaseError extends Error {
  override name = 'NewerDatabaseError';
}

/**
 * Brings the database to this version of the schema and gives the names of the migrations that ran: none when it was
 * there already. Two processes may call it at once; the second waits. Throws NewerDatabaseError, having changed
 * nothing, when the database knows a migration that this program does not.
 */
export async function migrate(orm: MikroORM): Promise<string[]> {
  const connection = orm.em.getConnection();
  return connection.transactional(async (transaction) => {
    await connection.execute(`select pg_advisory_xact_lock(hashtext('opsheet.migrate'))`, [], 'all', transaction);
    await refuseNewer(orm);
    const ran = await orm.migrator.up();
    return ran.map((migration) => migration.name);
  });
}

async function refuseNewer(orm: MikroORM): Promise<void> {
  const known = new Set(migrations.map((migration) => migration.name));
  const executed = await orm.migrator.getExecuted();
  const unknown = executed.map((migration) => migration.name).filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new NewerDatabaseError(
    `The database is newer than this Opsheet: it has the migration(s) ${unknown.join(', ')}. Run the newer version, or restore the backup that was made before it.`,
  );
}
