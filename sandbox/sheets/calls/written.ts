import { Refusal } from '../errors.ts';
import { recalculate } from '../formula/recalculation/recalculate.ts';
import { formatRange } from '../grid/a1.ts';
import type { Edit } from '../spreadsheet/edit.ts';
import type { Located } from '../spreadsheet/locate.ts';
import { asTyped } from '../values/enter.ts';
import type { InputMode } from '../values/enter.ts';
import { readValues } from '../values/get.ts';
import type { MajorDimension } from '../values/get.ts';
import { inputRows } from '../values/input.ts';
import type { ValueLists } from '../values/input.ts';
import type { Block, Written } from '../values/update.ts';
import { message } from '../wire/message.ts';
import { DateTimeRenderOption, ValueInputOption, ValueRenderOption } from '../wire/messages.ts';
import { bool } from '../wire/reader.ts';
import type { Read } from '../wire/reader.ts';

/** What every call that writes values may be told. */
export const writeOptions = {
  valueInputOption: ValueInputOption,
  includeValuesInResponse: bool,
  responseValueRenderOption: ValueRenderOption,
  responseDateTimeRenderOption: DateTimeRenderOption,
};
const WriteOptions = message('WriteOptions', writeOptions);
export type WriteOptions = Read<typeof WriteOptions>;

export const writtenFields =
  'updatedRange,updatedRows,updatedColumns,updatedCells,updatedData(range,majorDimension,values)';
export const totalFields = 'totalUpdatedRows,totalUpdatedColumns,totalUpdatedCells,totalUpdatedSheets';

/** Throws Refusal when the option is missing: there is no default. */
export function inputMode(edit: Edit, { valueInputOption }: WriteOptions): InputMode {
  if (valueInputOption === 'RAW') return { option: 'RAW' };
  if (valueInputOption === 'USER_ENTERED') return asTyped(edit);
  throw new Refusal("'valueInputOption' is required but not specified");
}

/** A write that was made, and what its part of the answer is. */
export type AnsweredWrite = { readonly written: Written; readonly answer: object };

/** Writes the items of a batch in order, each as `write` says; the sums of all come before their answers. */
export function writeBatch<Item extends ValueLists>(
  data: readonly Item[],
  write: (item: Item, block: Block) => readonly AnsweredWrite[],
) {
  const writes = data.flatMap((item, index) => {
    const block = inputRows(item, `data[${index}].values`);
    return writeItem(index, () => write(item, block));
  });
  return {
    ...describeTotals(writes.map(({ written }) => written)),
    ...(writes.length > 0 && { responses: writes.map(({ answer }) => answer) }),
  };
}

/** The item of a batch that is refused is named, as Google does. */
function writeItem<T>(index: number, write: () => T): T {
  try {
    return write();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(`Invalid data[${index}]: ${error.message}`, { cause: error });
  }
}

type Shown = {
  options: WriteOptions;
  majorDimension?: MajorDimension | undefined;
  /** The cells that `updatedData` gives when values are asked for. */
  data: Located;
};

/** What an answer says of written cells; counts of nothing are left out. */
export function describeWritten(edit: Edit, written: Written, { options, majorDimension, data }: Shown) {
  const { sheet, area, updatedRows, updatedColumns, updatedCells } = written;
  const { includeValuesInResponse, responseValueRenderOption, responseDateTimeRenderOption } = options;
  if (includeValuesInResponse) recalculate(edit);
  const reading = {
    ...(responseValueRenderOption && { valueRenderOption: responseValueRenderOption }),
    ...(responseDateTimeRenderOption && { dateTimeRenderOption: responseDateTimeRenderOption }),
    ...(majorDimension && { majorDimension }),
  };
  return {
    updatedRange: formatRange(sheet.title, area),
    ...shown('updatedRows', updatedRows),
    ...shown('updatedColumns', updatedColumns),
    ...shown('updatedCells', updatedCells),
    ...(includeValuesInResponse && { updatedData: readValues(edit.book, data, reading) }),
  };
}

/** The sums over several writes. Columns are not added up: the widest write counts (recorded). */
function describeTotals(written: readonly Written[]) {
  const sum = (count: (one: Written) => number) => written.reduce((total, one) => total + count(one), 0);
  const widest = written.reduce((most, one) => Math.max(most, one.updatedColumns), 0);
  const rows = sum((one) => one.updatedRows);
  const cells = sum((one) => one.updatedCells);
  return {
    ...shown('totalUpdatedRows', rows),
    ...shown('totalUpdatedColumns', widest),
    ...shown('totalUpdatedCells', cells),
    ...shown('totalUpdatedSheets', new Set(written.map((one) => one.sheet)).size),
  };
}

const shown = (name: string, count: number) => (count > 0 ? { [name]: count } : {});
