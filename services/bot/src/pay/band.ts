import type { ReferenceRow } from '@opsheet/shared/contracts/reference';
import { Decimal } from 'decimal.js';

/** As a maximum this means that there is none (the sheet's convention, domain.md 1.1). */
const noLimit = new Decimal(999_999);

/** A range of sales. Both ends are canonical decimal texts; `to` is null where there is no upper limit. */
export type Band = { from: string; to: string | null };

export function bandOf({ values }: ReferenceRow): Band {
  const to = values.maxAmount ?? null;
  return { from: values.minAmount ?? '0', to: to !== null && noLimit.lte(to) ? null : to };
}

/** The rows of a table of bands, lowest first. */
export const byBand = (rows: ReadonlyMap<string, ReferenceRow>): ReferenceRow[] =>
  [...rows.values()].sort((one, other) => Decimal(bandOf(one).from).comparedTo(bandOf(other).from));
