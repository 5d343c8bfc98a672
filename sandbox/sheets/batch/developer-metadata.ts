import { projectOf } from '../auth.ts';
import { Refusal } from '../errors.ts';
import { DataFilter, metadataBy } from '../metadata/data-filter.ts';
import { refuseLongMetadata } from '../metadata/limit.ts';
import { Location, readLocation } from '../metadata/location.ts';
import { Visibility } from '../metadata/lookup.ts';
import { describeMetadata } from '../metadata/metadata.ts';
import type { DeveloperMetadata } from '../metadata/metadata.ts';
import type { Edit } from '../spreadsheet/edit.ts';
import { newId } from '../spreadsheet/ids.ts';
import { asksFor, knownFields, readUpdateMask } from '../wire/field-mask.ts';
import type { FieldMask } from '../wire/field-mask.ts';
import { message } from '../wire/message.ts';
import { int32, list, text } from '../wire/reader.ts';
import type { Read } from '../wire/reader.ts';
import { kind } from './kind.ts';

const Metadata = message('DeveloperMetadata', {
  metadataId: int32,
  metadataKey: text,
  metadataValue: text,
  location: Location,
  visibility: Visibility,
});
type Given = Read<typeof Metadata>;

export const createDeveloperMetadata = kind(
  message('CreateDeveloperMetadataRequest', { developerMetadata: Metadata }),
  (edit, { developerMetadata: given = {} }) => {
    const { metadataValue } = given;
    const created: DeveloperMetadata = {
      metadataId: freeId(edit, given),
      metadataKey: keyOf(given),
      ...(metadataValue && { metadataValue }),
      location: readLocation(edit.book, given.location ?? {}),
      visibility: visibilityOf(given),
      project: projectOf(edit.user),
    };
    edit.book.developerMetadata = [...edit.book.developerMetadata, created];
    refuseLongMetadata(edit.book);
    return { createDeveloperMetadata: { developerMetadata: describeMetadata(created) } };
  },
);

const metadataFields = knownFields('metadataId,metadataKey,metadataValue,location,visibility');

/** Changes everything that one of the filters selects. A masked field that is not given is emptied. */
export const updateDeveloperMetadata = kind(
  message('UpdateDeveloperMetadataRequest', {
    dataFilters: list(DataFilter),
    developerMetadata: Metadata,
    fields: text,
  }),
  (edit, { dataFilters = [], developerMetadata: given = {}, fields }) => {
    const mask = readUpdateMask(fields, metadataFields);
    const { book, user } = edit;
    if (dataFilters.length === 0) throw new Refusal('Must specify at least one data filter.');
    const selected = new Set(dataFilters.flatMap((filter) => metadataBy(book, filter, user)));
    const updated = new Map([...selected].map((one) => [one, changed(edit, one, { given, mask })]));
    book.developerMetadata = book.developerMetadata.map((one) => updated.get(one) ?? one);
    refuseLongMetadata(book);
    return { updateDeveloperMetadata: repeated('developerMetadata', [...updated.values()]) };
  },
);

function changed({ book }: Edit, old: DeveloperMetadata, { given, mask }: { given: Given; mask: FieldMask }) {
  const { metadataValue: oldValue, ...rest } = old;
  const metadataValue = asksFor(mask, 'metadataValue') ? given.metadataValue : oldValue;
  return {
    ...rest,
    ...(metadataValue && { metadataValue }),
    ...(asksFor(mask, 'metadataKey') && { metadataKey: keyOf(given) }),
    ...(asksFor(mask, 'location') && { location: readLocation(book, given.location ?? {}) }),
    ...(asksFor(mask, 'visibility') && { visibility: visibilityOf(given) }),
  };
}

export const deleteDeveloperMetadata = kind(
  message('DeleteDeveloperMetadataRequest', { dataFilter: DataFilter }),
  ({ book, user }, { dataFilter = {} }) => {
    const gone = metadataBy(book, dataFilter, user);
    book.developerMetadata = book.developerMetadata.filter((one) => !gone.includes(one));
    return { deleteDeveloperMetadata: repeated('deletedDeveloperMetadata', gone) };
  },
);

const repeated = (name: string, list: readonly DeveloperMetadata[]) =>
  list.length > 0 ? { [name]: list.map(describeMetadata) } : {};

function freeId({ book }: Edit, { metadataId = newId(book) }: Given): number {
  if (metadataId < 1) throw new Refusal('The metadata ID must be positive.');
  if (book.developerMetadata.some((one) => one.metadataId === metadataId))
    throw new Refusal(`A developer metadata with the ID ${metadataId} already exists.`);
  return metadataId;
}

function keyOf({ metadataKey }: Given): string {
  if (!metadataKey) throw new Refusal('Developer metadata must have a key specified.');
  return metadataKey;
}

function visibilityOf({ visibility }: Given): DeveloperMetadata['visibility'] {
  if (visibility === 'DOCUMENT' || visibility === 'PROJECT') return visibility;
  throw new Refusal('Developer metadata must have a visibility specified.');
}
