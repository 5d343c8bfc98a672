/** A number without a format: up to ten significant digits, and powers of ten from 1E+15 on. */
export function formatPlain(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value === 0 ? 0 : value);
  const short = Number(value.toPrecision(10));
  const magnitude = Math.floor(Math.log10(Math.abs(short)));
  if (magnitude >= 15 || magnitude < -9) return scientific(short, 5);
  return trimZeros(short.toFixed(Math.max(0, 9 - magnitude)));
}

const trimZeros = (digits: string) => (digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits);

function scientific(value: number, decimals: number): string {
  const [mantissa = '', exponent = '0'] = value.toExponential(decimals).split('e');
  return `${trimZeros(mantissa)}E${exponent.startsWith('-') ? '-' : '+'}${exponent.replace(/^[+-]/, '').padStart(2, '0')}`;
}

const digitsPattern = /[#0?][#0?,]*(\.[#0?]+)?(E\+0+)?/;

/** Shows a number by a pattern such as `"$"#,##0.00` or `0%`; of `positive;negative` sections the fitting one counts. */
export function formatNumber(value: number, pattern: string): string {
  const [positive = '', negative] = pattern.split(';');
  if (value < 0 && negative !== undefined) return fill(negative, -value);
  return value < 0 ? `-${fill(positive, -value)}` : fill(positive, value);
}

function fill(pattern: string, value: number): string {
  const literals: string[] = [];
  const bare = pattern.replaceAll(/"([^"]*)"|\\(.)/g, (_, quoted?: string, escaped?: string) => {
    literals.push(quoted ?? escaped ?? '');
    return String.fromCodePoint(literalBase + literals.length - 1);
  });
  const shown = bare.replace(digitsPattern, (digits) => digitsBy(digits, bare.includes('%') ? value * 100 : value));
  return shown.replaceAll(/[\uE000-\uE0FF]/g, (mark) => literals[(mark.codePointAt(0) ?? 0) - literalBase] ?? '');
}

/** Quoted text stands aside as private characters while the digits are found. */
const literalBase = 0xe000;

function digitsBy(pattern: string, value: number): string {
  const [whole = '', rest = ''] = pattern.split('.');
  if (pattern.includes('E')) return exponentBy(rest, value);
  const required = (rest.match(/0/g) ?? []).length;
  const decimals = (rest.match(/[#0?]/g) ?? []).length;
  const [integer = '0', fraction = ''] = value.toFixed(decimals).split('.');
  const kept = fraction.slice(0, required) + fraction.slice(required).replace(/0+$/, '');
  const padded = integer.padStart((whole.match(/0/g) ?? []).length, '0');
  const grouped = whole.includes(',') ? padded.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',') : padded;
  return kept === '' ? grouped : `${grouped}.${kept}`;
}

function exponentBy(rest: string, value: number): string {
  const decimals = (rest.split('E')[0]?.match(/[#0?]/g) ?? []).length;
  const [mantissa = '', exponent = '+0'] = value.toExponential(decimals).split('e');
  return `${mantissa}E${exponent.charAt(0)}${exponent.slice(1).padStart(2, '0')}`;
}
