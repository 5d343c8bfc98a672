import type { Need } from '../drive/access.ts';
import { permissionDenied } from '../errors.ts';
import { fileNotFound, forbidden } from './drive/drive-error.ts';
import type { Caller, Operation, Target } from './operation.ts';

type By = Pick<Caller, 'drive' | 'user'>;

/** Refuses a call on a file that its user may not open, or may only read. What is not there is refused later. */
export function guardAccess(by: By, { kind, needs }: Operation, { spreadsheetId, fileId }: Target): void {
  if (kind !== 'drive') return guardSpreadsheet(by, spreadsheetId, needs);
  const file = by.drive.find(fileId);
  if (!file || by.drive.access.allows(file, by.user, needs)) return;
  // Drive does not tell strangers that a file exists.
  if (!by.drive.access.allows(file, by.user, 'read')) throw fileNotFound(fileId);
  throw forbidden('The user does not have sufficient permissions for this file.', 'insufficientFilePermissions');
}

export function guardSpreadsheet({ drive, user }: By, spreadsheetId: string, need: Need): void {
  const file = drive.find(spreadsheetId);
  if (file && !drive.access.allows(file, user, need)) throw permissionDenied();
}
