import test from 'ava';
import { addGroup, removeGroup } from '../../../sheets/overlay/groups.ts';

/** Columns by letter: `span('B', 'E')` is all of B to E. */
const span = (first: string, last: string) => ({ start: first.charCodeAt(0) - 65, end: last.charCodeAt(0) - 64 });
const depth = (first: string, last: string, deep: number) => ({ ...span(first, last), depth: deep });

/** The examples in the discovery texts of AddDimensionGroupRequest and DeleteDimensionGroupRequest. */
const nested = [depth('B', 'E', 1), depth('C', 'D', 2)];

test('a group around another makes that one deeper', (t) => {
  t.deepEqual(addGroup([depth('C', 'D', 1)], span('B', 'E')), nested);
});

test('a group inside of another is deeper', (t) => {
  t.deepEqual(addGroup([depth('B', 'E', 1)], span('C', 'D')), nested);
});

test('groups that overlap become one over both with one in it where they meet', (t) => {
  t.deepEqual(addGroup([depth('B', 'D', 1)], span('C', 'E')), nested);
});

test('removing a group makes its columns one less deep', (t) => {
  t.deepEqual(removeGroup(nested, span('D', 'E')), [depth('B', 'D', 1), depth('C', 'C', 2)]);
  t.deepEqual(removeGroup([depth('B', 'E', 1)], span('A', 'Z')), []);
});

test('groups side by side are one', (t) => {
  t.deepEqual(addGroup([depth('B', 'C', 1)], span('D', 'E')), [depth('B', 'E', 1)]);
});

test('a collapsed group stays collapsed when another is added', (t) => {
  t.deepEqual(addGroup([{ ...depth('B', 'E', 1), collapsed: true }], span('C', 'D')), [
    { ...depth('B', 'E', 1), collapsed: true },
    depth('C', 'D', 2),
  ]);
});
