import { projectOf } from '../auth.ts';
import { describeLocation } from './location.ts';
import type { MetadataLocation } from './location.ts';

/** A note of a program's on a row, a column, a sheet or the workbook. Keys need not be unique. */
export type DeveloperMetadata = {
  readonly metadataId: number;
  readonly metadataKey: string;
  readonly metadataValue?: string;
  readonly location: MetadataLocation;
  readonly visibility: 'DOCUMENT' | 'PROJECT';
  /** Who made it. With PROJECT visibility nobody else sees it. */
  readonly project: string;
};

export const isVisible = ({ visibility, project }: DeveloperMetadata, user: string) =>
  visibility === 'DOCUMENT' || project === projectOf(user);

export function describeMetadata({ metadataId, metadataKey, metadataValue, location, visibility }: DeveloperMetadata) {
  return {
    metadataId,
    metadataKey,
    ...(metadataValue && { metadataValue }),
    location: describeLocation(location),
    visibility,
  };
}

/** The `developerMetadata` of an answer: absent when there is none. */
export const describedList = (list: readonly DeveloperMetadata[]) =>
  list.length > 0 ? { developerMetadata: list.map(describeMetadata) } : {};
