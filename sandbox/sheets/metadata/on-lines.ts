import type { DimensionName } from '../grid/area.ts';
import type { Line, Place } from '../grid/move.ts';
import { describedList } from './metadata.ts';
import type { DeveloperMetadata } from './metadata.ts';

/** The properties of the rows and columns of an area, as GridData has them. */
type LineProperties = { readonly rowMetadata: readonly object[]; readonly columnMetadata: readonly object[] };

/** GridData with the metadata that is on its rows and columns: the only place where spreadsheets.get gives that. */
export function withMetadataOnLines<T extends LineProperties>(
  data: T,
  list: readonly DeveloperMetadata[],
  { sheetId, area }: Place,
): T {
  const found = Map.groupBy(list.filter(isOnLine), ({ location }) => keyOf(location.line));
  if (found.size === 0) return data;
  const added = (dimension: DimensionName, first: number) => (properties: object, index: number) => ({
    ...properties,
    ...describedList(found.get(keyOf({ sheetId, dimension, index: first + index })) ?? []),
  });
  return {
    ...data,
    rowMetadata: data.rowMetadata.map(added('ROWS', area.top)),
    columnMetadata: data.columnMetadata.map(added('COLUMNS', area.left)),
  };
}

type OnLine = DeveloperMetadata & { readonly location: { readonly line: Line } };

const isOnLine = (metadata: DeveloperMetadata): metadata is OnLine => 'line' in metadata.location;

const keyOf = ({ sheetId, dimension, index }: Line) => `${sheetId} ${dimension} ${index}`;
