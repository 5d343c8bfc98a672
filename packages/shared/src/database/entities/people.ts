import { defineEntity, p } from '@mikro-orm/core';

/** A person who has written to the bot. */
export const Person = defineEntity({
  name: 'Person',
  tableName: 'people',
  properties: {
    telegramId: p.bigint('string').primary().autoincrement(false),
    firstName: p.text(),
    username: p.text().nullable(),
    /** The language chosen with /language; null follows Telegram's. */
    language: p.text().nullable(),
    blocked: p.boolean().default(false),
    /** The one live screen that is edited in place. */
    screenMessageId: p.bigint('number').nullable(),
    /** What the bot has asked and waits to be told, else null. */
    prompt: p.json().nullable(),
    /** Cached table → the version this person has made himself: he is answered from no older one (C3). */
    tickets: p.json(),
    firstSeenAt: p.datetime(),
  },
});

/** Updates of Telegram, kept until their one effect is made (B1). */
export const TelegramUpdate = defineEntity({
  name: 'TelegramUpdate',
  tableName: 'telegram_update',
  indexes: [{ name: 'telegram_update_open', properties: ['chatId', 'updateId'], where: `state <> 'done'` }],
  properties: {
    updateId: p.bigint('number').primary().autoincrement(false),
    chatId: p.bigint('string'),
    payload: p.json(),
    /** 'decided': the effect is committed and `answers` are to be sent. */
    state: p.enum(['pending', 'decided', 'done'] as const),
    answers: p.json().nullable(),
    attempts: p.integer().default(0),
    receivedAt: p.datetime(),
    doneAt: p.datetime().nullable(),
  },
});
