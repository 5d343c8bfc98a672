import test from 'ava';
import { typedFigure } from '../../src/admin/typed-figure.ts';

const wage = (text: string) => typedFigure(text, 'hourlyWage');
const commission = (text: string) => typedFigure(text, 'salesCommission');

test('a wage may be typed with a comma and a currency, a commission with a percent sign', (t) => {
  t.deepEqual(['15', '15.5', '15,5', '15,50', ' $15.50 ', '15.50 $'].map(wage), [
    '15',
    '15.5',
    '15.5',
    '15.50',
    '15.50',
    '15.50',
  ]);
  t.deepEqual(['8%', '8 %', '7,5 %'].map(commission), ['8', '8', '7.5']);
});

test('what could be two figures, or one for another field, is left for the column to refuse', (t) => {
  const unclear = ['12,444', '1,234.50', '1 500', 'ten', '15%', '+5'];
  t.deepEqual(unclear.map(wage), unclear);
  t.is(commission('$8'), '$8');
});
