import { adviceFor } from './advice.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './open.ts';
import { openSession } from './session.ts';

/** Brings the database at `url` to this version of the schema; the migrations that ran. Throws with what to do about it. */
export async function migrateAt(url: string, name: string): Promise<string[]> {
  try {
    // MikroORM makes a database that is missing; a mistyped name must be an error instead.
    await using _present = await openSession({ url, name });
    await using database = await openDatabase({ url, name });
    return await migrate(database.orm);
  } catch (cause) {
    const advice = adviceFor(cause, url);
    // The session gives its errors with the advice already.
    if (advice === null || (cause instanceof Error && cause.message === advice)) throw cause;
    throw new Error(advice, { cause });
  }
}
