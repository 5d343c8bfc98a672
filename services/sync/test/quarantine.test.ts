import test from 'ava';
import { atRest, world } from './world.ts';

test('S2 a quarantined table is at rest, and its reason stays short however long its headers are', async (t) => {
  const w = await world(t);
  await w.pass();
  await w.type('Ranks!I1:K1', [['x', 'y', 'z'].map((letter) => letter.repeat(40_000))]);
  await w.type('Ranks!B1', [['Minimum']]);
  await w.pass();
  const { tables } = await atRest(w);
  t.regex(tables[2]?.quarantine ?? '', /"Min Amount" cannot be found/);
  t.true((tables[2]?.quarantine ?? '').length <= 501);
});
