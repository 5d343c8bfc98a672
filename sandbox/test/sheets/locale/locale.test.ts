import test from 'ava';
import { localeOf } from '../../../sheets/locale/locale.ts';

const patterns: Record<string, [date: string, time: string, currency: string]> = {
  en_US: ['m/d/yyyy', 'h:mm:ss AM/PM', '"$"#,##0.00'],
  en_GB: ['dd/mm/yyyy', 'hh:mm:ss', '"£"#,##0.00'],
  id_ID: ['dd/mm/yyyy', 'hh.mm.ss', '"Rp" #,##0'],
  ru_RU: ['dd.mm.yyyy', 'hh:mm:ss', '#,##0.00 "₽"'],
  de_DE: ['dd.mm.yyyy', 'hh:mm:ss', '#,##0.00 "€"'],
  ja_JP: ['yyyy/mm/dd', 'h:mm:ss', '"￥"#,##0'],
};
for (const [name, [date, time, currency]] of Object.entries(patterns)) {
  test(`${name} writes dates as ${date}, times as ${time} and money as ${currency}`, (t) => {
    const { DATE, TIME, CURRENCY } = localeOf(name).patterns;
    t.deepEqual([DATE, TIME, CURRENCY], [date, time, currency]);
  });
}

test('arguments are separated by semicolons where the comma is the decimal mark', (t) => {
  t.is(localeOf('id_ID').separator, ';');
  t.is(localeOf('en_GB').separator, ',');
});

test('a locale that Intl does not know is written as en_US', (t) => {
  for (const name of ['', 'nowhere at all', '!!']) t.deepEqual({ ...localeOf(name), name: 'en_US' }, localeOf('en_US'));
});
