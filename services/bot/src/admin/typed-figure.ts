import type { PayField } from '../bot/callback.ts';

/** What may stand before and after a field's figure. A figure with another sign was meant for another field. */
const signs: Readonly<Record<PayField, RegExp>> = { hourlyWage: /^\$\s*|\s*\$$/, salesCommission: /\s*%$/ };

/**
 * A figure as a person types it, in the form that columns read: '15,5', '$15.5' and '8 %' become '15.5', '15.5' and
 * '8'. A comma counts as the decimal sign only before one or two last digits, because 12,444 is twelve thousand to one
 * person and twelve to another; whatever is unclear is left as it is, for the column to refuse.
 */
export function typedFigure(text: string, field: PayField): string {
  const bare = text.trim().replace(signs[field], '');
  return /^\d+,\d{1,2}$/.test(bare) ? bare.replace(',', '.') : bare;
}
