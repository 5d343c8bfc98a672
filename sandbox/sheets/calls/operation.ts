import type { Need } from '../drive/access.ts';
import type { Drive } from '../drive/drive.ts';
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
export type Caller = { readonly store: Store; readonly drive: Drive; readonly user: string; readonly now: Date };
/** A body or an answer that is no JSON. */
export type Media = { readonly contentType: string; readonly text: string };
export const isMedia = (value: unknown): value is Media =>
  typeof value === 'object' && value !== null && 'contentType' in value && 'text' in value;

type Input = { readonly query: URLSearchParams; readonly body: unknown; readonly media: Media };

/** One call of the API. `run` gives the JSON of the answer, undefined for an empty one; it throws Refusal or ApiError. */
export type Operation = {
  /** As Google names it, e.g. `spreadsheets.values.get`. */
  readonly name: string;
  readonly kind: CallKind;
  /** What the user must be allowed to do with the file that the path names. */
  readonly needs: Need;
  /** What the `fields` parameter may name. */
  readonly answerFields: FieldMask;
  /** The body is taken as it is, or the answer is given as it is, rather than as JSON. */
  readonly media?: 'body' | 'answer' | undefined;
  /** Reads the `fields` parameter where its errors are not those of Sheets. */
  readonly readFields?: (fields: string, known: FieldMask) => FieldMask;
  readonly run: (caller: Caller, target: Target, input: Input) => unknown;
};

export type Fields = Readonly<Record<string, Reader<unknown>>>;
type Request<Q extends Fields, B> = {
  caller: Caller;
  target: Target;
  query: Message<Q>;
  body: B;
  media: Media;
  search: URLSearchParams;
};

export type Spec<Q extends Fields, B> = {
  name: string;
  kind: CallKind;
  /** To write for what counts as a write, else to read, unless told otherwise. */
  needs?: Need;
  answerFields: string;
  query?: Q;
  body?: Reader<B>;
  /** Where the body stands in Google's request message, e.g. `data`: errors name it. */
  bodyPath?: string;
  media?: Operation['media'];
  run: (request: Request<Q, Partial<B>>) => unknown;
};

/** An absent body is an empty one. A call without a body reader takes no notice of a body. */
export function operation<const Q extends Fields, B>(spec: Spec<Q, B>): Operation {
  const { name, kind, query: known = {} as Q, body: bodyReader, bodyPath, media } = spec; // no fields when none are declared
  const queryReader = message(name, known);
  return {
    name,
    kind,
    needs: spec.needs ?? (kind === 'write' ? 'write' : 'read'),
    media,
    answerFields: knownFields(spec.answerFields),
    run(caller, target, input) {
      const query = readWhole(queryReader, queryFields(input.query, known)) ?? {};
      const body = (bodyReader && readWhole(bodyReader, input.body ?? {}, bodyPath)) ?? {};
      return spec.run({ caller, target, query, body, media: input.media, search: input.query });
    },
  };
}
