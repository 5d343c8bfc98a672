import type { MigrationObject } from '@mikro-orm/core';
import { Foundation } from './0001-foundation.ts';

/** Every migration in order. One that has run anywhere is never changed; a new one is added below. */
export const migrations: MigrationObject[] = [{ name: '0001-foundation', class: Foundation }];
