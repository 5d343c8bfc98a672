import type { CacheEntry } from '@opsheet/shared/contracts/cache';
import type { Database } from '@opsheet/shared/database/open';
import type { Table } from '@opsheet/shared/reference/table';
import type { Clock } from '@opsheet/shared/runtime/clock';
import type { Logger } from '@opsheet/shared/runtime/log';
import type { PassMemory } from './memory.ts';
import type { GovernedSheets } from './sheets/quota.ts';
import type { Workbook } from './workbook.ts';

/** What passes are made with. */
export type PassMeans = {
  tables: readonly Table[];
  sheets: GovernedSheets;
  workbook: Workbook;
  database: Database;
  memory: PassMemory;
  /** Tells bots of a version that was just committed. */
  announce: (entry: CacheEntry) => void;
  clock: Clock;
  log: Logger;
};
