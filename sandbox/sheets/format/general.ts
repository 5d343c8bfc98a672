import type { Locale } from '../locale/locale.ts';

/** A number without a format: up to ten significant digits, and powers of ten from 1E+15 on. */
export function formatGeneral(value: number, { decimal }: Pick<Locale, 'decimal'>): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value === 0 ? 0 : value);
  const text = shortDigits(value) ?? rounded(value);
  return decimal === '.' ? text : text.replace('.', decimal);
}

/** Most numbers have few digits: those need no rounding, which a read of a million cells would feel. */
function shortDigits(value: number): string | undefined {
  const text = String(value);
  return text.length <= 11 && !text.includes('e') ? text : undefined;
}

function rounded(value: number): string {
  const short = Number(value.toPrecision(10));
  const magnitude = Math.floor(Math.log10(Math.abs(short)));
  return magnitude >= 15 || magnitude < -9 ? scientific(short, 5) : fixed(short, Math.max(0, 9 - magnitude));
}

const fixed = (value: number, decimals: number) => trimZeros(value.toFixed(decimals));
const trimZeros = (digits: string) => (digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits);

function scientific(value: number, decimals: number): string {
  const [mantissa = '', exponent = '0'] = value.toExponential(decimals).split('e');
  return `${trimZeros(mantissa)}E${exponent.startsWith('-') ? '-' : '+'}${exponent.replace(/^[+-]/, '').padStart(2, '0')}`;
}
