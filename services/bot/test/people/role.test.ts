import test from 'ava';
import { administrators, roleOf, staffOf } from '../../src/people/role.ts';

test('the first admin is the owner where no owner is named', (t) => {
  const staff = staffOf({ owners: [], admins: ['1', '2'] });
  t.is(roleOf('1', { staff, employed: false }), 'owner');
  t.is(roleOf('2', { staff, employed: true }), 'admin');
  t.deepEqual(administrators(staff), ['1', '2']);
});

test('a named owner need not be an admin, and then no admin is owner', (t) => {
  const staff = staffOf({ owners: ['9'], admins: ['1'] });
  t.is(roleOf('9', { staff, employed: false }), 'owner');
  t.is(roleOf('1', { staff, employed: false }), 'admin');
  t.deepEqual(administrators(staff), ['9', '1']);
});

test('everybody else is an employee by the sheet, or a customer', (t) => {
  const staff = staffOf({ owners: [], admins: [] });
  t.is(roleOf('5', { staff, employed: true }), 'employee');
  t.is(roleOf('5', { staff, employed: false }), 'customer');
});
