import { isDateFormat } from '../../format/display.ts';
import type { Cell } from '../../grid/cell.ts';
import { withoutValue } from '../../grid/cell.ts';

/** The cell that follows a row of cells after `steps`; steps before the first one are below zero. */
export type Series = (steps: number) => Cell | undefined;

/**
 * How a row of cells goes on: numbers by their common step, a lone date by a day and a lone text by the number at its end,
 * everything else repeats. The alternate series counts a lone number up by one, and repeats a lone date or text.
 */
export function seriesOf(cells: readonly (Cell | undefined)[], isAlternate: boolean): Series {
  const numbers = cells.map(numberOf).filter((value) => value !== undefined);
  const step = numbers.length === cells.length ? stepOf(numbers, { cell: cells[0], isAlternate }) : undefined;
  if (step) return (steps) => withNumber(cellAt(cells, steps), (numbers[0] ?? 0) + step * steps);
  const [only, ...more] = cells;
  const counted = more.length === 0 && !isAlternate ? countedText(only) : undefined;
  return counted ?? ((steps) => cellAt(cells, steps));
}

/** Undefined when there is none: the numbers repeat. */
function stepOf(numbers: readonly number[], { cell, isAlternate }: { cell: Cell | undefined; isAlternate: boolean }) {
  const [first = 0, second, ...more] = numbers;
  if (second === undefined) return isDateFormat(cell?.format?.numberFormat) === isAlternate ? undefined : 1;
  const step = second - first;
  const isEven = more.every((number, index) => Math.abs(number - (first + step * (index + 2))) < 1e-9);
  return isEven ? step : undefined;
}

/** `Item 7` counts on; a text that would count below zero repeats. */
function countedText(cell: Cell | undefined): Series | undefined {
  if (typeof cell?.value !== 'string' || cell.formula !== undefined) return undefined;
  const [, stem = '', digits = ''] = /^(.*?)(\d{1,15})$/s.exec(cell.value) ?? [];
  if (digits === '') return undefined;
  return (steps) => {
    const number = Number(digits) + steps;
    if (number < 0) return cell;
    return { ...withoutValue(cell), value: stem + String(number).padStart(digits.length, '0') };
  };
}

const numberOf = (cell: Cell | undefined) =>
  typeof cell?.value === 'number' && cell.formula === undefined ? cell.value : undefined;

const withNumber = (cell: Cell | undefined, value: number): Cell => ({ ...withoutValue(cell), value });

/** The cells over and over, in both directions. */
const cellAt = (cells: readonly (Cell | undefined)[], steps: number) =>
  cells[((steps % cells.length) + cells.length) % cells.length];
