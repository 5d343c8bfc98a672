import type { Answer, Workbook } from '../workbook.ts';

/** The location of a row of the first sheet, counted from 0. */
export const onRow = (index: number) => ({
  dimensionRange: { dimension: 'ROWS', startIndex: index, endIndex: index + 1 },
});

export const onColumn = (index: number) => ({
  dimensionRange: { dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 },
});

export const create = (metadataKey: string, location: object, more: object = {}) => ({
  createDeveloperMetadata: { developerMetadata: { metadataKey, location, visibility: 'DOCUMENT', ...more } },
});

export const byKey = (metadataKey: string) => ({ developerMetadataLookup: { metadataKey } });

type Found = { developerMetadata: { metadataKey: string; location: { dimensionRange?: { startIndex: number } } } };

/** What filters find, in the order of the answer. */
export async function search({ send }: Workbook, ...dataFilters: object[]): Promise<Found[]> {
  return matchesOf(await send('POST', '/developerMetadata:search', { dataFilters }));
}

export function matchesOf({ body }: Answer): Found[] {
  // The answer of developerMetadata.search; the assertion says whether it is what was expected.
  const { matchedDeveloperMetadata = [] } = body as { matchedDeveloperMetadata?: Found[] };
  return matchedDeveloperMetadata;
}

export async function keysFound(book: Workbook, ...dataFilters: object[]): Promise<string[]> {
  return (await search(book, ...dataFilters)).map((one) => one.developerMetadata.metadataKey);
}

/** The row or column that metadata is on now, counted from 0; undefined when it is gone. */
export async function placeOf(book: Workbook, key: string): Promise<number | undefined> {
  const [found] = await search(book, byKey(key));
  return found?.developerMetadata.location.dimensionRange?.startIndex;
}
