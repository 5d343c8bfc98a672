import type { Channel } from '../../drive/push/channel.ts';
import { permissionIdOf } from '../../drive/identity.ts';
import { bool, text } from '../../wire/reader.ts';
import type { Read } from '../../wire/reader.ts';
import type { Caller } from '../operation.ts';
import { changesQuery } from './changes.ts';
import { driveError, invalidParameter, required } from './drive-error.ts';
import { driveBody, driveOperation } from './drive-operation.ts';
import { fileById } from './files.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

const Body = driveBody('Channel', {
  id: text,
  type: text,
  address: text,
  token: text,
  expiration: text,
  payload: bool,
});
type Body = Read<typeof Body>;

const channelFields = 'kind,id,resourceId,resourceUri,token,expiration';

/** Tells of changes of one file; for a day at most (Google's guide). */
export const watchFile = driveOperation({
  name: 'drive.files.watch',
  answerFields: channelFields,
  body: Body,
  run({ caller, target, body }) {
    const { id } = fileById(caller, target.fileId);
    return open(caller, body, { path: `files/${id}`, fileId: id, longestMs: dayMs });
  },
});

/** Tells that there are changes; for a week at most (Google's guide). */
export const watchChanges = driveOperation({
  name: 'drive.changes.watch',
  answerFields: channelFields,
  query: changesQuery,
  body: Body,
  run({ caller, query: { pageToken }, body }) {
    if (pageToken === undefined) throw required('pageToken');
    return open(caller, body, { path: 'changes', longestMs: 7 * dayMs });
  },
});

export const stopChannel = driveOperation({
  name: 'drive.channels.stop',
  answerFields: '',
  body: driveBody('Channel', { id: text, resourceId: text }),
  run({ caller: { drive }, body: { id = '', resourceId = '' } }) {
    if (drive.channels.stop(id, resourceId)) return;
    const message = `Channel '${id}' not found for project 'emulator'`;
    throw driveError({ code: 404, message, reason: 'notFound' });
  },
});

type Watched = { path: string; fileId?: string; longestMs: number };

function open({ drive, now }: Caller, body: Body, { path, fileId, longestMs }: Watched) {
  const { id, address, token } = refuseUnusable(body);
  const resource = {
    // Opaque to the client, and the same for every channel on the resource.
    resourceId: permissionIdOf(path),
    resourceUri: `https://www.googleapis.com/drive/v3/${path}?alt=json`,
  };
  const channel: Omit<Channel, 'messageNumber'> = {
    id,
    address,
    ...(token !== undefined && { token }),
    ...resource,
    ...(fileId !== undefined && { fileId }),
    expirationMs: expirationOf(body, now.getTime(), longestMs),
  };
  if (!drive.channels.open(channel))
    throw driveError({ code: 400, message: `Channel id ${id} not unique`, reason: 'channelIdNotUnique' });
  return {
    kind: 'api#channel',
    id,
    ...resource,
    ...(token !== undefined && { token }),
    expiration: String(channel.expirationMs),
  };
}

function refuseUnusable({ id, type, address, token }: Body) {
  if (!id) throw required('channel.id');
  if (id.length > 64) throw invalidParameter('channel.id');
  if (token !== undefined && token.length > 256) throw invalidParameter('channel.token');
  if (type !== 'web_hook' && type !== 'webhook') throw invalidParameter('channel.type');
  if (!address) throw required('channel.address');
  if (!isReachable(address)) {
    const message = `WebHook callback must be HTTPS: ${address}`;
    throw driveError({ code: 400, message, reason: 'push.webhookUrlNotHttps' });
  }
  return { id, address, token };
}

/** Plain HTTP is for this machine alone; Google takes none. */
function isReachable(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname));
}

/** An hour when nothing is asked for; too long a time is cut. */
function expirationOf({ expiration }: Body, nowMs: number, longestMs: number): number {
  const wanted = expiration === undefined ? nowMs + hourMs : Number(expiration);
  if (!Number.isSafeInteger(wanted) || wanted <= nowMs) throw invalidParameter('channel.expiration');
  return Math.min(wanted, nowMs + longestMs);
}
