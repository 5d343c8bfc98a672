import type { DriveFile } from '../file.ts';
import { rootIdOf } from '../identity.ts';

/** Who searches: `root` and `me` are theirs. */
export type Searcher = { readonly user: string };
export type FileTest = (file: DriveFile, searcher: Searcher) => boolean;

const texts: Readonly<Record<string, (file: DriveFile) => string>> = {
  name: (file) => file.name,
  mimeType: (file) => file.mimeType,
};
const flags: Readonly<Record<string, (file: DriveFile) => boolean>> = {
  trashed: (file) => file.trashed,
  starred: (file) => file.starred,
};
const times: Readonly<Record<string, (file: DriveFile) => string>> = {
  createdTime: (file) => file.createdTime,
  modifiedTime: (file) => file.modifiedTime,
};
const collections: Readonly<Record<string, (file: DriveFile) => readonly string[]>> = {
  parents: (file) => file.parents,
  owners: (file) => [file.owner],
  writers: (file) => grantees(file, ['owner', 'writer']),
  readers: (file) => grantees(file, ['owner', 'writer', 'commenter', 'reader']),
};

const grantees = ({ permissions }: DriveFile, roles: readonly string[]) =>
  permissions.filter(({ role }) => roles.includes(role)).flatMap(({ emailAddress }) => emailAddress ?? []);

/** `field operator value`; undefined for one that the emulator does not know. */
export function comparison(field: string, operator: string, value: string): FileTest | undefined {
  const [text, flag, time] = [texts[field], flags[field], times[field]];
  if (text) return textTest(text, { field, operator, value });
  if (flag) return flagTest(flag, operator, value);
  return time && timeTest(time, operator, value);
}

/** `value in collection`. */
export function membership(value: string, collection: string): FileTest | undefined {
  const members = collections[collection];
  return members && ((file, { user }) => members(file).includes(ownId(value, user)));
}

function ownId(value: string, user: string): string {
  if (value === 'root') return rootIdOf(user);
  return value === 'me' ? user : value;
}

type Comparison = { field: string; operator: string; value: string };

/** `contains` finds words of a name by their beginnings (Google's guide), and any part of a type. */
function textTest(read: (file: DriveFile) => string, { field, operator, value }: Comparison): FileTest | undefined {
  if (operator === '=') return (file) => read(file) === value;
  if (operator === '!=') return (file) => read(file) !== value;
  if (operator !== 'contains') return undefined;
  const wanted = value.toLowerCase();
  if (field !== 'name') return (file) => read(file).toLowerCase().includes(wanted);
  return (file) =>
    ` ${read(file)
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]/gu, ' ')}`.includes(` ${wanted.replaceAll(/[^\p{L}\p{N}]/gu, ' ')}`);
}

function flagTest(read: (file: DriveFile) => boolean, operator: string, value: string): FileTest | undefined {
  if (value !== 'true' && value !== 'false') return undefined;
  if (operator === '=') return (file) => String(read(file)) === value;
  return operator === '!=' ? (file) => String(read(file)) !== value : undefined;
}

const orders: Readonly<Record<string, (difference: number) => boolean>> = {
  '<': (difference) => difference < 0,
  '<=': (difference) => difference <= 0,
  '=': (difference) => difference === 0,
  '!=': (difference) => difference !== 0,
  '>': (difference) => difference > 0,
  '>=': (difference) => difference >= 0,
};

/** A time without a zone is in UTC. */
function timeTest(read: (file: DriveFile) => string, operator: string, value: string): FileTest | undefined {
  const holds = orders[operator];
  const wanted = Date.parse(/(?:Z|[+-]\d\d:\d\d)$/i.test(value) ? value : `${value}Z`);
  if (!holds || Number.isNaN(wanted)) return undefined;
  return (file) => holds(Date.parse(read(file)) - wanted);
}
