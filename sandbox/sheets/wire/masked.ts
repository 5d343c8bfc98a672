import { isLeaf } from './field-mask.ts';
import type { FieldMask } from './field-mask.ts';
import { isObject } from './reader.ts';

/** What is kept after an update: the fields in the mask are as given, or gone where nothing is given; the others stay. */
export function masked<T extends object>(old: T | undefined, given: T | undefined, mask: FieldMask): T | undefined {
  // Every field is taken from the one or the other, and all fields of what is kept may be absent.
  return maskedPart(old, given, mask) as T | undefined;
}

function maskedPart(old: unknown, given: unknown, mask: FieldMask): unknown {
  if (isLeaf(mask) || '*' in mask) return given;
  const [before, after] = [isObject(old) ? old : {}, isObject(given) ? given : {}];
  const names = [...new Set([...Object.keys(before), ...Object.keys(mask)])];
  const parts = names.map((name) => {
    const below = mask[name];
    return [name, below ? maskedPart(before[name], after[name], below) : before[name]] as const;
  });
  const kept = parts.filter(([, part]) => part !== undefined);
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}
