import { parseMask, strayPath } from '../../wire/field-mask.ts';
import type { FieldMask } from '../../wire/field-mask.ts';
import { message } from '../../wire/message.ts';
import type { Message } from '../../wire/message.ts';
import { bool, isObject, text } from '../../wire/reader.ts';
import type { Reader } from '../../wire/reader.ts';
import { operation } from '../operation.ts';
import type { Fields, Operation, Spec } from '../operation.ts';
import { driveError, inDriveEnvelope } from './drive-error.ts';

/** Taken and without effect: there are no shared drives, labels or revisions, and nobody is sent a letter. */
const withoutEffect = {
  supportsAllDrives: bool,
  supportsTeamDrives: bool,
  includeItemsFromAllDrives: bool,
  includeTeamDriveItems: bool,
  includeLabels: text,
  includePermissionsForView: text,
  enforceSingleParent: bool,
  ignoreDefaultVisibility: bool,
  keepRevisionForever: bool,
  acknowledgeAbuse: bool,
  corpora: text,
  spaces: text,
  driveId: text,
};

type DriveSpec<Q extends Fields, B> = Omit<Spec<typeof withoutEffect & Q, B>, 'kind' | 'query'> & {
  query?: Q;
  /** Some calls refuse to answer without being told what. */
  needsFields?: true;
};

/** A call of Drive: its errors are in Drive's envelope, and it is no part of the quotas of Sheets. */
export function driveOperation<const Q extends Fields, B>(spec: DriveSpec<Q, B>): Operation {
  const { query, needsFields, ...rest } = spec;
  // Spreading an absent query adds nothing to the declared parameters.
  const all = { ...withoutEffect, ...query } as typeof withoutEffect & Q;
  const made = operation({ ...rest, kind: 'drive', query: all });
  return {
    ...made,
    readFields,
    run(caller, target, input) {
      try {
        if (needsFields && !input.query.get('fields')) throw fieldsRequired();
        return made.run(caller, target, input);
      } catch (error) {
        throw inDriveEnvelope(error);
      }
    },
  };
}

function readFields(fields: string, known: FieldMask): FieldMask {
  const mask = parseMask(fields);
  const stray = mask ? strayPath(mask, known) : fields;
  if (mask && stray === undefined) return mask;
  throw driveError({
    code: 400,
    message: `Invalid field selection ${stray}`,
    reason: 'invalidParameter',
    parameter: 'fields',
  });
}

const fieldsRequired = () =>
  driveError({
    code: 400,
    message: "The 'fields' parameter is required for this method.",
    reason: 'required',
    parameter: 'fields',
  });

/** A body of Drive's. Unlike Sheets it takes no notice of names that it does not know: gspread sends some. */
export function driveBody<const F extends Fields>(type: string, fields: F): Reader<Message<F>> {
  const reader = message(type, fields);
  return {
    ...reader,
    read: (value, place) => reader.read(isObject(value) ? knownParts(value, fields) : value, place),
  };
}

const knownParts = (value: Record<string, unknown>, fields: Fields) =>
  Object.fromEntries(Object.entries(value).filter(([name]) => Object.hasOwn(fields, name)));
