import { Refusal } from '../errors.ts';
import type { Spreadsheet } from '../spreadsheet/spreadsheet.ts';
import { sheetIdOf } from './location.ts';

/** Of keys and values together: for the workbook itself, and again for each of its sheets (Google's guide). */
const maxCharacters = 30_000;

/** Refuses a workbook in which the metadata of some sheet, or of the workbook itself, is too long. */
export function refuseLongMetadata(book: Spreadsheet): void {
  const lengths = new Map<number | undefined, number>();
  for (const { location, metadataKey, metadataValue = '' } of book.developerMetadata) {
    const sheetId = sheetIdOf(location);
    const length = (lengths.get(sheetId) ?? 0) + metadataKey.length + metadataValue.length;
    if (length > maxCharacters)
      throw new Refusal(`The developer metadata exceeds the limit of ${maxCharacters} characters.`);
    lengths.set(sheetId, length);
  }
}
