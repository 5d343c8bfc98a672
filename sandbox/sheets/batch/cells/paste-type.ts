import type { Cell } from '../../grid/cell.ts';
import { withoutValue } from '../../grid/cell.ts';
import { oneOf } from '../../wire/reader.ts';
import type { Read } from '../../wire/reader.ts';

/** What of the cells is pasted. The API has one more, for conditional formatting alone. */
export const PasteType = oneOf('PasteType', [
  'PASTE_NORMAL',
  'PASTE_VALUES',
  'PASTE_FORMAT',
  'PASTE_NO_BORDERS',
  'PASTE_FORMULA',
  'PASTE_DATA_VALIDATION',
]);
export type PasteType = Read<typeof PasteType>;

/** A cell after another was pasted over it. */
export function pasted(old: Cell | undefined, cell: Cell | undefined, pasteType: PasteType): Cell | undefined {
  const { value, formula, format, validation } = cell ?? {};
  if (pasteType === 'PASTE_NORMAL') return cell;
  if (pasteType === 'PASTE_NO_BORDERS') return cell && withoutBorders(cell);
  if (pasteType === 'PASTE_FORMAT') {
    const { format: _, ...rest } = old ?? {};
    return orNothing({ ...rest, ...(format && { format }) });
  }
  if (pasteType === 'PASTE_DATA_VALIDATION') {
    const { validation: _, ...rest } = old ?? {};
    return orNothing({ ...rest, ...(validation && { validation }) });
  }
  const keepsFormula = pasteType === 'PASTE_FORMULA' && formula !== undefined;
  return orNothing({ ...withoutValue(old), ...(value !== undefined && { value }), ...(keepsFormula && { formula }) });
}

function withoutBorders({ format, ...rest }: Cell): Cell | undefined {
  const kept = Object.entries(format ?? {}).filter(([name]) => name !== 'borders');
  return orNothing({ ...rest, ...(kept.length > 0 && { format: Object.fromEntries(kept) }) });
}

const orNothing = (cell: Cell): Cell | undefined => (Object.keys(cell).length > 0 ? cell : undefined);
