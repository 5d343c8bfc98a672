import { randomDriveCall } from './drive-call.ts';
import { randomFilterCall } from './filter-call.ts';
import { asSent, textOf } from './plain-call.ts';
import type { FuzzRequest } from './plain-call.ts';
import type { Random } from '../../random.ts';

const ranges = [
  'A1',
  'A1:C3',
  'Sheet1',
  "'Sheet1'!B2:B",
  'B:C',
  '2:3',
  'Nope!A1',
  'ZZZ9',
  'AAAA1',
  "'",
  '!',
  'x/y!A1',
  'A1:append',
  '',
  '🌵',
];
const texts = [
  '',
  'a',
  '=1+1',
  '=1/0',
  '=(',
  '50%',
  '2026-02-30',
  "'x",
  'TRUE',
  '\u0000',
  '1e999',
  'x'.repeat(60_000),
  '__proto__',
  'constructor',
];
const numbers = [0, 1, 2, -1, 3, 25, 26, 999, 1000, 1.5, 2 ** 31, 1e300, 18_279, 400_000];
const names = [
  'range',
  'start',
  'sheetId',
  'rows',
  'values',
  'fields',
  'properties',
  'title',
  'requests',
  '__proto__',
  'toString',
];
const masks = [
  '*',
  'userEnteredValue',
  'userEnteredFormat.numberFormat',
  'title',
  'gridProperties',
  'gridProperties(rowCount',
  'a..b',
  '',
  'hidden,index',
  'userEnteredFormat(borders,text_format/bold),dataValidation',
  'range,columnProperties,criteria',
  'collapsed',
];

/** A request that a real client, a careless one or none at all might send. */
export function randomRequest(random: Random, spreadsheetId: string): FuzzRequest {
  const id = random.chance(0.98) ? spreadsheetId : random.pick(['test', '', '%ZZ', '..', 'a:b']);
  const raw = random.pick(ranges);
  const range = random.chance(0.8) ? encodeURIComponent(raw) : raw.replaceAll(/[^\x21-\x7E]/g, '');
  const base = `/v4/spreadsheets/${id}`;
  const send = (method: string, path: string, body?: unknown) => ({
    method,
    path: path + randomQuery(random, `${method} ${path}`),
    body: textOf(random, body),
  });
  return random.pick([
    () => send('GET', base),
    () => send('GET', `${base}/values/${range}`),
    () => send('GET', `${base}/values:batchGet`),
    () => send('PUT', `${base}/values/${range}`, randomValueRange(random)),
    () => send('POST', `${base}/values/${range}:append`, randomValueRange(random)),
    () => send('POST', `${base}/values/${range}:clear`, {}),
    () =>
      send('POST', `${base}/values:batchUpdate`, {
        valueInputOption: 'USER_ENTERED',
        data: [randomValueRange(random), randomJson(random, 3)],
      }),
    () => send('POST', `${base}/values:batchClear`, { ranges: [raw, random.pick(ranges)] }),
    () =>
      send('POST', `${base}:batchUpdate`, {
        requests: Array.from({ length: random.below(3) }, () => randomBatchRequest(random)),
      }),
    () => send('POST', `${base}:batchUpdate`, { requests: [randomBatchRequest(random)] }),
    () => send('POST', '/control/faults', randomJson(random, 3)),
    () => asSent(random, randomDriveCall(random, spreadsheetId)),
    () => asSent(random, randomFilterCall(random, spreadsheetId)),
    () => send(random.pick(['GET', 'POST', 'PATCH', 'OPTIONS', 'HEAD']), `/${range}`, randomJson(random, 2)),
  ])();
}

/** Mostly a query that fits the call, now and then anything. */
function randomQuery(random: Random, call: string): string {
  if (random.chance(0.85))
    return /^PUT|:append$/.test(call) ? `?valueInputOption=${random.pick(['RAW', 'USER_ENTERED'])}` : '';
  return `?${random.pick([
    'valueInputOption=RAW',
    'valueInputOption=USER_ENTERED&includeValuesInResponse=true',
    'valueInputOption=RAW&insertDataOption=INSERT_ROWS',
    'valueRenderOption=FORMULA&majorDimension=COLUMNS',
    'valueRenderOption=NICE',
    `ranges=${encodeURIComponent(random.pick(ranges))}&ranges=A1`,
    `fields=${encodeURIComponent(random.pick(['*', 'sheets.properties', 'sheets(', 'nope', 'values', 'replies']))}`,
    'q=%27&includeGridData=True',
    '%ZZ=%ZZ&=',
  ])}`;
}

const randomValueRange = (random: Random) => ({
  range: random.pick(ranges),
  values: Array.from({ length: random.below(4) }, () =>
    random.chance(0.9) ? Array.from({ length: random.below(5) }, () => randomScalar(random)) : randomJson(random, 2),
  ),
  ...(random.chance(0.2) && { majorDimension: random.pick(['COLUMNS', 'ROWS', 'NEITHER']) }),
});

function randomScalar(random: Random): unknown {
  return random.pick([() => random.pick(texts), () => random.pick(numbers), () => null, () => random.chance(0.5)])();
}

function randomJson(random: Random, depth: number): unknown {
  if (depth === 0 || random.chance(0.4)) return randomScalar(random);
  if (random.chance(0.4)) return Array.from({ length: random.below(3) }, () => randomJson(random, depth - 1));
  return Object.fromEntries(
    Array.from({ length: random.below(3) }, () => [random.pick(names), randomJson(random, depth - 1)]),
  );
}

/** Mostly of the right form, with every number out of the range of good sense now and then. */
function randomBatchRequest(random: Random): unknown {
  if (random.chance(0.05)) return randomJson(random, 3);
  const index = () => (random.chance(0.8) ? random.below(6) : random.pick(numbers));
  const some = <T>(value: T) => (random.chance(0.8) ? value : undefined);
  const cells = {
    sheetId: some(0),
    startRowIndex: some(index()),
    endRowIndex: some(index()),
    startColumnIndex: some(index()),
    endColumnIndex: some(index()),
  };
  const span = {
    sheetId: some(0),
    dimension: some(random.pick(['ROWS', 'COLUMNS'])),
    startIndex: some(index()),
    endIndex: some(index()),
  };
  const condition = {
    type: random.pick(['NUMBER_GREATER', 'TEXT_EQ', 'BLANK', 'ONE_OF_LIST', 'CUSTOM_FORMULA']),
    values: [{ userEnteredValue: random.pick(texts) }],
  };
  const all: Record<string, unknown> = {
    range: random.chance(0.5) ? cells : span,
    source: random.chance(0.5) ? cells : span,
    destination: random.chance(0.5) ? cells : { rowIndex: index(), columnIndex: index() },
    start: { rowIndex: index(), columnIndex: index() },
    rows: [{ values: [{ userEnteredValue: { stringValue: random.pick(texts) } }, {}] }],
    cell: {
      note: random.pick(texts),
      userEnteredFormat: { numberFormat: { type: 'DATE', pattern: random.pick(texts) } },
    },
    fields: random.pick(masks),
    sortSpecs: [{ dimensionIndex: index() }],
    properties: {
      title: random.pick(texts).slice(0, 30),
      index: index(),
      gridProperties: { rowCount: index(), columnCount: index() },
      hidden: random.chance(0.5),
    },
    filter: {
      range: cells,
      filterViewId: some(index()),
      criteria: { [index()]: { hiddenValues: [random.pick(texts)] } },
    },
    rule: random.pick([
      { ranges: [cells], booleanRule: { condition, format: { backgroundColor: { red: index() } } } },
      { condition, strict: random.chance(0.5) },
    ]),
    bandedRange: { range: cells, rowProperties: { firstBandColor: { blue: 1 } }, bandedRangeId: some(index()) },
    table: {
      range: cells,
      tableId: some(String(index())),
      columnProperties: [{ columnIndex: index(), columnName: random.pick(texts) }],
    },
    dimensionGroup: { range: span, depth: random.below(3), collapsed: random.chance(0.5) },
    dimensions: span,
    top: { style: random.pick(['SOLID', 'NONE', 'CURLY']) },
    innerVertical: { width: index(), color: {} },
    index: index(),
    newIndex: index(),
    filterId: index(),
    bandedRangeId: index(),
    tableId: String(index()),
    sourceSheetId: some(index()),
    namedRange: { name: random.pick(['Name', 'A1', '']), range: cells },
    protectedRange: { range: cells, warningOnly: random.chance(0.5) },
    sheetId: some(index()),
    dimension: 'ROWS',
    length: index(),
    inheritFromBefore: random.chance(0.5),
    namedRangeId: random.pick(texts).slice(0, 9),
    protectedRangeId: index(),
    destinationIndex: index(),
    shiftDimension: some(random.pick(['ROWS', 'COLUMNS'])),
    comparisonColumns: [span],
    find: random.pick(texts),
    replacement: random.pick(texts),
    searchByRegex: random.chance(0.5),
    data: `${random.pick(texts)},"${random.pick(texts)}\n`,
    delimiter: random.pick([',', 'x', '']),
    delimiterType: random.pick(['COMMA', 'AUTODETECT', 'CUSTOM']),
    coordinate: { rowIndex: index(), columnIndex: index() },
  };
  const kind = random.pick(kinds);
  const fitting = Object.entries(all).filter(([name]) => random.chance(fits(kind, name) ? 0.95 : 0.01));
  return { [kind]: Object.fromEntries(fitting) };
}

/** The fields of each kind: those of others only spoil a request. */
const fieldsOf: Record<string, string> = {
  addBanding: 'bandedRange',
  addConditionalFormatRule: 'rule index',
  addDimensionGroup: 'range',
  addFilterView: 'filter',
  addNamedRange: 'namedRange',
  addProtectedRange: 'protectedRange',
  addSheet: 'properties',
  addTable: 'table',
  appendCells: 'sheetId rows fields',
  appendDimension: 'sheetId dimension length',
  autoFill: 'range',
  autoResizeDimensions: 'dimensions',
  clearBasicFilter: 'sheetId',
  copyPaste: 'source destination',
  cutPaste: 'source destination',
  deleteBanding: 'bandedRangeId',
  deleteConditionalFormatRule: 'sheetId index',
  deleteDimension: 'range',
  deleteDimensionGroup: 'range',
  deleteDuplicates: 'range comparisonColumns',
  deleteFilterView: 'filterId',
  deleteNamedRange: 'namedRangeId',
  deleteProtectedRange: 'protectedRangeId',
  deleteRange: 'range shiftDimension',
  deleteSheet: 'sheetId',
  deleteTable: 'tableId',
  duplicateFilterView: 'filterId',
  duplicateSheet: 'sourceSheetId',
  findReplace: 'find replacement searchByRegex range',
  insertDimension: 'range inheritFromBefore',
  insertRange: 'range shiftDimension',
  mergeCells: 'range',
  moveDimension: 'source destinationIndex',
  pasteData: 'coordinate data delimiter',
  randomizeRange: 'range',
  repeatCell: 'range cell fields',
  setBasicFilter: 'filter',
  setDataValidation: 'range rule',
  sortRange: 'range sortSpecs',
  textToColumns: 'source delimiter delimiterType',
  trimWhitespace: 'range',
  unmergeCells: 'range',
  updateBanding: 'bandedRange fields',
  updateBorders: 'range top innerVertical',
  updateCells: 'rows fields range',
  updateConditionalFormatRule: 'rule index newIndex sheetId',
  updateDimensionGroup: 'dimensionGroup fields',
  updateDimensionProperties: 'range properties fields',
  updateFilterView: 'filter fields',
  updateNamedRange: 'namedRange fields',
  updateProtectedRange: 'protectedRange fields',
  updateSheetProperties: 'properties fields',
  updateSpreadsheetProperties: 'properties fields',
  updateTable: 'table fields',
};
const kinds = [...Object.keys(fieldsOf), 'constructor', 'nope'];

const fits = (kind: string, name: string) =>
  Object.hasOwn(fieldsOf, kind) && (fieldsOf[kind] ?? '').split(' ').includes(name);
