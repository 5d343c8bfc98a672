import test from 'ava';
import { noteHeader, sqlName } from '@opsheet/shared/reference/table';
import { tableNamed, tables } from '@opsheet/shared/reference/tables/all';

test('every table is listed once, by its name', (t) => {
  t.deepEqual(
    tables.map((table) => tableNamed[table.name]),
    [...tables],
  );
  t.is(new Set(tables.map(({ tab }) => tab)).size, tables.length);
});

for (const table of tables) {
  test(`${table.name}: fields and headers are unique, and no column is called as the Sync column`, (t) => {
    const { columns } = table;
    t.is(new Set(columns.map(({ field }) => field)).size, columns.length);
    t.is(new Set([noteHeader, ...columns.map(({ header }) => header)]).size, columns.length + 1);
  });

  test(`${table.name}: the key is a required column that both sides write`, (t) => {
    const key = table.columns.find(({ field }) => field === table.key);
    t.like(key, { required: true, writer: 'both' });
  });
}

test('a band or a rank that ends before it begins is refused', (t) => {
  const band = { minAmount: '500.00', maxAmount: '499.99' };
  for (const name of ['dynamic_rates', 'ranks'] as const) {
    t.is(tableNamed[name].check(band), 'Max Amount 499.99 is below Min Amount 500.00');
    t.is(tableNamed[name].check({ minAmount: '500.00', maxAmount: '1000.00' }), null, 'amounts compare as numbers');
    t.is(tableNamed[name].check({ minAmount: '500.00', maxAmount: '500.00' }), null);
  }
});

test('a field has its SQL name in snake case, digits apart', (t) => {
  t.deepEqual(['hourlyWage', 'bonus1', 'text'].map(sqlName), ['hourly_wage', 'bonus_1', 'text']);
});
