import test from 'ava';
import { messageOf, workbookFor } from './workbook.ts';

const refusal =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';
const firstColumn = { startColumnIndex: 0, endColumnIndex: 1 };
const protect = (more: object = {}) => ({ addProtectedRange: { protectedRange: { range: firstColumn, ...more } } });

const cell = (columnIndex: number) => ({
  updateCells: { start: { columnIndex }, rows: [{ values: [{}] }], fields: 'userEnteredValue' },
});

test('whoever is no editor of a protected range is refused with 400, and the whole batch with him', async (t) => {
  const { batch, send, values } = await workbookFor(t);
  await batch(protect());
  const write = (range: string, user: string) =>
    send('PUT', `/values/${range}?valueInputOption=RAW`, { values: [['x']] }, user);
  t.is(messageOf(await write('A1', 'guest')), refusal);
  t.is((await write('B1', 'guest')).status, 200);
  t.is((await write('A1', 'owner')).status, 200);
  const answer = await send('POST', ':batchUpdate', { requests: [cell(1), cell(0)] }, 'guest');
  t.is(messageOf(answer), `Invalid requests[1].updateCells: ${refusal}`);
  t.deepEqual(await values('Sheet1'), [['x', 'x']]);
});

const edits: Record<string, [path: string, body?: object]> = {
  'values.clear': ['/values/A1:clear'],
  'values.append': ['/values/A1:append?valueInputOption=RAW', { values: [['x']] }],
  sortRange: [':batchUpdate', { requests: [{ sortRange: { range: {}, sortSpecs: [{ dimensionIndex: 0 }] } }] }],
  deleteDimension: [
    ':batchUpdate',
    { requests: [{ deleteDimension: { range: { dimension: 'ROWS', startIndex: 0, endIndex: 1 } } }] },
  ],
  repeatCell: [':batchUpdate', { requests: [{ repeatCell: { range: {}, cell: {}, fields: 'note' } }] }],
  mergeCells: [':batchUpdate', { requests: [{ mergeCells: { range: { endRowIndex: 2 } } }] }],
  cutPaste: [
    ':batchUpdate',
    { requests: [{ cutPaste: { source: { endRowIndex: 1, endColumnIndex: 1 }, destination: { columnIndex: 1 } } }] },
  ],
  deleteSheet: [':batchUpdate', { requests: [{ addSheet: {} }, { deleteSheet: { sheetId: 0 } }] }],
  deleteProtectedRange: [':batchUpdate', { requests: [{ deleteProtectedRange: { protectedRangeId: 7 } }] }],
};
for (const [kind, [path, body]] of Object.entries(edits)) {
  test(`${kind} respects protected ranges`, async (t) => {
    const { batch, send } = await workbookFor(t);
    await batch(protect({ protectedRangeId: 7 }));
    t.regex(
      messageOf(await send('POST', path, body, 'guest')) ?? '',
      /You are trying to edit a protected cell or object/,
    );
    t.is((await send('POST', path, body)).status, 200);
  });
}

test('a range that only warns, and one with the user among its editors, bar nobody', async (t) => {
  const { batch, send } = await workbookFor(t);
  await batch(protect({ warningOnly: true }), protect({ editors: { users: ['guest'] } }));
  t.is((await send('PUT', '/values/A1?valueInputOption=RAW', { values: [['x']] }, 'guest')).status, 200);
});

test('only editors are told who the editors are', async (t) => {
  const { batch, send } = await workbookFor(t);
  await batch(protect({ protectedRangeId: 7 }));
  const seenBy = async (user: string) =>
    (
      await send(
        'GET',
        '?fields=sheets.protectedRanges(protectedRangeId,requestingUserCanEdit,editors)',
        undefined,
        user,
      )
    ).body;
  t.deepEqual(await seenBy('owner'), {
    sheets: [
      { protectedRanges: [{ protectedRangeId: 7, requestingUserCanEdit: true, editors: { users: ['owner'] } }] },
    ],
  });
  t.deepEqual(await seenBy('guest'), { sheets: [{ protectedRanges: [{ protectedRangeId: 7 }] }] });
});

test('in a protected sheet some cells can stay open to all, and go along when rows are inserted', async (t) => {
  const { batch, send } = await workbookFor(t);
  const open = { startRowIndex: 1, endRowIndex: 3, startColumnIndex: 1, endColumnIndex: 2 };
  await batch({ addProtectedRange: { protectedRange: { range: { sheetId: 0 }, unprotectedRanges: [open] } } });
  const write = async (range: string, values: string[][]) =>
    (await send('PUT', `/values/${range}?valueInputOption=RAW`, { values }, 'guest')).status;
  t.is(await write('B2', [['x'], ['y']]), 200);
  t.is(await write('B2', [['x'], ['y'], ['z']]), 400);
  await batch({ insertDimension: { range: { dimension: 'ROWS', startIndex: 0, endIndex: 1 } } });
  t.is(await write('B2', [['x']]), 400);
  t.is(await write('B4', [['x']]), 200);
  t.like((await send('GET', '?fields=sheets.protectedRanges')).body, {
    sheets: [{ protectedRanges: [{ range: {}, unprotectedRanges: [{ ...open, startRowIndex: 2, endRowIndex: 4 }] }] }],
  });
});

test('a range with cells open to all that protects no whole sheet is refused', async (t) => {
  const { batch } = await workbookFor(t);
  t.is(
    messageOf(await batch(protect({ unprotectedRanges: [firstColumn] }))),
    'Invalid requests[0].addProtectedRange: Unprotected ranges are only supported on protected sheets.',
  );
});
