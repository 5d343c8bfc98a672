import test from 'ava';
import { messageOf, workbookFor } from '../workbook.ts';

const unknown: [what: string, request: object, message: string][] = [
  ['kind', { x: {} }, `Unknown name "x" at 'requests[0]': Cannot find field.`],
  ['field', { addSheet: { title: 'x' } }, `Unknown name "title" at 'requests[0].add_sheet': Cannot find field.`],
  [
    'field deep inside',
    { updateCells: { rows: [{ values: [{ userEnteredvalue: {} }] }] } },
    `Unknown name "userEnteredvalue" at 'requests[0].update_cells.rows[0].values[0]': Cannot find field.`,
  ],
  [
    'list in place of one',
    { updateCells: { range: [{}] } },
    `Unknown name "range" at 'requests[0].update_cells': Proto field is not repeating, cannot start list.`,
  ],
];
for (const [what, request, message] of unknown) {
  test(`an unknown ${what} is refused, never answered {}`, async (t) => {
    const { batch } = await workbookFor(t);
    const answer = await batch(request);
    t.is(answer.status, 400);
    t.is(messageOf(answer), `Invalid JSON payload received. ${message}`);
  });
}

test('every mistake in a body is listed', async (t) => {
  const { batch } = await workbookFor(t);
  const { body } = await batch({ deleteSheet: { sheetId: 'one' } }, { nope: {} });
  const descriptions = [
    `Invalid value at 'requests[0].delete_sheet.sheet_id' (TYPE_INT32), "one"`,
    `Invalid JSON payload received. Unknown name "nope" at 'requests[1]': Cannot find field.`,
  ];
  t.like(body, {
    error: {
      message: descriptions.join('\n'),
      details: [{ fieldViolations: descriptions.map((description) => ({ description })) }],
    },
  });
});

test('a batch of nothing, and a request of nothing or of two kinds, are refused', async (t) => {
  const { batch } = await workbookFor(t);
  t.is(messageOf(await batch()), 'Must specify at least one request.');
  t.is((await batch({})).status, 400);
  t.is((await batch({ addSheet: {}, clearBasicFilter: {} })).status, 400);
});

test('a null among the requests is passed over', async (t) => {
  const { batch } = await workbookFor(t);
  t.is((await batch(null, { updateCells: { start: {}, rows: [], fields: '*' } }, null)).status, 200);
  t.is(messageOf(await batch(null)), 'Must specify at least one request.');
});

test('a null among cells is refused: it would move the cells behind it', async (t) => {
  const { batch } = await workbookFor(t);
  t.is((await batch({ updateCells: { start: {}, rows: [{ values: [null, {}] }], fields: '*' } })).status, 400);
});

test('when the third of three requests is refused, the first two have no effect', async (t) => {
  const { batch, fill, send, values } = await workbookFor(t);
  await fill('A1', [['a'], ['b']]);
  const before = (await send('GET', '?includeGridData=true')).body;
  const answer = await batch(
    { addSheet: { properties: { title: 'New' } } },
    { sortRange: { range: {}, sortSpecs: [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }] } },
    { deleteNamedRange: { namedRangeId: 'none' } },
  );
  t.is(messageOf(answer), 'Invalid requests[2].deleteNamedRange: No named range with id: none');
  t.deepEqual((await send('GET', '?includeGridData=true')).body, before);
  t.deepEqual(await values('A1:A2'), [['a'], ['b']]);
});

test('the workbook after the batch is given when asked for', async (t) => {
  const { send } = await workbookFor(t);
  const { body } = await send('POST', ':batchUpdate', {
    requests: [{ updateSpreadsheetProperties: { properties: { title: 'Renamed' }, fields: 'title' } }],
    includeSpreadsheetInResponse: true,
  });
  t.like(body, { replies: [{}], updatedSpreadsheet: { properties: { title: 'Renamed' } } });
});

test('an update without a field mask, or with an unknown field in it, is refused', async (t) => {
  const { batch } = await workbookFor(t);
  const update = (fields?: string) => batch({ updateSheetProperties: { properties: { title: 'x' }, fields } });
  t.is(
    messageOf(await update()),
    "Invalid requests[0].updateSheetProperties: At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)",
  );
  t.is(messageOf(await update('colour')), 'Invalid requests[0].updateSheetProperties: Invalid field: colour');
});

test('a kind that only Google has is refused by its name, whatever its fields are', async (t) => {
  const { batch } = await workbookFor(t);
  for (const name of ['addChart', 'addSlicer', 'refreshDataSource']) {
    t.is(
      messageOf(await batch({ [name]: { spec: [1] } })),
      `Invalid requests[0].${name}: The emulator does not have ${name}.`,
    );
  }
});

test('the changed workbook comes with the answer when asked for, cut to ranges, with its cells if wanted', async (t) => {
  const { batch, fill, send } = await workbookFor(t);
  await batch({ addSheet: { properties: { sheetId: 7, title: 'Other' } } });
  await fill('Sheet1!A1', [['a'], ['b'], ['c']]);
  const requests = [{ deleteRange: { range: { startRowIndex: 1, endRowIndex: 2 }, shiftDimension: 'ROWS' } }];
  const ask = (options: object, query = '') =>
    send('POST', `:batchUpdate${query}`, { requests, includeSpreadsheetInResponse: true, ...options });
  const { body: whole } = await ask({});
  const { body: now } = await send('GET', '');
  t.deepEqual(whole, { ...(whole as object), replies: [{}], updatedSpreadsheet: now });
  const { body: part } = await ask({ responseRanges: ['Sheet1!A1:A2'], responseIncludeGridData: true });
  t.like(part, {
    updatedSpreadsheet: {
      sheets: [{ properties: { title: 'Sheet1' }, data: [{ rowData: [{ values: [{ formattedValue: 'a' }] }] }] }],
    },
  });
  const { body: masked } = await ask({}, '?fields=updatedSpreadsheet.sheets.data.startRow');
  t.deepEqual(masked, { updatedSpreadsheet: { sheets: [{ data: [{}] }, { data: [{}] }] } });
});

test('without being asked for the changed workbook is not in the answer', async (t) => {
  const { spreadsheetId, batch } = await workbookFor(t);
  const { body } = await batch({ unmergeCells: { range: {} } });
  t.deepEqual(body, { spreadsheetId, replies: [{}] });
});

const unions: [what: string, request: object, message: string][] = [
  [
    'kinds',
    { deleteSheet: {}, addSheet: {} },
    "'requests[0]' (oneof), oneof field 'kind' is already set. Cannot set 'addSheet'",
  ],
  [
    'places',
    { updateCells: { range: {}, start: {} } },
    "'requests[0].update_cells' (oneof), oneof field 'area' is already set. Cannot set 'start'",
  ],
  [
    'values',
    { repeatCell: { cell: { userEnteredValue: { boolValue: false, numberValue: 0 } } } },
    "'requests[0].repeat_cell.cell.user_entered_value' (oneof), oneof field 'value' is already set. Cannot set 'numberValue'",
  ],
];
for (const [what, request, message] of unions) {
  test(`two ${what} where there may be one are refused`, async (t) => {
    const { batch } = await workbookFor(t);
    t.is(messageOf(await batch(request)), `Invalid value at ${message}`);
  });
}

test('a request of no kind is refused', async (t) => {
  const { batch } = await workbookFor(t);
  t.is(messageOf(await batch({})), 'Invalid requests[0]: No request set.');
});
