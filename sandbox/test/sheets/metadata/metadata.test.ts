import test from 'ava';
import { messageOf, workbookFor } from '../workbook.ts';
import { byKey, create, keysFound, onColumn, onRow } from './metadata.ts';

const prefix = 'Invalid requests[0].createDeveloperMetadata: ';

test('created metadata is answered whole, with an id that the server chose and the type of its location', async (t) => {
  const { batch, send } = await workbookFor(t);
  const { body } = await batch(create('Sales', onRow(6), { metadataValue: '2022' }));
  const { replies } = body as { replies: { createDeveloperMetadata: { developerMetadata: { metadataId: number } } }[] }; // checked below
  const { developerMetadata } = replies[0]?.createDeveloperMetadata ?? {};
  const { metadataId = 0 } = developerMetadata ?? {};
  t.deepEqual(developerMetadata, {
    metadataId,
    metadataKey: 'Sales',
    metadataValue: '2022',
    location: { locationType: 'ROW', dimensionRange: { dimension: 'ROWS', startIndex: 6, endIndex: 7 } },
    visibility: 'DOCUMENT',
  } as typeof developerMetadata);
  t.true(Number.isInteger(metadataId) && metadataId > 0);
  t.deepEqual((await send('GET', `/developerMetadata/${metadataId}`)).body, developerMetadata);
});

test('an id may be given, and is refused when it is taken', async (t) => {
  const { batch } = await workbookFor(t);
  t.like((await batch(create('a', { spreadsheet: true }, { metadataId: 7 }))).body, {
    replies: [{ createDeveloperMetadata: { developerMetadata: { metadataId: 7 } } }],
  });
  t.is((await batch(create('b', { spreadsheet: true }, { metadataId: 7 }))).status, 400);
});

test('two entries may have the same key and the same place', async (t) => {
  const book = await workbookFor(t);
  t.is((await book.batch(create('a', onRow(1)), create('a', onRow(1)))).status, 200);
  t.deepEqual(await keysFound(book, byKey('a')), ['a', 'a']);
});

test('metadata is on a single row or column of the grid, a sheet or the workbook', async (t) => {
  const { batch } = await workbookFor(t);
  const refused: [location: object, message: string | undefined][] = [
    [
      { dimensionRange: { dimension: 'ROWS', startIndex: 1, endIndex: 3 } },
      'DimensionRange must represent a single row or column',
    ],
    [{ dimensionRange: { dimension: 'ROWS' } }, 'DimensionRange must specify both a startIndex and an endIndex'],
    [{ dimensionRange: { startIndex: 1, endIndex: 2 } }, 'No dimension specified.'],
    [{ sheetId: 77 }, 'No grid with id: 77'],
    [onRow(1000), undefined],
    [{}, undefined],
    [{ spreadsheet: true, sheetId: 0 }, undefined],
  ];
  for (const [location, message] of refused) {
    const answer = await batch(create('a', location));
    t.is(answer.status, 400);
    if (message !== undefined) t.is(messageOf(answer), prefix + message);
  }
});

test('metadata without a key or a visibility is refused', async (t) => {
  const { batch } = await workbookFor(t);
  t.is((await batch(create('', { spreadsheet: true }))).status, 400);
  t.is((await batch(create('a', { spreadsheet: true }, { visibility: undefined }))).status, 400);
});

test('an update changes the masked fields of everything that its filters select', async (t) => {
  const book = await workbookFor(t);
  await book.batch(create('a', onRow(1), { metadataValue: '1' }), create('a', onRow(2)), create('b', onRow(3)));
  const { body } = await book.batch({
    updateDeveloperMetadata: {
      dataFilters: [byKey('a')],
      developerMetadata: { metadataKey: 'c', location: { sheetId: 0 } },
      fields: 'metadataKey,location',
    },
  });
  t.like(body, {
    replies: [
      {
        updateDeveloperMetadata: {
          developerMetadata: [
            { metadataKey: 'c', metadataValue: '1', location: { locationType: 'SHEET', sheetId: 0 } },
            { metadataKey: 'c' },
          ],
        },
      },
    ],
  });
  t.deepEqual(await keysFound(book, { developerMetadataLookup: {} }), ['c', 'c', 'b']);
});

test('a deletion answers what was deleted, and its id is no longer known', async (t) => {
  const { batch, send } = await workbookFor(t);
  await batch(create('a', onColumn(2), { metadataId: 5 }));
  const { body } = await batch({ deleteDeveloperMetadata: { dataFilter: byKey('a') } });
  t.like(body, { replies: [{ deleteDeveloperMetadata: { deletedDeveloperMetadata: [{ metadataId: 5 }] } }] });
  const answer = await send('GET', '/developerMetadata/5');
  t.deepEqual([answer.status, messageOf(answer)], [404, 'No developer metadata with ID 5']);
  t.deepEqual((await batch({ deleteDeveloperMetadata: { dataFilter: byKey('a') } })).body, {
    spreadsheetId: (body as { spreadsheetId: string }).spreadsheetId, // every batch answers it
    replies: [{ deleteDeveloperMetadata: {} }],
  });
});

test('PROJECT metadata is for users of its project alone: a service account’s address names that', async (t) => {
  const { batch, send } = await workbookFor(t);
  const ours = 'a@payroll.iam.gserviceaccount.com';
  const request = create('secret', onRow(1), { visibility: 'PROJECT', metadataId: 5 });
  await send('POST', ':batchUpdate', { requests: [request] }, ours);
  await batch(create('open', onRow(1)));
  const keysFor = async (user: string) => {
    const { body } = await send('GET', '?includeGridData=true&ranges=A2', undefined, user);
    const { sheets } = body as {
      sheets: { data: { rowMetadata: { developerMetadata: { metadataKey: string }[] }[] }[] }[];
    }; // the answer of spreadsheets.get
    return sheets[0]?.data[0]?.rowMetadata[0]?.developerMetadata.map((one) => one.metadataKey);
  };
  t.deepEqual(await keysFor('b@payroll.iam.gserviceaccount.com'), ['secret', 'open']);
  t.deepEqual(await keysFor('a@other.iam.gserviceaccount.com'), ['open']);
  t.is((await send('GET', '/developerMetadata/5', undefined, 'a@other.iam.gserviceaccount.com')).status, 404);
  t.is((await send('GET', '/developerMetadata/5', undefined, ours)).status, 200);
});

test('a workbook and its sheets show their own metadata always, rows and columns only with grid data', async (t) => {
  const { batch, send } = await workbookFor(t);
  await batch(create('book', { spreadsheet: true }), create('sheet', { sheetId: 0 }));
  await batch(create('row', onRow(2)), create('column', onColumn(1)));
  const plain = await send('GET', '');
  t.like(plain.body, {
    developerMetadata: [{ metadataKey: 'book', location: { locationType: 'SPREADSHEET', spreadsheet: true } }],
    sheets: [{ developerMetadata: [{ metadataKey: 'sheet' }] }],
  });
  t.notRegex(JSON.stringify(plain.body), /"(row|column)"/);
  const withData = await send('GET', '?includeGridData=true&ranges=B3:C4');
  t.like(withData.body, {
    sheets: [
      {
        data: [
          {
            rowMetadata: [{ pixelSize: 21, developerMetadata: [{ metadataKey: 'row' }] }, { pixelSize: 21 }],
            columnMetadata: [{ pixelSize: 100, developerMetadata: [{ metadataKey: 'column' }] }, { pixelSize: 100 }],
          },
        ],
      },
    ],
  });
  t.deepEqual((await send('GET', '?fields=sheets.data.rowMetadata.developerMetadata.metadataKey&ranges=A3')).body, {
    sheets: [{ data: [{ rowMetadata: [{ developerMetadata: [{ metadataKey: 'row' }] }] }] }],
  });
});

test('30,000 characters fit on a sheet, and 30,000 more on the workbook; one more is refused', async (t) => {
  const { batch } = await workbookFor(t);
  const long = { metadataValue: 'x'.repeat(29_999) };
  t.is((await batch(create('a', onRow(1), long), create('a', { spreadsheet: true }, long))).status, 200);
  t.is((await batch(create('b', { sheetId: 0 }))).status, 400);
});
