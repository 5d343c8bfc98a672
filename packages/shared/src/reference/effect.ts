import type { ServiceName } from '../contracts/contract.ts';
import type { ReferenceRow, RowValues } from '../contracts/reference.ts';
import type { StoredRow, SyncStatus } from './rows.ts';

/**
 * What shall become of a row. `write` gives some or all fields, and makes the row if need be (then all). `seenVersion`
 * is the version on which this was decided: null for "there is none", undefined for "whatever it is now".
 */
export type RowChange =
  | { kind: 'write'; key: string; values: RowValues; seenVersion?: number | null; syncStatus: SyncStatus }
  | { kind: 'retire'; key: string; seenVersion?: number; syncStatus: SyncStatus };

/** Who makes a change, and on which side. `actor` is a Telegram id, 'sheet' for an unknown editor, or a service. */
export type ChangeOrigin = {
  side: 'sheets' | 'local';
  actor: string;
  service: ServiceName;
  pass: number | null;
  at: Date;
};

/** A row that really changed; `before` is null for a new one, `after` for one that was removed. */
export type RowEffect = { key: string; before: StoredRow | null; after: ReferenceRow | null; syncStatus: SyncStatus };
