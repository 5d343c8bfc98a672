import { badRequest } from './api-error.ts';
import { parseMultipart, type UploadedFile } from './multipart.ts';

/**
 * What a Bot API call was sent with. Values are as they came: JSON values from a JSON body, strings from a form
 * or the query. The server reads all of them as text, and so do the functions below.
 */
export type CallParameters = {
  readonly values: ReadonlyMap<string, unknown>;
  readonly files: ReadonlyMap<string, UploadedFile>;
};

/** Reads the query and a JSON, urlencoded or multipart body. Throws the server's 400 for what is none of them. */
export function readParameters(query: URLSearchParams, body: Buffer, contentType: string): CallParameters {
  const values = new Map<string, unknown>(query);
  const files = new Map<string, UploadedFile>();
  if (body.length === 0) return { values, files };
  if (contentType.includes('application/json')) {
    for (const [name, value] of Object.entries(parseJsonObject(body))) values.set(name, value);
    return { values, files };
  }
  if (contentType.includes('multipart/form-data')) {
    for (const part of parseMultipart(body, contentType)) {
      if (part.fileName === undefined) values.set(part.name, part.bytes.toString('utf8'));
      else files.set(part.name, { name: part.fileName, mediaType: part.mediaType, bytes: part.bytes });
    }
    return { values, files };
  }
  if (contentType.includes('application/x-www-form-urlencoded')) {
    for (const [name, value] of new URLSearchParams(body.toString('utf8'))) values.set(name, value);
  }
  return { values, files };
}

function parseJsonObject(body: Buffer): object {
  const text = body.toString('utf8').trim();
  if (!text.startsWith('{')) throw badRequest('JSON object expected');
  try {
    // It starts with a brace, so what parses is an object.
    return JSON.parse(text) as object;
  } catch (cause) {
    throw Object.assign(badRequest("can't parse parameter value"), { cause });
  }
}

/** '' when the parameter is missing, as on the server, where empty and missing are one. */
export function textOf({ values }: CallParameters, name: string): string {
  const value = values.get(name);
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
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

/** `what` names the value in the error, as in "can't parse commands JSON object". */
export function jsonOf(parameters: CallParameters, name: string, what: string): unknown {
  const value = parameters.values.get(name);
  if (typeof value === 'object' && value !== null) return value;
  const text = textOf(parameters, name);
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw Object.assign(badRequest(`can't parse ${what} JSON object`), { cause });
  }
}

/** An uploaded part: the one named by `attach://…`, or the one with the parameter's own name. */
export function fileOf(parameters: CallParameters, name: string): UploadedFile | undefined {
  const value = textOf(parameters, name);
  const attached = value.startsWith('attach://') ? value.slice('attach://'.length) : name;
  return parameters.files.get(attached);
}
