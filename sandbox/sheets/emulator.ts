import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { systemClock } from '@opsheet/shared/runtime/clock';
import type { Clock } from '@opsheet/shared/runtime/clock';
import { openCallLog } from './call-log.ts';
import type { CallLog } from './call-log.ts';
import { openDataFile, readDataFile } from './data-file.ts';
import type { DataFile } from './data-file.ts';
import { openDrive } from './drive/drive.ts';
import type { Drive } from './drive/drive.ts';
import { openFaults } from './faults.ts';
import type { Faults } from './faults.ts';
import { googleQuota, openQuota } from './quota.ts';
import type { Quota, QuotaSettings } from './quota.ts';
import { createHttpServer } from './server.ts';
import { createWatch } from '../watch.ts';
import { openStore } from './store.ts';
import type { Store } from './store.ts';

export type SheetsOptions = {
  /** 0 lets the system choose. */
  port: number;
  /** Where the workbooks are kept between runs; without it they are gone at the end. */
  dataFile?: string;
  /** Moves the quota's minutes, the times of files, delays and the writing of the data file. */
  clock?: Clock;
  /** Google's limits unless told otherwise; `{enabled: false}` for none. */
  quota?: Partial<QuotaSettings>;
  /** How long after a change Drive notices it; 0 unless told otherwise, where Google's takes minutes. */
  driveLagMs?: number;
  /** Whether only those may open a file with whom it is shared; else everybody may open every file. */
  enforceSharing?: boolean;
};

/** The Sheets and Drive API on 127.0.0.1, with what the control address offers as functions beside it. */
export type SheetsEmulator = AsyncDisposable & {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string;
  readonly store: Store;
  readonly drive: Drive;
  readonly faults: Faults;
  readonly quota: Quota;
  readonly log: CallLog;
  /** Cuts the connections, waits for the calls under way, writes the data file and returns. A second call does no more. */
  close: () => Promise<void>;
};

/** Throws when the port is taken or the data file is unreadable. */
export async function startSheets({
  port,
  dataFile,
  clock = systemClock,
  quota: limits,
  driveLagMs = 0,
  enforceSharing = false,
}: SheetsOptions): Promise<SheetsEmulator> {
  const closing = new AbortController();
  const saved = dataFile === undefined ? { spreadsheets: [] } : await readDataFile(dataFile);
  let file: DataFile | undefined;
  const watch = createWatch(clock);
  const drive = openDrive({
    clock,
    lagMs: driveLagMs,
    enforceSharing,
    signal: closing.signal,
    saved: saved.drive,
    spreadsheets: saved.spreadsheets,
    changed: () => file?.changed(),
  });
  const store = openStore({
    clock,
    spreadsheets: saved.spreadsheets,
    changed(change) {
      drive.hear(change);
      file?.changed();
      watch.changed();
    },
  });
  const contents = () => ({ spreadsheets: store.all(), drive: drive.state() });
  file = dataFile === undefined ? undefined : openDataFile({ path: dataFile, clock, contents, failed: reportSaving });
  const faults = openFaults();
  const quota = openQuota(clock, { ...googleQuota, ...limits });
  const log = openCallLog(new Date(clock.now()).toISOString());
  const { server, settled } = createHttpServer({
    store,
    drive,
    watch,
    faults,
    quota,
    log,
    clock,
    signal: closing.signal,
  });
  let closed: Promise<void> | undefined;
  const end = async () => {
    closing.abort();
    server.close();
    server.closeAllConnections();
    await settled();
    drive.journal.flush();
    await file?.close();
  };
  const close = () => (closed ??= end());
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    await close();
    throw error;
  }
  // A server that listens on a port has an address of this form.
  const { port: chosen } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${chosen}`, store, drive, faults, quota, log, close, [Symbol.asyncDispose]: close };
}

function reportSaving(error: unknown): void {
  process.stderr.write(`sheets emulator: the data file could not be written: ${String(error)}\n`);
}
