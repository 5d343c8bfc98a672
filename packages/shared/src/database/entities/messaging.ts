import { defineEntity, p } from '@mikro-orm/core';

/** Events that were committed and are on their way. Done when every consumer's inbox row exists. */
export const Outbox = defineEntity({
  name: 'Outbox',
  tableName: 'outbox',
  properties: {
    id: p.bigint('string').primary(),
    subject: p.text(),
    messageId: p.text(),
    body: p.json(),
    consumers: p.array(),
    createdAt: p.datetime(),
    publishedAt: p.datetime().nullable(),
    doneAt: p.datetime().nullable(),
  },
  uniques: [{ properties: ['subject', 'messageId'] }],
  indexes: [{ name: 'outbox_open', properties: ['id'], where: 'done_at is null' }],
});

/** Events that a service has handled, so that a second delivery has no effect. */
export const Inbox = defineEntity({
  name: 'Inbox',
  tableName: 'inbox',
  properties: {
    consumer: p.text().primary(),
    subject: p.text().primary(),
    messageId: p.text().primary(),
    handledAt: p.datetime(),
  },
});

/** The version of each cached table. The row is locked until commit, so versions are gapless and in commit order. */
export const CacheVersion = defineEntity({
  name: 'CacheVersion',
  tableName: 'cache_version',
  properties: { tableName: p.text().primary(), version: p.bigint('number').default(0) },
});

/** What made a version, until it has been published. `rows` is null when there are too many to carry. */
export const CacheChange = defineEntity({
  name: 'CacheChange',
  tableName: 'cache_change',
  properties: {
    tableName: p.text().primary(),
    version: p.bigint('number').primary().autoincrement(false),
    rows: p.json().nullable(),
  },
});
