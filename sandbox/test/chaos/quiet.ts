import type { PassReport } from '@opsheet/shared/contracts/sync';
import { services } from './services.ts';
import { readEndpoints } from '../running-sandbox.ts';
import { askSync } from './ask-sync.ts';
import type { Database } from './database.ts';
import { until } from './pause.ts';

/** How long everything may take to come to rest once the faults have ended, in seconds. */
const patience = 60;

/** Two passes that find nothing to do, and nothing under way anywhere: then the parts agree, or never will. */
export async function untilQuiet(
  data: string,
  { database, trace }: { database: Database; trace: (line: string) => void },
) {
  let standing = '';
  let quietPasses = 0;
  const look = async () => {
    const found = await unrest(data, database);
    if (found !== standing && found !== '') trace(`quiet: ${found}`);
    standing = found;
    quietPasses = found === '' ? quietPasses + 1 : 0;
    return quietPasses === 2 ? true : null;
  };
  await until(look, { seconds: patience, missing: () => standing });
}

/** What is not at rest yet; empty when all is. */
async function unrest(data: string, database: Database): Promise<string> {
  const endpoints = readEndpoints(data);
  for (const name of services) if (!(await isReady(endpoints[name]))) return `${name} is not ready`;
  const status = await askSync(endpoints, 'status');
  if (!status) return 'sync does not answer';
  // The owner has seen what people did here, and wants it.
  if (status.state === 'held') await askSync(endpoints, 'approve');
  const waiting = status.tables.filter(({ pending, errors }) => pending + errors > 0);
  if (waiting.length > 0) return `sync says ${JSON.stringify(waiting)}`;
  const open = await database.open();
  if (open !== '') return open;
  const report = await askSync(endpoints, 'run');
  if (!report) return 'sync gives no report';
  if (report.outcome !== 'done') return `the pass: ${report.outcome}, ${report.reason}`;
  return moved(report) ? `a pass moved something: ${JSON.stringify(report.tables)}` : '';
}

const moved = ({ tables }: PassReport): boolean =>
  tables.some(({ applied, pushed, conflicts }) => applied + pushed + conflicts > 0);

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/ready`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    // Nobody listens there yet.
    return false;
  }
}
