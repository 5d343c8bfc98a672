import { Refusal } from '../errors.ts';
import type { Scalar } from '../grid/cell.ts';
import type { InputValue, ValueRange } from '../wire/messages.ts';

export type CellInput = Scalar | null;

/** What of a request says which values to write. */
export type ValueLists = Pick<ValueRange, 'values' | 'majorDimension'>;

/** The values of a request as rows. `at` is where they stand in it, e.g. `values` or `data[0].values`. */
export function inputRows({ values = [], majorDimension }: ValueLists, at: string): CellInput[][] {
  const lists = values.map((list, outer) => list.map((value, inner) => cellInput(value, `${at}[${outer}][${inner}]`)));
  return majorDimension === 'COLUMNS' ? transpose(lists) : lists;
}

function cellInput(value: InputValue, at: string): CellInput {
  if (Array.isArray(value)) throw new Refusal(`Invalid ${at}: list_value ${protoText(value)}`);
  // Array.isArray does not rule readonly arrays out of the union, so the object is what is left.
  if (typeof value === 'object' && value !== null) throw new Refusal(`Invalid ${at}: struct_value ${protoText(value)}`);
  // JSON may hold 1e400, which no number of a cell can be.
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new Refusal(`Invalid ${at}: number_value out of range`);
  return value;
}

/** Google prints such a value in the text form of protocol buffers; the emulator gives the JSON in its place. */
const protoText = (value: unknown) => JSON.stringify(value);

/** Lists may be of different lengths: what is missing is left alone. */
function transpose(lists: readonly (readonly CellInput[])[]): CellInput[][] {
  const length = lists.reduce((longest, list) => Math.max(longest, list.length), 0);
  return Array.from({ length }, (_, index) => lists.map((list) => list[index] ?? null));
}
