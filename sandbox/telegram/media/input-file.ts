import { badRequest } from '../api-error.ts';
import { fileOf, textOf, type CallParameters } from '../call-parameters.ts';
import type { UploadedFile } from '../http/multipart.ts';
import type { World } from '../world.ts';
import { checkFileId } from './file/id.ts';
import { fetchFile, type FetchedFile } from './file/by-address.ts';
import type { StoredFile } from './file/stored.ts';

/** A file as a call gives it: uploaded with the call, or named by an id or an address. */
export type InputFile = { upload: UploadedFile } | { remote: string };

/** The file that a parameter names, or that was sent under its name. */
export function readInputFile(parameters: CallParameters, name: string): InputFile | undefined {
  const value = textOf(parameters, name);
  if (value !== '' && !value.startsWith('attach://')) return { remote: value };
  const upload = fileOf(parameters, name);
  return upload && { upload };
}

/** What a name stands for: a file that is kept here, or one that is still to be kept. */
export type Found = { fileId: string; kept: StoredFile } | { fetched: FetchedFile };

/** As on the server, a name with a dot in it is an address, every other one an id (source). */
export async function findRemote(
  world: World,
  remote: string,
  given: { limit: number; signal: AbortSignal },
): Promise<Found> {
  if (remote.includes('.')) return { fetched: await fetchFile(remote, given) };
  checkFileId(remote);
  const kept = world.state.files[remote];
  if (!kept) throw badRequest('wrong file identifier/HTTP URL specified');
  return { fileId: remote, kept };
}
