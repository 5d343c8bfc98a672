import type { CellValue } from '../contracts/reference.ts';

/** What a cell said: its canonical value, or why it cannot be taken, in words for the owner. */
export type Parsed = { ok: true; value: CellValue } | { ok: false; reason: string };

/**
 * A column's type. `parse` takes a cell as the Sheets API gives it (UNFORMATTED_VALUE) and must be idempotent through
 * `render`: parse(render(v)) is v for every canonical v. `render` gives what is written into the cell (RAW).
 */
export type ColumnType = {
  readonly name: string;
  /** The SQL type, whose text form is the canonical value. */
  readonly sql: 'bigint' | 'numeric' | 'text';
  readonly parse: (cell: unknown) => Parsed;
  readonly render: (value: CellValue) => string | number;
};

const empty: Parsed = { ok: true, value: null };
const good = (value: string): Parsed => ({ ok: true, value });
const bad = (reason: string): Parsed => ({ ok: false, reason });

/** What the Sheets API gives for a cell; anything else comes from no cell. */
const isPlain = (cell: unknown) => ['string', 'number', 'boolean'].includes(typeof cell);

/** The cell as a person sees it in an error, cut to 40 characters, none of them in half. */
const shown = (cell: unknown) => {
  const text = typeof cell === 'string' ? `"${cell}"` : isPlain(cell) ? String(cell) : 'this';
  const letters = Array.from(text);
  return letters.length > 40 ? `${letters.slice(0, 40).join('')}…` : text;
};

/** PostgreSQL stores neither a zero character nor half a pair of surrogates. */
const isStorable = (text: string) => text.isWellFormed() && !text.includes('\0');

/** A cell with nothing in it, or only blanks; the API cuts off the empty ones at a row's end. */
export const isEmpty = (cell: unknown): boolean =>
  cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '');

/** What a formula shows that has no result (yet). It is no text that anybody wrote. */
const formulaError = /^(#(REF!|N\/A|NAME\?|DIV\/0!|VALUE!|NUM!|NULL!|ERROR!)|Loading\.\.\.)$/;

/** A formula's 0.1 + 0.2 is 0.30000000000000004; the sheet shows 15 digits, and so do we. */
const withoutNoise = (number: number) => Number(number.toPrecision(15));

/** `max` may have at most 15 digits in all, so that a number holds every amount exactly. */
type AmountOptions = { min?: number; max?: number; digits?: number };

/**
 * A decimal number with a fixed count of digits after the point, canonical as '15.00'. Takes numbers and texts with a
 * point; a comma is refused because 12,444 is twelve thousand to one person and twelve to another, and a plus sign
 * because '+5' may mean five more.
 */
export function amount({ min = 0, max = 9_999_999.99, digits = 2 }: AmountOptions = {}): ColumnType {
  const canonical = (number: number, cell: unknown): Parsed => {
    if (number < min) return bad(`${shown(cell)} is below ${min}`);
    if (number > max) return bad(`${shown(cell)} is over ${max}`);
    const fixed = number.toFixed(digits);
    if (Number(fixed) !== number && Number(fixed) !== withoutNoise(number))
      return bad(`${shown(cell)} has more than ${digits} digits after the point`);
    return good(fixed);
  };
  return {
    name: 'amount',
    sql: 'numeric',
    parse(cell) {
      if (isEmpty(cell)) return empty;
      if (typeof cell === 'number')
        return Number.isFinite(cell) ? canonical(cell, cell) : bad(`${shown(cell)} is not a number`);
      if (typeof cell !== 'string') return bad(`${shown(cell)} is not a number`);
      const text = cell.trim();
      if (/^[+-]?\d+,\d+$/.test(text)) return bad(`${shown(cell)} has a comma; write ${text.replace(',', '.')}`);
      return /^-?(\d+\.?\d*|\.\d+)$/.test(text) ? canonical(Number(text), cell) : bad(`${shown(cell)} is not a number`);
    },
    render: (value) => (value === null ? '' : Number(value)),
  };
}

const upToHundred = amount({ min: 0, max: 100 });

/**
 * A percentage from 0 to 100, canonical as '8.00'. Nothing between 0 and 1: a person who types "8%" into a sheet leaves
 * 0.08 there, and a hundredth of a commission must not pass for one.
 */
export const percent: ColumnType = {
  ...upToHundred,
  name: 'percent',
  parse(cell) {
    const parsed = upToHundred.parse(cell);
    const value = parsed.ok ? Number(parsed.value) : 0;
    if (value <= 0 || value >= 1) return parsed;
    return bad(`${shown(cell)} is less than 1 percent; for 8 % write 8, without the sign`);
  },
};

/** A Telegram user id: a positive whole number, canonical as its digits. */
export const telegramId: ColumnType = {
  name: 'telegram id',
  sql: 'bigint',
  parse(cell) {
    if (isEmpty(cell)) return empty;
    const text = typeof cell === 'string' ? cell.trim() : typeof cell === 'number' ? String(cell) : '';
    const number = Number(text);
    if (!/^\d+$/.test(text) || !Number.isSafeInteger(number) || number === 0)
      return bad(`${shown(cell)} is not a Telegram id (a whole number)`);
    return good(String(number));
  },
  render: (value) => (value === null ? '' : Number(value)),
};

/** Any text of up to `max` characters; outer blanks do not count. Numbers and booleans are taken as their text. */
export function text({ max = 500 }: { max?: number } = {}): ColumnType {
  return {
    name: 'text',
    sql: 'text',
    parse(cell) {
      if (isEmpty(cell)) return empty;
      if (!isPlain(cell)) return bad(`${shown(cell)} is not a text`);
      const value = typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell).trim();
      if (formulaError.test(value)) return bad(`the formula shows ${value}`);
      if (!isStorable(value)) return bad('the text has a character that cannot be stored; type it anew');
      return value.length <= max ? good(value) : bad(`the text has ${value.length} characters; ${max} is the limit`);
    },
    render: (value) => value ?? '',
  };
}

const bonusCode =
  /^(none|double_commission|paid_day_off|telegram_premium|(flat|percent_next|percent_prev|percent_all)_\d{1,7}(\.\d{1,4})?)$/;

/** A bonus code of the rank table (reference: the shift bot's bonus list). */
export const bonus: ColumnType = {
  name: 'bonus',
  sql: 'text',
  parse(cell) {
    if (isEmpty(cell)) return empty;
    const value = isPlain(cell) ? String(cell).trim() : '';
    if (bonusCode.test(value)) return good(value);
    return bad(
      `${shown(cell)} is not a bonus; use none, flat_10, percent_next_1, percent_prev_1, percent_all_2, double_commission, paid_day_off or telegram_premium`,
    );
  },
  render: (value) => value ?? '',
};
