import type { Store } from '../store.ts';
import { knownFields } from '../wire/field-mask.ts';
import type { FieldMask } from '../wire/field-mask.ts';
import { message } from '../wire/message.ts';
import type { Message } from '../wire/message.ts';
import { queryFields } from '../wire/query.ts';
import { readWhole } from '../wire/reader.ts';
import type { Reader } from '../wire/reader.ts';

/** What a call counts as: Sheets reads and writes have quotas of their own, Drive's are not emulated. */
export type CallKind = 'read' | 'write' | 'drive';

/** What the path names; empty where the call's path has no such part. */
export type Target = {
  readonly spreadsheetId: string;
  readonly range: string;
  readonly sheetId: string;
  readonly metadataId: string;
  readonly fileId: string;
  readonly permissionId: string;
};
export const noTarget: Target = {
  spreadsheetId: '',
  range: '',
  sheetId: '',
  metadataId: '',
  fileId: '',
  permissionId: '',
};
export type Caller = { readonly store: Store; readonly user: string; readonly now: Date };
type Input = { readonly query: URLSearchParams; readonly body: unknown };

/** One call of the API. `run` gives the JSON of the answer, undefined for an empty one; it throws Refusal or ApiError. */
export type Operation = {
  /** As Google names it, e.g. `spreadsheets.values.get`. */
  readonly name: string;
  readonly kind: CallKind;
  /** What the `fields` parameter may name. */
  readonly answerFields: FieldMask;
  readonly run: (caller: Caller, target: Target, input: Input) => unknown;
};

type Fields = Readonly<Record<string, Reader<unknown>>>;
type Request<Q extends Fields, B> = {
  caller: Caller;
  target: Target;
  query: Message<Q>;
  body: B;
  search: URLSearchParams;
};

type Spec<Q extends Fields, B> = {
  name: string;
  kind: CallKind;
  answerFields: string;
  query?: Q;
  body?: Reader<B>;
  /** Where the body stands in Google's request message, e.g. `data`: errors name it. */
  bodyPath?: string;
  run: (request: Request<Q, Partial<B>>) => unknown;
};

/** An absent body is an empty one. A call without a body reader takes no notice of a body. */
export function operation<const Q extends Fields, B>(spec: Spec<Q, B>): Operation {
  const { name, kind, query: known = {} as Q, body: bodyReader, bodyPath } = spec; // no fields when none are declared
  const queryReader = message(name, known);
  return {
    name,
    kind,
    answerFields: knownFields(spec.answerFields),
    run(caller, target, input) {
      const query = readWhole(queryReader, queryFields(input.query, known)) ?? {};
      const body = (bodyReader && readWhole(bodyReader, input.body ?? {}, bodyPath)) ?? {};
      return spec.run({ caller, target, query, body, search: input.query });
    },
  };
}
