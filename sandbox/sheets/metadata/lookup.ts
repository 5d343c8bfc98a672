import { Refusal } from '../errors.ts';
import type { Spreadsheet } from '../spreadsheet/spreadsheet.ts';
import { message } from '../wire/message.ts';
import { int32, oneOf, text } from '../wire/reader.ts';
import type { Read } from '../wire/reader.ts';
import { isSameLocation, Location, LocationType, meets, readLocation } from './location.ts';
import type { MetadataLocation } from './location.ts';
import type { DeveloperMetadata } from './metadata.ts';

export const Visibility = oneOf('DeveloperMetadataVisibility', [
  'DEVELOPER_METADATA_VISIBILITY_UNSPECIFIED',
  'DOCUMENT',
  'PROJECT',
]);

export const Lookup = message('DeveloperMetadataLookup', {
  locationType: LocationType,
  metadataLocation: Location,
  locationMatchingStrategy: oneOf('DeveloperMetadataLocationMatchingStrategy', [
    'DEVELOPER_METADATA_LOCATION_MATCHING_STRATEGY_UNSPECIFIED',
    'EXACT_LOCATION',
    'INTERSECTING_LOCATION',
  ]),
  metadataId: int32,
  metadataKey: text,
  metadataValue: text,
  visibility: Visibility,
});
export type Lookup = Read<typeof Lookup>;

/**
 * A lookup as a test of metadata: all that it names must hold, and what it leaves out, or unspecified, is not asked for.
 * An empty lookup finds everything. Throws Refusal for fields that do not go together (Google's reference).
 */
export function lookupTest(book: Spreadsheet, lookup: Lookup): (metadata: DeveloperMetadata) => boolean {
  const { metadataId, metadataKey, metadataValue } = lookup;
  const type = specified(lookup.locationType);
  const visibility = specified(lookup.visibility);
  const isAt = locationTest(book, lookup);
  return (metadata) =>
    isAs(metadataId, metadata.metadataId) &&
    isAs(metadataKey, metadata.metadataKey) &&
    isAs(metadataValue, metadata.metadataValue ?? '') &&
    isAs(type, metadata.location.type) &&
    isAs(visibility, metadata.visibility) &&
    isAt(metadata.location);
}

const isAs = <T>(wanted: T | undefined, actual: T) => wanted === undefined || wanted === actual;

const specified = (name: string | undefined) => (name?.endsWith('_UNSPECIFIED') ? undefined : name);

function locationTest(book: Spreadsheet, lookup: Lookup): (location: MetadataLocation) => boolean {
  const strategy = specified(lookup.locationMatchingStrategy);
  const type = specified(lookup.locationType);
  if (!lookup.metadataLocation) {
    if (strategy !== undefined)
      throw new Refusal('locationMatchingStrategy can only be specified with a metadataLocation.');
    return () => true;
  }
  const wanted = readLocation(book, lookup.metadataLocation);
  if (strategy === 'EXACT_LOCATION') {
    if (type !== undefined) throw new Refusal('locationType must be unspecified when matching EXACT_LOCATION.');
    return (location) => isSameLocation(location, wanted);
  }
  if (type === 'SPREADSHEET')
    throw new Refusal('locationType cannot be SPREADSHEET when matching INTERSECTING_LOCATION.');
  return (location) => meets(location, wanted);
}
