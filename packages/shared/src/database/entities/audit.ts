import { defineEntity, p } from '@mikro-orm/core';

/** Who changed what, before and after; written in the transaction of the change (A1). */
export const AuditLog = defineEntity({
  name: 'AuditLog',
  tableName: 'audit_log',
  indexes: [{ properties: ['entityType', 'entityId'] }],
  properties: {
    id: p.bigint('string').primary(),
    timestamp: p.datetime().index(),
    actorId: p.text(),
    action: p.text(),
    entityType: p.text(),
    entityId: p.text(),
    details: p.json(),
    service: p.text(),
  },
});

/** Facts about the schema itself, e.g. `schema_version` (seed items A13, C10). */
export const SchemaMetadata = defineEntity({
  name: 'SchemaMetadata',
  tableName: '_schema_metadata',
  properties: { key: p.text().primary(), value: p.text() },
});
