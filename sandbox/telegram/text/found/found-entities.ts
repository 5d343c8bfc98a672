import type { ParsedEntity } from '../entity.ts';
import { withoutOverlap } from '../nesting.ts';
import { findAddresses } from './addresses.ts';
import { findHashtags } from './hashtags.ts';
import { findNames } from './names.ts';
import { findPhoneNumbers } from './phone-numbers.ts';

/** What the server finds in a text by itself, whoever wrote it. Where two would overlap, the one that begins first. */
export function findEntities(text: string): ParsedEntity[] {
  // Most messages hold none of these characters; the searches below are not worth running then.
  if (!/[/@#$.+]/.test(text)) return [];
  return withoutOverlap([...findNames(text), ...findHashtags(text), ...findAddresses(text), ...findPhoneNumbers(text)]);
}
