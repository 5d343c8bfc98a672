import { ensureServiceAccount } from '../seed/service-account.ts';
import { seedWorkbook } from '../seed/write-workbook.ts';
import { startSheets } from '../sheets/emulator.ts';
import type { Stage } from './stage.ts';

/** Where the workbook is and who reads it. */
export type SheetsPart = { url: string; spreadsheetId: string; credentialsFile: string };

/**
 * Google's Drive notices edits after minutes. Three seconds are short enough to watch, and long enough that a run of
 * edits becomes one change, as there.
 */
const driveLagMs = 3_000;

/** The real spreadsheet, or the emulator's, filled at the first start. */
export async function provideSheets(stage: Stage, stack: AsyncDisposableStack): Promise<SheetsPart> {
  const { settings, folder, say } = stage;
  if (settings.spreadsheet) {
    const { id: spreadsheetId, credentialsFile } = settings.spreadsheet;
    const url = settings.variables['GOOGLE_SHEETS_URL'] ?? 'https://sheets.googleapis.com/';
    return { url: url.replace(/\/$/, ''), spreadsheetId, credentialsFile };
  }
  const emulator = await startSheets({ port: 0, dataFile: folder.sheets, driveLagMs });
  stack.defer(emulator.close);
  await ensureServiceAccount(folder.serviceAccount);
  const spreadsheetId = await seedWorkbook(emulator.url);
  say('Sheets emulator: the workbook is there');
  return { url: emulator.url, spreadsheetId, credentialsFile: folder.serviceAccount };
}
