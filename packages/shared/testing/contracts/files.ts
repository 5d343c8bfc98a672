import { join } from 'node:path';

export const documentFile = join(import.meta.dirname, '../../../../docs/contracts.md');
export const snapshotFile = join(import.meta.dirname, '../../test/contracts/contracts.json');
