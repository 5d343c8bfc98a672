import { ApiError, badRequest } from './api-error.ts';
import { parseJsonParameters } from './http/json-parameters.ts';
import { parseJsonText } from './http/json-text.ts';
import { parseMultipart, type UploadedFile } from './http/multipart.ts';

/**
 * What a Bot API call was sent with. Values are as they came: JSON values from a JSON body, strings from a form
 * or the query. The server reads all of them as text, and so do the functions below.
 */
export type CallParameters = {
  readonly values: ReadonlyMap<string, unknown>;
  readonly files: ReadonlyMap<string, UploadedFile>;
};

/** Of all parameters of a call together, as the official server limits them (source). Uploads do not count. */
const parameterBytes = 1 << 20;

/**
 * Reads the query and a JSON, urlencoded or multipart body; of two with one name the first counts, as on the server.
 * Throws for a form that cannot be taken apart and for too many parameters. Broken JSON is no error there.
 */
export function readParameters(query: URLSearchParams, body: Buffer, contentType: string): CallParameters {
  const { members, files, bytes } = readBody(body, contentType);
  if (bytes + query.toString().length > parameterBytes) {
    throw new ApiError(413, 'Request Entity Too Large: too many parameters');
  }
  const values = new Map<string, unknown>();
  for (const [name, value] of [...query, ...members]) if (!values.has(name)) values.set(name, value);
  return { values, files };
}

type BodyParameters = {
  members: Iterable<[name: string, value: unknown]>;
  files: ReadonlyMap<string, UploadedFile>;
  /** Of the members. */
  bytes: number;
};

/** A body of another type says nothing. */
function readBody(body: Buffer, contentType: string): BodyParameters {
  const kind = contentType.toLowerCase();
  if (body.length > 0 && kind.includes('multipart/form-data')) return readForm(body, contentType);
  const files = new Map<string, UploadedFile>();
  const bytes = body.length;
  const text = body.toString('utf8');
  if (kind.includes('application/x-www-form-urlencoded')) return { members: new URLSearchParams(text), files, bytes };
  return { members: kind.includes('application/json') ? parseJsonParameters(text) : [], files, bytes };
}

function readForm(body: Buffer, contentType: string): BodyParameters {
  const members: [string, string][] = [];
  const files = new Map<string, UploadedFile>();
  let bytes = 0;
  for (const part of parseMultipart(body, contentType)) {
    if (part.fileName !== undefined) {
      files.set(part.name, { name: part.fileName, mediaType: part.mediaType, bytes: part.bytes });
      continue;
    }
    bytes += part.bytes.length;
    members.push([part.name, part.bytes.toString('utf8')]);
  }
  return { members, files, bytes };
}

/** '' when the parameter is missing, as on the server, where empty and missing are one. JSON's null is the text "null". */
export function textOf({ values }: CallParameters, name: string): string {
  const value = values.get(name);
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Throws when it is missing or empty. */
export function requiredTextOf(parameters: CallParameters, name: string): string {
  const text = textOf(parameters, name);
  if (text === '') throw badRequest(`Parameter "${name}" is required`);
  return text;
}

/** The leading digits, 0 for what has none. */
export function integerOf(parameters: CallParameters, name: string, missing = 0): number {
  const text = textOf(parameters, name).trim();
  if (text === '') return missing;
  const value = Number.parseInt(text, 10);
  return Number.isSafeInteger(value) ? value : 0;
}

export function booleanOf(parameters: CallParameters, name: string): boolean {
  return ['true', 'yes', '1'].includes(textOf(parameters, name).trim().toLowerCase());
}

/** `what` names the value in the error, as in "can't parse commands JSON object". Undefined when it is missing. */
export function jsonOf(parameters: CallParameters, name: string, what: string): unknown {
  const value = optionalJsonOf(parameters, name);
  const sent = parameters.values.get(name);
  if (value === undefined && typeof sent === 'string' && sent !== '')
    throw badRequest(`can't parse ${what} JSON object`);
  return value;
}

/** As `jsonOf`, where what is no JSON counts as missing. */
export function optionalJsonOf(parameters: CallParameters, name: string): unknown {
  const sent = parameters.values.get(name);
  if (sent === null) return undefined;
  if (typeof sent === 'object') return sent;
  const text = textOf(parameters, name);
  // Most calls leave most parameters out, and a parser that throws takes its time.
  return text === '' ? undefined : parseJsonText(text);
}

/** An uploaded part: the one named by `attach://…`, or the one with the parameter's own name. */
export function fileOf(parameters: CallParameters, name: string): UploadedFile | undefined {
  const value = textOf(parameters, name);
  const attached = value.startsWith('attach://') ? value.slice('attach://'.length) : name;
  return parameters.files.get(attached);
}
