import * as bot from './bot.ts';
import type { Command, Event } from './contract.ts';
import * as expiry from './expiry.ts';
import * as sync from './sync.ts';

const declared: unknown[] = [...Object.values(bot), ...Object.values(expiry), ...Object.values(sync)];

const isKind = (kind: 'command' | 'event', value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind;

/** Every command, in the order of the files. */
export const allCommands = declared.filter((value): value is Command => isKind('command', value));

/** Every event, in the order of the files. */
export const allEvents = declared.filter((value): value is Event => isKind('event', value));
