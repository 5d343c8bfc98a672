import type { NumberFormat } from '../grid/cell.ts';
import type { Locale } from '../locale/locale.ts';
import { typedAmount } from './typed-amount.ts';
import { typedDate, typedMoment } from './typed-date.ts';
import { typedTime } from './typed-time.ts';

/** A number that somebody typed, and the look that typing it so gives the cell. */
export type TypedNumber = { value: number; numberFormat?: NumberFormat };

/** How a text is read: in which locale, and in which year a date without one lies. */
export type Typing = { readonly locale: Locale; readonly year: number };

/** Reads `1,000.5`, `50%`, `$3`, `2026-09-05`, `9/27/2026`, `10:30` and the like as the locale writes them; undefined for other text, and for 1e400. */
export function typedNumber(text: string, typing: Typing): TypedNumber | undefined {
  if (!/\d/.test(text)) return undefined;
  const number =
    typedAmount(text, typing.locale) ?? typedDate(text, typing) ?? typedTime(text) ?? typedMoment(text, typing);
  return number && Number.isFinite(number.value) ? number : undefined;
}
