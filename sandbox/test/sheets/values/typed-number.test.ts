import test from 'ava';
import { display } from '../../../sheets/format/display.ts';
import { localeOf } from '../../../sheets/locale/locale.ts';
import { enter } from '../../../sheets/values/enter.ts';

/** Locale, what is typed, what is stored, how it is shown. Marks and names are those of Intl; no recording has them. */
const typed: [locale: string, text: string, value: string | number | boolean, shown: string][] = [
  ['en_US', '9/5/2026', 46_270, '9/5/2026'],
  ['en_US', 'Mar 1 2016', 42_430, 'Mar 1 2016'],
  ['en_US', 'March 1, 2016', 42_430, 'March 1, 2016'],
  ['en_US', '5.9.2026', '5.9.2026', '5.9.2026'],
  ['en_US', '1.5', 1.5, '1.5'],
  ['en_GB', '5/9/2026', 46_270, '5/9/2026'],
  ['en_GB', '31/12/2026', 46_387, '31/12/2026'],
  ['en_GB', '£1,250.50', 1250.5, '£1,250.50'],
  ['en_GB', '$5', '$5', '$5'],
  ['id_ID', '1.250,5', 1250.5, '1.250,50'],
  ['id_ID', '1,5', 1.5, '1,5'],
  ['id_ID', '1.5', '1.5', '1.5'],
  ['id_ID', 'Rp15.000', 15_000, 'Rp 15.000'],
  ['id_ID', '5/9/2026', 46_270, '5/9/2026'],
  ['id_ID', '17 Agustus 2026', 46_251, '17 Agustus 2026'],
  ['id_ID', '12,5%', 0.125, '12,50%'],
  ['ru_RU', '1 250,5', 1250.5, '1\u00A0250,50'],
  ['ru_RU', '05.09.2026', 46_270, '5.9.2026'],
  ['ru_RU', '1.5', 46_143, '1.5'],
  ['ru_RU', '5 сентября 2026', 46_270, '5 сентября 2026'],
  ['ru_RU', '250 ₽', 250, '250 ₽'],
  ['de_DE', '1.000', 1000, '1.000'],
  ['de_DE', '1,25', 1.25, '1,25'],
  ['de_DE', '3. Mai 2026', '3. Mai 2026', '3. Mai 2026'],
  ['de_DE', '12,50 €', 12.5, '12,50 €'],
  ['de_DE', '5.9.2026 10:30', 46_270.4375, '5.9.2026 10:30'],
  ['de_DE', '2026-09-05', 46_270, '2026-09-05'],
];
for (const [name, text, value, shown] of typed) {
  test(`${text} typed in ${name} is stored as ${JSON.stringify(value)} and shown as ${shown}`, (t) => {
    const locale = localeOf(name);
    const cell = enter(undefined, text, { option: 'USER_ENTERED', year: 2026, locale });
    t.is(cell?.value, value);
    t.is(cell && display(cell, locale), shown);
  });
}
