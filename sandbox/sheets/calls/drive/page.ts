import { invalidParameter } from './drive-error.ts';

const longestPage = 1000;

/** A page of a list: tokens count from the beginning, so a list that changes in between is not read twice alike. */
export function pageOf<T>(
  list: readonly T[],
  pageToken: string,
  pageSize: number,
): { items: T[]; nextPageToken?: string } {
  if (!/^\d*$/.test(pageToken)) throw invalidParameter('pageToken');
  const end = Number(pageToken) + pageLength(pageSize);
  const items = list.slice(Number(pageToken), end);
  return end < list.length ? { items, nextPageToken: String(end) } : { items };
}

export function pageLength(pageSize: number): number {
  if (pageSize < 1 || pageSize > longestPage) throw invalidParameter('pageSize');
  return pageSize;
}
