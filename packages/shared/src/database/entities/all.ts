import { AuditLog, SchemaMetadata } from './audit.ts';
import { CacheChange, CacheVersion, Inbox, Outbox } from './messaging.ts';
import { Person, TelegramUpdate } from './people.ts';
import { DynamicRate, EmployeeSettings, Rank } from './reference.ts';
import { SyncBase, SyncConflict, SyncHistory, SyncHold, SyncLog, SyncQueue, SyncState, SyncTable } from './sync.ts';

export const entities = [
  EmployeeSettings,
  DynamicRate,
  Rank,
  SyncBase,
  SyncTable,
  SyncState,
  SyncLog,
  SyncQueue,
  SyncHistory,
  SyncConflict,
  SyncHold,
  Outbox,
  Inbox,
  CacheVersion,
  CacheChange,
  Person,
  TelegramUpdate,
  AuditLog,
  SchemaMetadata,
];
