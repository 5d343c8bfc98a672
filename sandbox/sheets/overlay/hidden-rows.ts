import { rowAt } from '../grid/grid.ts';
import type { Row } from '../grid/grid.ts';
import type { Locale } from '../locale/locale.ts';
import type { Sheet } from '../spreadsheet/spreadsheet.ts';
import type { FilterSpec } from '../wire/filter.ts';
import { meets, textOf } from './condition.ts';

/** Tells of a row whether the sheet's filter hides it. The first row of the filter, with the names, is never hidden. */
export function hiddenByFilter({ grid, basicFilter }: Sheet, locale: Locale): (row: number) => boolean {
  if (!basicFilter || basicFilter.specs.length === 0) return () => false;
  const { area, specs } = basicFilter;
  return (row) => row > area.top && row < area.bottom && specs.some((spec) => hides(spec, rowAt(grid, row), locale));
}

/** Of the criteria, colours are not looked at. */
function hides(
  { columnIndex, criteria: { hiddenValues = [], condition } }: FilterSpec,
  row: Row,
  locale: Locale,
): boolean {
  const cell = row[columnIndex];
  return hiddenValues.includes(textOf(cell, locale)) || (condition !== undefined && !meets(cell, condition, locale));
}
