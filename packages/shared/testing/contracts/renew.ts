import { writeFileSync } from 'node:fs';
import { contractsDocument } from './document.ts';
import { documentFile, snapshotFile } from './files.ts';
import { contractsSnapshot } from './snapshot.ts';

/** `npm run contracts`: writes docs/contracts.md and the snapshot that the tests compare with. */
writeFileSync(documentFile, contractsDocument());
writeFileSync(snapshotFile, `${JSON.stringify(contractsSnapshot(), null, 2)}\n`);
