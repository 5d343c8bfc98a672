import { movedLine, movedPlace, movedSpan } from '../grid/move.ts';
import type { Move } from '../grid/move.ts';
import type { Area, DimensionName } from '../grid/area.ts';
import type { Spreadsheet } from '../spreadsheet/spreadsheet.ts';
import { settled } from './groups.ts';
import type { Group } from './groups.ts';
import type { Filter, Overlay, Table } from './overlay.ts';

/** A cut and a sort leave all of it where it is; a dropped sheet takes its own along. */
export function followWithOverlays({ sheets }: Spreadsheet, move: Move): void {
  if (move.kind === 'cut' || move.kind === 'sort' || move.kind === 'drop sheet') return;
  const sheet = sheets.find(({ sheetId }) => sheetId === move.sheetId);
  if (sheet) sheet.overlay = movedOverlay(sheet.overlay, move);
}

type LineMove = Exclude<Move, { kind: 'cut' } | { kind: 'sort' } | { kind: 'drop sheet' }>;

function movedOverlay(overlay: Overlay, move: LineMove): Overlay {
  const areaAfter = (area: Area) => movedPlace({ sheetId: move.sheetId, area }, move)?.area;
  const placed = <T extends { readonly area: Area }>(one: T): T[] => {
    const area = areaAfter(one.area);
    return area ? [{ ...one, area }] : [];
  };
  return {
    rowGroups: movedGroups(overlay.rowGroups, 'ROWS', move),
    columnGroups: movedGroups(overlay.columnGroups, 'COLUMNS', move),
    conditionalFormats: overlay.conditionalFormats.flatMap((format) => {
      const areas = format.areas.flatMap((area) => areaAfter(area) ?? []);
      return areas.length > 0 ? [{ ...format, areas }] : [];
    }),
    bandings: overlay.bandings.flatMap(placed),
    filterViews: overlay.filterViews.flatMap(placed).map((view) => movedColumns(view, move)),
    tables: overlay.tables.flatMap(placed).map((table) => movedTypes(table, move)),
  };
}

function movedGroups(groups: readonly Group[], dimension: DimensionName, move: LineMove): readonly Group[] {
  if (move.dimension !== dimension || (move.kind !== 'reorder' && move.across)) return groups;
  return settled(
    groups.flatMap((group) => {
      const span = movedSpan(group, move);
      return span ? [{ ...group, ...span }] : [];
    }),
  );
}

const columnAfter = (index: number, move: Move, sheetId: number) =>
  movedLine({ sheetId, dimension: 'COLUMNS', index }, move)?.index;

/** A filter's criteria go with their columns. */
export function movedColumns<F extends Filter>(filter: F, move: Exclude<Move, { kind: 'cut' }>): F {
  const specs = filter.specs.flatMap((spec) => {
    const columnIndex = columnAfter(spec.columnIndex, move, move.sheetId);
    return columnIndex === undefined ? [] : [{ ...spec, columnIndex }];
  });
  return { ...filter, specs };
}

function movedTypes(table: Table, move: LineMove): Table {
  const columns = table.columns.flatMap((column) => {
    const index = columnAfter(column.index, move, move.sheetId);
    return index === undefined ? [] : [{ ...column, index }];
  });
  return { ...table, columns };
}
