import { z } from 'zod';
import { command, event } from './contract.ts';
import { CellValue, ReferenceRow, ReferenceTable } from './reference.ts';

/** How many cells and rows a pass moved in one table. */
export const TableCounts = z.object({
  table: ReferenceTable,
  /** Rows read from the tab. */
  pulled: z.int(),
  /** Rows changed in the database. */
  applied: z.int(),
  /** Rows changed in the sheet. */
  pushed: z.int(),
  conflicts: z.int(),
  /** Rows with an error in their Sync column. */
  errors: z.int(),
  /** Why the table was left alone in this pass, else null. */
  quarantine: z.string().nullable(),
});
export type TableCounts = z.output<typeof TableCounts>;

export const PassOutcome = z.enum(['done', 'held', 'failed', 'paused']);
export type PassOutcome = z.output<typeof PassOutcome>;

export const PassReport = z.object({
  /** Number of the pass; it grows by one each time, for ever. */
  pass: z.int(),
  outcome: PassOutcome,
  startedAt: z.iso.datetime(),
  durationMs: z.number(),
  /** Why it failed or is held, else null. */
  reason: z.string().nullable(),
  calls: z.object({ reads: z.int(), writes: z.int() }),
  tables: z.array(TableCounts),
});
export type PassReport = z.output<typeof PassReport>;

export const syncRun = command('opsheet.sync.run', {
  says: 'Makes one pass now and answers with its report. A request that comes during a pass waits for the next one.',
  request: z.object({}),
  reply: PassReport,
  timeoutMs: 30_000,
});

export const syncRead = command('opsheet.sync.read', {
  says: 'The rows of the last sheet read, for a bot that has nothing loaded while PostgreSQL is away.',
  request: z.object({ table: ReferenceTable.optional() }),
  reply: z.object({
    readAt: z.iso.datetime().nullable(),
    tables: z.array(z.object({ table: ReferenceTable, rows: z.array(ReferenceRow) })),
  }),
});

export const TableStatus = z.object({
  table: ReferenceTable,
  pending: z.int(),
  synced: z.int(),
  conflict: z.int(),
  errors: z.int(),
  quarantine: z.string().nullable(),
});
export type TableStatus = z.output<typeof TableStatus>;

export const SyncStatus = z.object({
  state: z.enum(['running', 'paused', 'held']),
  intervalSeconds: z.number(),
  /** The last pass that read and committed, else null. */
  lastPass: PassReport.nullable(),
  lastSyncTime: z.iso.datetime().nullable(),
  consecutiveFailures: z.int(),
  tables: z.array(TableStatus),
});
export type SyncStatus = z.output<typeof SyncStatus>;

export const syncStatus = command('opsheet.sync.status', {
  says: 'The last pass and, per table, how many rows are pending, synced, in conflict and in error.',
  request: z.object({}),
  reply: SyncStatus,
});

export const syncPreview = command('opsheet.sync.preview', {
  says: 'The plan that a pass would carry out now. Nothing is changed.',
  request: z.object({}),
  reply: z.object({
    hold: z.string().nullable(),
    tables: z.array(
      z.object({
        table: ReferenceTable,
        toDatabase: z.array(z.string()),
        toSheet: z.array(z.string()),
        conflicts: z.array(z.string()),
        errors: z.array(z.string()),
      }),
    ),
  }),
  timeoutMs: 30_000,
});

export const syncPause = command('opsheet.sync.pause', {
  says: 'Makes no pass until resumed. It survives a restart.',
  request: z.object({ by: z.string().default('operator') }),
  reply: z.object({ state: z.enum(['paused', 'already paused']) }),
});

export const syncResume = command('opsheet.sync.resume', {
  says: 'Ends a pause.',
  request: z.object({ by: z.string().default('operator') }),
  reply: z.object({ state: z.enum(['running', 'was running']) }),
});

export const syncApprove = command('opsheet.sync.approve', {
  says: 'Approves (or refuses) what the held pass would do. Approving recomputes the plan and applies it; refusing restores the sheet.',
  request: z.object({
    hold: z.int().optional(),
    decision: z.enum(['approve', 'refuse']).default('approve'),
    by: z.string().default('operator'),
  }),
  reply: z.object({ outcome: z.enum(['approved', 'refused', 'nothing is held', 'another plan is held']) }),
});

export const ConflictRecord = z.object({
  id: z.int(),
  table: ReferenceTable,
  key: z.string(),
  field: z.string(),
  sheetValue: CellValue,
  databaseValue: CellValue,
  winner: z.enum(['sheet', 'database', 'open']),
  at: z.iso.datetime(),
  settled: z.boolean(),
});
export type ConflictRecord = z.output<typeof ConflictRecord>;

export const syncConflicts = command('opsheet.sync.conflicts', {
  says: 'The newest conflicts, with both values.',
  request: z.object({ limit: z.int().min(1).max(200).default(20) }),
  reply: z.object({ conflicts: z.array(ConflictRecord) }),
});

const passId = (body: { pass: number }) => String(body.pass);

export const syncFinished = event('opsheet.event.sync.finished', {
  says: 'A pass changed something on either side.',
  schema: PassReport,
  id: passId,
  consumers: [],
});

export const syncHeld = event('opsheet.event.sync.held', {
  says: 'A pass would delete or change too much at once; it waits for the owner.',
  schema: z.object({ hold: z.int(), pass: z.int(), reason: z.string() }),
  id: (body) => String(body.hold),
  consumers: ['bot'],
});

export const syncConflict = event('opsheet.event.sync.conflict', {
  says: 'Both sides changed the same cell within the conflict window of one hour. The loser is kept.',
  schema: ConflictRecord,
  id: (body) => String(body.id),
  consumers: ['bot'],
});

export const syncFailed = event('opsheet.event.sync.failed', {
  says: 'A table is quarantined, or passes have failed often enough that a person should look.',
  schema: z.object({ id: z.string(), table: ReferenceTable.nullable(), reason: z.string(), at: z.iso.datetime() }),
  id: (body) => body.id,
  consumers: ['bot'],
});
