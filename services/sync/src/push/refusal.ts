import { type Sheets, SheetsError } from '../sheets/sheets.ts';
import type { PlannedWrite } from './planned-write.ts';

/** A write that Google does not take, and what it says. */
export type Refused = { readonly planned: PlannedWrite; readonly detail: string };

/** So many refusals are looked into within one pass; with more the pass fails and says the last. */
const mostRefusals = 5;

/**
 * Writes everything that Google takes, so that a protected cell delays no other (S7). A batch is all or nothing, and
 * its error names the first request that is wrong: that one is taken out, or taken apart when it covers several cells,
 * and the rest is sent again. Usually this is one call.
 */
export async function writeAllBut(planned: readonly PlannedWrite[], sheets: Sheets): Promise<Refused[]> {
  const refused: Refused[] = [];
  let rest = planned;
  for (let tries = 0; rest.length > 0; tries += 1) {
    try {
      await sheets.write(rest.map(({ write }) => write));
      return refused;
    } catch (error) {
      const culprit = tries < mostRefusals ? rest[refusedIndex(error)] : undefined;
      if (!culprit || !(error instanceof SheetsError)) throw error;
      const parts = singleCells(culprit);
      if (parts.length === 1) refused.push({ planned: culprit, detail: error.message });
      rest = rest.flatMap((one) => (one === culprit ? (parts.length === 1 ? [] : parts) : [one]));
    }
  }
  return refused;
}

/** `Invalid requests[3].updateCells: You are trying to edit a protected cell …` → 3; −1 for any other error. */
function refusedIndex(error: unknown): number {
  if (!(error instanceof SheetsError) || error.failure !== 'refused') return -1;
  return Number(/Invalid requests\[(\d+)\]/.exec(error.message)?.[1] ?? -1);
}

function singleCells(planned: PlannedWrite): PlannedWrite[] {
  const { write, places } = planned;
  if (write.kind !== 'cells' || write.values.length === 1) return [planned];
  return write.values.map((value, index) => {
    const place = places[index];
    return { write: { ...write, row: write.row + index, values: [value] }, places: place ? [place] : [] };
  });
}
