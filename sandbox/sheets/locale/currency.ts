import { plainLiteral } from './literal.ts';

/** Intl knows how a currency is written but not where it is used. Regions that are not here get the dollar of en_US. */
const currencies: Readonly<Record<string, string>> = {
  AT: 'EUR',
  AU: 'AUD',
  BE: 'EUR',
  BR: 'BRL',
  CA: 'CAD',
  CH: 'CHF',
  CN: 'CNY',
  CZ: 'CZK',
  DE: 'EUR',
  DK: 'DKK',
  ES: 'EUR',
  FI: 'EUR',
  FR: 'EUR',
  GB: 'GBP',
  GR: 'EUR',
  HU: 'HUF',
  ID: 'IDR',
  IE: 'EUR',
  IL: 'ILS',
  IN: 'INR',
  IT: 'EUR',
  JP: 'JPY',
  KR: 'KRW',
  MX: 'MXN',
  MY: 'MYR',
  NL: 'EUR',
  NO: 'NOK',
  PH: 'PHP',
  PL: 'PLN',
  PT: 'EUR',
  RO: 'RON',
  RU: 'RUB',
  SE: 'SEK',
  SG: 'SGD',
  SK: 'EUR',
  TH: 'THB',
  TR: 'TRY',
  TW: 'TWD',
  UA: 'UAH',
  US: 'USD',
  VN: 'VND',
  ZA: 'ZAR',
};

function currencyParts(tag: string): Intl.NumberFormatPart[] {
  const currency = currencies[new Intl.Locale(tag).maximize().region ?? ''] ?? 'USD';
  return new Intl.NumberFormat(tag, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).formatToParts(
    1.5,
  );
}

/** The sign of the region's own money, e.g. `Rp`. */
export const currencySign = (tag: string): string =>
  currencyParts(tag).find((part) => part.type === 'currency')?.value ?? '$';

/** A pattern such as `"$"#,##0.00` or `#,##0.00 "€"`; with decimals where the money has such. */
export function currencyPattern(tag: string): string {
  const shown = currencyParts(tag).map(({ type, value }) => {
    if (type === 'currency') return `"${value}"`;
    if (type === 'integer') return '#,##0';
    if (type === 'fraction') return '0'.repeat(value.length);
    if (type === 'decimal') return '.';
    return type === 'literal' ? plainLiteral(value) : '';
  });
  return shown.join('');
}
