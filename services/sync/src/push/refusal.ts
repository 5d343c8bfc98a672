import { type Sheets, SheetsError } from '../sheets/sheets.ts';
import type { PlannedWrite } from './planned-write.ts';

/** A write that Google does not take, and what it says. */
export type Refused = { readonly planned: PlannedWrite; readonly detail: string };

/** So many refusals of one tab are looked into within one pass; with more the rest of the tab counts as refused. */
const mostRefusals = 5;

/**
 * Writes everything that Google takes, so that a protected cell or tab delays no other (S7). A batch is all or nothing,
 * and its error names the first request that is wrong: that one is taken out, or taken apart when it covers several
 * cells, and the rest is sent again. Usually this is one call.
 */
export async function writeAllBut(planned: readonly PlannedWrite[], sheets: Sheets): Promise<Refused[]> {
  const refused: Refused[] = [];
  const refusals = new Map<number, number>();
  let rest = planned;
  while (rest.length > 0) {
    try {
      await sheets.write(rest.map(({ write }) => write));
      return refused;
    } catch (error) {
      const culprit = rest[refusedIndex(error)];
      if (!culprit || !(error instanceof SheetsError)) throw error;
      const { sheetId } = culprit.write;
      refusals.set(sheetId, (refusals.get(sheetId) ?? 0) + 1);
      const isHopeless = (refusals.get(sheetId) ?? 0) > mostRefusals;
      const out = rest.filter((one) => (isHopeless ? one.write.sheetId === sheetId : one === culprit));
      const parts = isHopeless ? [] : partsOf(culprit);
      if (parts.length === 0) refused.push(...out.map((one) => ({ planned: one, detail: error.message })));
      rest = rest.flatMap((one) => (one === culprit ? parts : out.includes(one) ? [] : [one]));
    }
  }
  return refused;
}

/** `Invalid requests[3].updateCells: You are trying to edit a protected cell …` → 3; −1 for any other error. */
function refusedIndex(error: unknown): number {
  if (!(error instanceof SheetsError) || error.failure !== 'refused') return -1;
  return Number(/Invalid requests\[(\d+)\]/.exec(error.message)?.[1] ?? -1);
}

/** The single cells of a run; none when there is nothing smaller. */
function partsOf({ write, places }: PlannedWrite): PlannedWrite[] {
  if (write.kind !== 'cells' || write.values.length === 1) return [];
  return write.values.map((value, index) => {
    const place = places[index];
    return { write: { ...write, row: write.row + index, values: [value] }, places: place ? [place] : [] };
  });
}
