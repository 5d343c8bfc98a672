import type { Edit } from '../spreadsheet/edit.ts';
import type { Reader } from '../wire/reader.ts';

/** The answer to one request of a batch; most have none and are answered `{}`. */
export type Reply = Readonly<Record<string, unknown>>;

/** A request that has been read and can be applied. Throws Refusal. */
export type Change = (edit: Edit) => Reply;

/** A kind of request: how it is read, and what it does. */
export function kind<T>(reader: Reader<T>, apply: (edit: Edit, request: T) => Reply | void): Reader<Change> {
  return {
    read(value, place) {
      const request = reader.read(value, place);
      return request && ((edit) => apply(edit, request) ?? {});
    },
  };
}
