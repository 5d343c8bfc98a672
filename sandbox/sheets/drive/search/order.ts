import type { DriveFile } from '../file.ts';
import { folderType } from '../file.ts';

type Comparison = (a: DriveFile, b: DriveFile) => number;

const byTime =
  (read: (file: DriveFile) => string): Comparison =>
  (a, b) =>
    Date.parse(read(a)) - Date.parse(read(b));
const byName = new Intl.Collator('en');
const naturally = new Intl.Collator('en', { numeric: true });

const keys: Readonly<Record<string, Comparison>> = {
  createdTime: byTime((file) => file.createdTime),
  folder: (a, b) => Number(b.mimeType === folderType) - Number(a.mimeType === folderType),
  modifiedTime: byTime((file) => file.modifiedTime),
  name: (a, b) => byName.compare(a.name, b.name),
  name_natural: (a, b) => naturally.compare(a.name, b.name),
  recency: byTime((file) => file.modifiedTime),
  starred: (a, b) => Number(b.starred) - Number(a.starred),
};

/** The `orderBy` of files.list, e.g. `folder,modifiedTime desc,name`; undefined when a key is not known. */
export function fileOrder(orderBy: string): Comparison | undefined {
  const comparisons = orderBy.split(',').map(readKey);
  const known = comparisons.filter((one) => one !== undefined);
  if (known.length < comparisons.length) return undefined;
  return (a, b) => known.reduce((order, compare) => order || compare(a, b), 0);
}

function readKey(text: string): Comparison | undefined {
  const [name = '', direction, ...more] = text.trim().split(/\s+/);
  const compare = Object.hasOwn(keys, name) ? keys[name] : undefined;
  if (!compare || more.length > 0) return undefined;
  if (direction === undefined) return compare;
  return direction === 'desc' ? (a, b) => compare(b, a) : undefined;
}
