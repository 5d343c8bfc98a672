import { shiftPoint } from '../format/round.ts';
import type { Locale } from '../locale/locale.ts';
import type { TypedNumber } from './typed-number.ts';

const plain = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;
const exponent = /^[+-]?\d+\.?\d*[eE][+-]?\d+$/;

/** Reads a number with or without marks of thousands, a percent sign, or the locale's sign of money on either side. */
export function typedAmount(text: string, locale: Locale): TypedNumber | undefined {
  const number = readNumber(text, locale);
  if (number) return number.grouped ? grouped(number) : { value: number.value };
  const power = withPoint(text, locale);
  if (power !== undefined && exponent.test(power))
    return { value: Number(power), numberFormat: { type: 'SCIENTIFIC', pattern: '0.00E+00' } };
  return typedPercent(text, locale) ?? typedMoney(text, locale);
}

type Amount = { value: number; grouped: boolean; decimals: '' | '.00' };

const grouped = ({ value, decimals }: Amount): TypedNumber => ({
  value,
  numberFormat: { type: 'NUMBER', pattern: `#,##0${decimals}` },
});

function readNumber(text: string, locale: Locale): Amount | undefined {
  const pointed = withPoint(text, locale);
  if (pointed !== undefined && plain.test(pointed))
    return { value: Number(pointed), grouped: false, decimals: pointed.includes('.') ? '.00' : '' };
  const [whole = '', ...fraction] = text.split(locale.decimal);
  const groups = whole.split(isBlank(locale.group) ? /\s/ : locale.group);
  const isGrouped = groups.length > 1 && /^[+-]?\d{1,3}$/.test(groups[0] ?? '') && groups.slice(1).every(isThousand);
  if (!isGrouped || fraction.length > 1 || !/^\d*$/.test(fraction[0] ?? '')) return undefined;
  const value = Number(`${groups.join('')}.${fraction[0] ?? ''}`);
  return { value, grouped: true, decimals: fraction.length > 0 ? '.00' : '' };
}

const isThousand = (digits: string) => /^\d{3}$/.test(digits);
const isBlank = (mark: string) => /^\s$/.test(mark);

/** The text with `.` as its decimal mark; undefined when the locale has another and the text has a point. */
function withPoint(text: string, { decimal }: Locale): string | undefined {
  if (decimal === '.') return text;
  return text.includes('.') ? undefined : text.replace(decimal, '.');
}

function typedPercent(text: string, locale: Locale): TypedNumber | undefined {
  if (!text.endsWith('%')) return undefined;
  const number = readNumber(text.slice(0, -1).trimEnd(), locale);
  // Shifting the point in the text keeps 12.3% exactly 0.123.
  return (
    number && {
      value: shiftPoint(number.value, -2),
      numberFormat: { type: 'PERCENT', pattern: `0${number.decimals}%` },
    }
  );
}

function typedMoney(text: string, locale: Locale): TypedNumber | undefined {
  const { currency } = locale;
  if (!text.includes(currency)) return undefined;
  const [, sign = '', body = ''] = /^([+-]?)(.*)$/s.exec(text) ?? [];
  const bare = withoutSign(body, currency);
  const number = bare === undefined ? undefined : readNumber(sign + bare, locale);
  if (!number) return undefined;
  const pattern = locale.patterns.CURRENCY.replace(/0(\.0+)?(?!.*0)/, `0${number.decimals}`);
  return { value: number.value, numberFormat: { type: 'CURRENCY', pattern } };
}

/** The amount beside a sign of money; undefined without the sign. */
function withoutSign(text: string, sign: string): string | undefined {
  if (text.startsWith(sign)) return text.slice(sign.length).trimStart();
  return text.endsWith(sign) ? text.slice(0, -sign.length).trimEnd() : undefined;
}
