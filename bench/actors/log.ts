import { join } from 'node:path';
import { systemClock } from '@opsheet/shared/runtime/clock';
import { openLog } from '@opsheet/shared/runtime/log';

/** Warnings only: they say that a measurement met something that it should not have. */
export const actorLog = (service: string, folder: string) =>
  openLog({ service, level: 'warn', directory: join(folder, 'logs'), clock: systemClock });
