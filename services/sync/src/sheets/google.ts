import { auth, sheets, type sheets_v4 } from '@googleapis/sheets';
import { describe } from '@opsheet/shared/runtime/errors';
import { type CellInput, type Cells, type Sheets, SheetsError, type SheetsFailure, type SheetWrite } from './sheets.ts';

/** The part of a service account's JSON that is needed. */
export type Credentials = { readonly clientEmail: string; readonly privateKey: string };

type GoogleOptions = { rootUrl: string; spreadsheetId: string; credentials: Credentials };

const scope = 'https://www.googleapis.com/auth/spreadsheets';
/** No answer after so long counts as lost; Google itself gives up after 180 s. */
const timeoutMs = 60_000;

/** Google Sheets by its own client. The client's retries are off: they know nothing of our quota, and repeat lost writes. */
export function googleSheets({ rootUrl, spreadsheetId, credentials }: GoogleOptions): Sheets {
  const signed = new auth.JWT({ email: credentials.clientEmail, key: credentials.privateKey, scopes: [scope] });
  // A token signed by ourselves saves the call to Google's token service.
  signed.useJWTAccessWithScope = true;
  const api = sheets({ version: 'v4', rootUrl, auth: signed, retry: false, timeout: timeoutMs }).spreadsheets;

  const read =
    (valueRenderOption: string) =>
    async (ranges: readonly string[]): Promise<Cells[]> => {
      const params = {
        spreadsheetId,
        ranges: [...ranges],
        valueRenderOption,
        dateTimeRenderOption: 'SERIAL_NUMBER',
        fields: 'valueRanges.values',
      };
      const { data } = await told(api.values.batchGet(params));
      return ranges.map((_range, index) => data.valueRanges?.[index]?.values ?? []);
    };

  return {
    readValues: read('UNFORMATTED_VALUE'),
    readFormulas: read('FORMULA'),
    async listTabs() {
      const { data } = await told(
        api.get({ spreadsheetId, fields: 'sheets.properties(sheetId,title,gridProperties(rowCount,columnCount))' }),
      );
      return (data.sheets ?? []).map(({ properties }) => ({
        title: properties?.title ?? '',
        sheetId: properties?.sheetId ?? 0,
        rows: properties?.gridProperties?.rowCount ?? 0,
        columns: properties?.gridProperties?.columnCount ?? 0,
      }));
    },
    async write(writes) {
      await told(
        api.batchUpdate({ spreadsheetId, fields: 'spreadsheetId', requestBody: { requests: writes.map(request) } }),
      );
    },
  };
}

const fields = 'userEnteredValue';

function request(write: SheetWrite): sheets_v4.Schema$Request {
  switch (write.kind) {
    case 'cells': {
      const start = { sheetId: write.sheetId, rowIndex: write.row, columnIndex: write.column };
      return { updateCells: { start, rows: write.values.map((value) => ({ values: [cell(value)] })), fields } };
    }
    case 'append':
      return {
        appendCells: {
          sheetId: write.sheetId,
          rows: [{ values: write.cells.map((value) => cell(value ?? '')) }],
          fields,
        },
      };
    case 'delete row':
      return {
        deleteDimension: {
          range: { sheetId: write.sheetId, dimension: 'ROWS', startIndex: write.row, endIndex: write.row + 1 },
        },
      };
    case 'add columns':
      return { appendDimension: { sheetId: write.sheetId, dimension: 'COLUMNS', length: write.count } };
  }
}

function cell(value: CellInput): sheets_v4.Schema$CellData {
  if (value === '') return {};
  return { userEnteredValue: typeof value === 'number' ? { numberValue: value } : { stringValue: value } };
}

type ApiError = Error & { status?: number; code?: number | string };

/** Turns the client's errors into ours, with a hint at what to do. */
async function told<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (cause) {
    // gaxios throws Error objects that carry the HTTP status.
    const error = cause as ApiError;
    const failure = failureOf(error);
    throw new SheetsError(failure, `${describe(error)}${advice[failure]}`, { cause });
  }
}

function failureOf({ status, message }: ApiError): SheetsFailure {
  if (status === undefined) return 'lost';
  if (status === 429) return 'busy';
  if (status >= 500) return 'lost';
  if (status === 401 || status === 403 || status === 404) return 'no access';
  return /Unable to parse range|No grid with id/.test(message) ? 'unknown range' : 'refused';
}

const advice: Record<SheetsFailure, string> = {
  'unknown range': '',
  busy: '',
  lost: '',
  refused: '',
  'no access':
    ' (share the spreadsheet with the service account as an editor, and check GOOGLE_SPREADSHEET_ID and GOOGLE_CREDENTIALS_FILE)',
};
