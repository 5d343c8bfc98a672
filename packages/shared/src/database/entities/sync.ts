import { defineEntity, p } from '@mikro-orm/core';

/** What sheet and database last agreed on, per row, with the values we sent and have not seen again. */
export const SyncBase = defineEntity({
  name: 'SyncBase',
  tableName: 'sync_base',
  properties: {
    tableName: p.text().primary(),
    recordKey: p.text().primary(),
    values: p.json(),
    sent: p.json(),
    unseen: p.boolean().default(false),
  },
});

/** The state of sync per table: when it was last read completely, and why it is left alone. */
export const SyncTable = defineEntity({
  name: 'SyncTable',
  tableName: 'sync_table',
  properties: {
    tableName: p.text().primary(),
    lastCompleteReadAt: p.datetime().nullable(),
    quarantine: p.text().nullable(),
    errors: p.integer().default(0),
  },
});

/** The state of sync as a whole: one row, id 1. */
export const SyncState = defineEntity({
  name: 'SyncState',
  tableName: 'sync_state',
  properties: {
    id: p.integer().primary().autoincrement(false),
    pass: p.integer().default(0),
    pausedBy: p.text().nullable(),
    lastGoodPassAt: p.datetime().nullable(),
    lastReport: p.json().nullable(),
  },
});

/** One line per table and operation that did something, and a summary of the idle passes (seed items A18, A23). */
export const SyncLog = defineEntity({
  name: 'SyncLog',
  tableName: 'sync_log',
  properties: {
    id: p.bigint('string').primary(),
    tableName: p.text(),
    operation: p.enum(['pull', 'push', 'conflict', 'idle'] as const),
    recordId: p.text().default('all'),
    status: p.enum(['success', 'failed', 'conflict'] as const),
    errorMessage: p.text().nullable(),
    pass: p.integer(),
    timestamp: p.datetime().index(),
  },
});

/** Changes of the database on their way to the sheet. `fieldsChanged` maps field → new value. */
export const SyncQueue = defineEntity({
  name: 'SyncQueue',
  tableName: 'sync_queue',
  indexes: [{ properties: ['syncStatus', 'createdAt'] }, { properties: ['tableName', 'recordKey', 'createdAt'] }],
  properties: {
    id: p.bigint('string').primary(),
    tableName: p.text(),
    recordKey: p.text(),
    action: p.enum(['create', 'update', 'delete'] as const),
    fieldsChanged: p.json(),
    createdAt: p.datetime(),
    syncedAt: p.datetime().nullable(),
    syncStatus: p.enum(['pending', 'synced', 'failed'] as const),
    retryCount: p.integer().default(0),
    errorMessage: p.text().nullable(),
  },
});

/** Every cell that changed: when, by which side, in which pass, before and after. A loser of a conflict is kept here too. */
export const SyncHistory = defineEntity({
  name: 'SyncHistory',
  tableName: 'sync_history',
  indexes: [{ properties: ['tableName', 'recordKey', 'at'] }],
  properties: {
    id: p.bigint('string').primary(),
    at: p.datetime(),
    pass: p.integer().nullable().index(),
    tableName: p.text(),
    recordKey: p.text(),
    field: p.text(),
    side: p.enum(['sheets', 'local'] as const),
    actor: p.text(),
    kind: p.enum(['edit', 'loser'] as const),
    before: p.text().nullable(),
    after: p.text().nullable(),
  },
});

/** A cell that both sides changed. `winner` 'open' waits for a person. */
export const SyncConflict = defineEntity({
  name: 'SyncConflict',
  tableName: 'sync_conflict',
  indexes: [{ properties: ['tableName', 'recordKey'] }],
  properties: {
    id: p.integer().primary(),
    at: p.datetime(),
    pass: p.integer(),
    tableName: p.text(),
    recordKey: p.text(),
    field: p.text(),
    baseValue: p.text().nullable(),
    sheetValue: p.text().nullable(),
    databaseValue: p.text().nullable(),
    winner: p.enum(['sheet', 'database', 'open'] as const),
    decidable: p.boolean(),
    withinWindow: p.boolean(),
    settledAt: p.datetime().nullable(),
    settledBy: p.text().nullable(),
  },
});

/** A pass that waits for the owner. `fingerprint` says which plan he was shown. */
export const SyncHold = defineEntity({
  name: 'SyncHold',
  tableName: 'sync_hold',
  properties: {
    id: p.integer().primary(),
    at: p.datetime(),
    pass: p.integer(),
    reason: p.text(),
    fingerprint: p.text(),
    decision: p.enum(['approve', 'refuse'] as const).nullable(),
    decidedBy: p.text().nullable(),
    decidedAt: p.datetime().nullable(),
    /** When the decision was carried out: it counts once. */
    usedAt: p.datetime().nullable(),
  },
});
