import test from 'ava';
import { auth, sheets } from '@googleapis/sheets';
import { emulatorFor } from '../workbook.ts';

/** A row addressed by what a program noted on it, through Google's own client. */
test('a row is found, read, written and cleared by its metadata after it has moved', async (t) => {
  const { url } = await emulatorFor(t);
  const client = new auth.OAuth2();
  client.setCredentials({ access_token: 'owner@example.test' });
  const { spreadsheets } = sheets({ version: 'v4', rootUrl: `${url}/`, auth: client, retry: false });
  const { data: book } = await spreadsheets.create({ requestBody: { properties: { title: 'Pay' } } });
  const spreadsheetId = book.spreadsheetId ?? '';
  const range = { sheetId: 0, dimension: 'ROWS' };
  await spreadsheets.batchUpdate({
    spreadsheetId,
    requestBody: {
      requests: [
        {
          createDeveloperMetadata: {
            developerMetadata: {
              metadataId: 9,
              metadataKey: 'employee',
              metadataValue: 'E1',
              visibility: 'DOCUMENT',
              location: { dimensionRange: { ...range, startIndex: 1, endIndex: 2 } },
            },
          },
        },
        { insertDimension: { range: { ...range, startIndex: 0, endIndex: 3 } } },
      ],
    },
  });
  const dataFilter = { developerMetadataLookup: { metadataKey: 'employee', metadataValue: 'E1' } };
  const dataFilters = [dataFilter];
  const { data: written } = await spreadsheets.values.batchUpdateByDataFilter({
    spreadsheetId,
    requestBody: { valueInputOption: 'RAW', data: [{ dataFilter, values: [['E1', 15]] }] },
  });
  t.is(written.responses?.[0]?.updatedRange, 'Sheet1!A5:B5');
  const { data: found } = await spreadsheets.developerMetadata.search({ spreadsheetId, requestBody: { dataFilters } });
  t.is(found.matchedDeveloperMetadata?.[0]?.developerMetadata?.location?.dimensionRange?.startIndex, 4);
  t.is((await spreadsheets.developerMetadata.get({ spreadsheetId, metadataId: 9 })).data.metadataKey, 'employee');
  const { data: read } = await spreadsheets.values.batchGetByDataFilter({
    spreadsheetId,
    requestBody: { dataFilters },
  });
  t.deepEqual(read.valueRanges?.[0]?.valueRange?.values, [['E1', '15']]);
  const { data: shown } = await spreadsheets.getByDataFilter({ spreadsheetId, requestBody: { dataFilters } });
  t.is(shown.sheets?.[0]?.properties?.title, 'Sheet1');
  const { data: gone } = await spreadsheets.values.batchClearByDataFilter({
    spreadsheetId,
    requestBody: { dataFilters },
  });
  t.deepEqual(gone.clearedRanges, ['Sheet1!A5:Z5']);
});
