import test from 'ava';
import { typedFigure } from '../../src/admin/typed-figure.ts';

test('a figure may be typed with a comma, a currency or a percent sign', (t) => {
  t.deepEqual(['15', '15.5', '15,5', '15,50', ' $15.50 ', '8%', '8 %', '15.50 $'].map(typedFigure), [
    '15',
    '15.5',
    '15.5',
    '15.50',
    '15.50',
    '8',
    '8',
    '15.50',
  ]);
});

test('what could be two figures is left for the column to refuse', (t) => {
  t.deepEqual(['12,444', '1,234.50', '1 500', 'ten'].map(typedFigure), ['12,444', '1,234.50', '1 500', 'ten']);
});
