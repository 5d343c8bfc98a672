import { movedLine } from '../grid/move.ts';
import type { Move } from '../grid/move.ts';
import type { Spreadsheet } from '../spreadsheet/spreadsheet.ts';
import type { DeveloperMetadata } from './metadata.ts';

/**
 * Brings metadata to where its row or column is now, and drops it with that, or with its sheet. Whether it goes along in
 * a sort is known from one third party's probe only, so a workbook can be told that it stays.
 */
export function followWithMetadata(book: Spreadsheet, move: Move): void {
  if (book.developerMetadata.length === 0 || (move.kind === 'sort' && book.sortLeavesMetadata)) return;
  book.developerMetadata = book.developerMetadata.flatMap((one) => moved(one, move) ?? []);
}

function moved(metadata: DeveloperMetadata, move: Move): DeveloperMetadata | undefined {
  const { location } = metadata;
  if (location.type === 'SPREADSHEET') return metadata;
  if (location.type === 'SHEET') {
    return move.kind === 'drop sheet' && move.sheetId === location.sheetId ? undefined : metadata;
  }
  const line = movedLine(location.line, move);
  return line && { ...metadata, location: { ...location, line } };
}
