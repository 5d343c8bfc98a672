import test from 'ava';
import { driveFor, folderType } from './client.ts';

test('a file tells whose it is, where it is and what became of it', async (t) => {
  const { api, as, make } = await driveFor(t);
  const fileId = await make('Pay', { description: 'Monthly' });
  const { data } = await api.files.get({ fileId, fields: '*' });
  t.like(data, {
    kind: 'drive#file',
    id: fileId,
    name: 'Pay',
    description: 'Monthly',
    trashed: false,
    starred: false,
    shared: false,
    ownedByMe: true,
    owners: [{ emailAddress: 'owner@example.test', me: true }],
    webViewLink: `https://docs.google.com/spreadsheets/d/${fileId}/edit`,
    permissions: [{ type: 'user', role: 'owner', emailAddress: 'owner@example.test' }],
  });
  t.is((await as('guest@example.test').files.get({ fileId, fields: 'ownedByMe' })).data.ownedByMe, false);
});

test('a rename is seen by Sheets, and a title changed there by Drive', async (t) => {
  const { emulator, api, make } = await driveFor(t);
  const fileId = await make('Pay');
  await api.files.update({ fileId, requestBody: { name: 'Payroll', starred: true } });
  t.is(emulator.store.get(fileId).title, 'Payroll');
  emulator.store.edit(fileId, 'owner@example.test', ({ book }) => (book.title = 'Wages'));
  t.like((await api.files.get({ fileId, fields: 'name,starred' })).data, { name: 'Wages', starred: true });
});

test('a file is put in a folder, moved out of it, and never in two', async (t) => {
  const { api, make, names } = await driveFor(t);
  const { data: folder } = await api.files.create({ requestBody: { name: 'Year', mimeType: folderType } });
  const parent = folder.id ?? '';
  const fileId = await make('Pay', { parents: [parent] });
  t.deepEqual(await names({ q: `'${parent}' in parents` }), ['Pay']);
  const error = await t.throwsAsync(api.files.update({ fileId, addParents: 'root' }));
  t.like(error, { status: 403, message: 'Increasing the number of parents is not allowed' });
  await api.files.update({ fileId, addParents: 'root', removeParents: parent });
  t.deepEqual(await names({ q: "'root' in parents", orderBy: 'name' }), ['Pay', 'Year']);
});

test('a folder that does not exist takes no file', async (t) => {
  const { make, emulator } = await driveFor(t);
  t.like(await t.throwsAsync(make('Pay', { parents: ['nowhere'] })), {
    status: 404,
    message: 'File not found: nowhere.',
  });
  t.deepEqual(emulator.store.all(), []);
});

test('a folder goes with all that is in it', async (t) => {
  const { api, make, emulator } = await driveFor(t);
  const { data: folder } = await api.files.create({ requestBody: { name: 'Year', mimeType: folderType } });
  await make('Pay', { parents: [folder.id ?? ''] });
  await api.files.delete({ fileId: folder.id ?? '' });
  t.deepEqual([emulator.store.all(), emulator.drive.files()], [[], []]);
});

test('what is in the trash can still be found and taken back', async (t) => {
  const { api, make, names } = await driveFor(t);
  const fileId = await make('Pay');
  await api.files.update({ fileId, requestBody: { trashed: true } });
  t.deepEqual([await names({ q: 'trashed = false' }), await names({ q: 'trashed = true' })], [[], ['Pay']]);
  await api.files.update({ fileId, requestBody: { trashed: false } });
  t.deepEqual(await names({ q: 'not trashed = true' }), ['Pay']);
});

test('a copy has the sheets of the original, an id and an owner of its own, and is not shared', async (t) => {
  const { emulator, api, as, make } = await driveFor(t);
  const fileId = await make('Pay');
  emulator.store.edit(fileId, 'owner@example.test', ({ book }) => (book.locale = 'id_ID'));
  await api.permissions.create({ fileId, requestBody: { type: 'anyone', role: 'reader' } });
  const { data } = await as('guest@example.test').files.copy({ fileId, fields: 'id,name,owners,shared' });
  t.like(data, { name: 'Copy of Pay', shared: false, owners: [{ emailAddress: 'guest@example.test' }] });
  t.not(data.id, fileId);
  t.is(emulator.store.get(data.id ?? '').locale, 'id_ID');
  emulator.store.edit(data.id ?? '', 'guest@example.test', ({ book }) => (book.sheets = []));
  t.is(emulator.store.get(fileId).sheets.length, 1);
});

test('an error is in Drive’s envelope, for a bad mask and a missing file alike', async (t) => {
  const { api } = await driveFor(t);
  const missing = await t.throwsAsync<Error & { response?: { data: unknown } }>(api.files.get({ fileId: 'gone' }));
  const reason = { domain: 'global', reason: 'notFound', locationType: 'parameter', location: 'fileId' };
  t.like(missing, { status: 404, message: 'File not found: gone.' });
  const message = 'File not found: gone.';
  t.deepEqual(missing?.response?.data, { error: { code: 404, message, errors: [{ message, ...reason }] } });
  t.like(await t.throwsAsync(api.files.list({ fields: 'files/colour' })), {
    status: 400,
    message: 'Invalid field selection files.colour',
  });
});

test('who I am is told when it is said what to tell', async (t) => {
  const { api } = await driveFor(t);
  t.like((await api.about.get({ fields: 'user' })).data, { user: { emailAddress: 'owner@example.test', me: true } });
  t.like(await t.throwsAsync(api.about.get()), {
    status: 400,
    message: "The 'fields' parameter is required for this method.",
  });
});

test('comments are kept, newest first', async (t) => {
  const { api, make } = await driveFor(t);
  const fileId = await make('Pay');
  for (const content of ['first', 'second']) {
    await api.comments.create({ fileId, fields: 'id', requestBody: { content, anchor: 'A1' } });
  }
  const { data } = await api.comments.list({ fileId, fields: 'comments(content,anchor),nextPageToken', pageSize: 1 });
  t.deepEqual(data, { nextPageToken: '1', comments: [{ content: 'second', anchor: 'A1' }] });
});
