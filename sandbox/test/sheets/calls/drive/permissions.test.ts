import test from 'ava';
import { driveFor } from './client.ts';

const writer = { type: 'user', role: 'writer', emailAddress: 'ann@example.test' };

test('a permission has the same id on every file, and is answered without whom it is for', async (t) => {
  const { api, make } = await driveFor(t);
  const ids = [];
  for (const name of ['a', 'b']) {
    const { data } = await api.permissions.create({ fileId: await make(name), requestBody: writer });
    t.deepEqual(data, { kind: 'drive#permission', id: data.id ?? '', type: 'user', role: 'writer' });
    ids.push(data.id);
  }
  t.regex(ids[0] ?? '', /^\d{20}$/);
  t.is(ids[0], ids[1]);
});

test('whoever has a permission already gets the new one in its place', async (t) => {
  const { api, make } = await driveFor(t);
  const fileId = await make('Pay');
  await api.permissions.create({ fileId, requestBody: writer });
  await api.permissions.create({ fileId, requestBody: { ...writer, role: 'reader' } });
  const { data } = await api.permissions.list({ fileId, fields: 'permissions(emailAddress,role)' });
  t.deepEqual(data.permissions, [
    { emailAddress: 'owner@example.test', role: 'owner' },
    { emailAddress: 'ann@example.test', role: 'reader' },
  ]);
});

test('anybody with the link, and a domain, can be let in', async (t) => {
  const { api, make } = await driveFor(t);
  const fileId = await make('Pay');
  const anyone = await api.permissions.create({ fileId, requestBody: { type: 'anyone', role: 'reader' } });
  t.deepEqual(anyone.data, {
    kind: 'drive#permission',
    id: 'anyoneWithLink',
    type: 'anyone',
    role: 'reader',
    allowFileDiscovery: false,
  });
  const domain = { type: 'domain', role: 'reader', domain: 'example.test' };
  t.is((await api.permissions.create({ fileId, fields: 'domain', requestBody: domain })).data.domain, 'example.test');
});

test('a role is changed and a permission is taken back by its id', async (t) => {
  const { api, make } = await driveFor(t);
  const fileId = await make('Pay');
  const { data } = await api.permissions.create({ fileId, requestBody: writer });
  const permissionId = data.id ?? '';
  await api.permissions.update({ fileId, permissionId, requestBody: { role: 'reader' } });
  t.is((await api.permissions.get({ fileId, permissionId })).data.role, 'reader');
  await api.permissions.delete({ fileId, permissionId });
  t.like(await t.throwsAsync(api.permissions.get({ fileId, permissionId })), {
    status: 404,
    message: `Permission not found: ${permissionId}.`,
  });
});

test('the owner stays, and nobody becomes it by the way', async (t) => {
  const { api, make } = await driveFor(t);
  const fileId = await make('Pay');
  const { data } = await api.permissions.list({ fileId });
  const error = await t.throwsAsync(api.permissions.delete({ fileId, permissionId: data.permissions?.[0]?.id ?? '' }));
  t.like(error, { status: 403 });
  t.like(await t.throwsAsync(api.permissions.create({ fileId, requestBody: { ...writer, role: 'owner' } })), {
    status: 403,
    message: "The transferOwnership parameter must be enabled when the permission role is 'owner'.",
  });
});

test('names that Drive does not know are taken no notice of: gspread sends one', async (t) => {
  const { emulator, make } = await driveFor(t);
  const response = await fetch(`${emulator.url}/drive/v3/files/${await make('Pay')}/permissions`, {
    method: 'POST',
    headers: { authorization: 'Bearer owner@example.test', 'content-type': 'application/json' },
    body: JSON.stringify({ ...writer, withLink: false }),
  });
  t.is(response.status, 200);
});
