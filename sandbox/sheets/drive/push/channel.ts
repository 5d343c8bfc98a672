import type { FileState, Happening } from '../journal.ts';

/** A subscription: where messages go, about what, and until when. */
export type Channel = {
  readonly id: string;
  readonly address: string;
  readonly token?: string;
  readonly resourceId: string;
  readonly resourceUri: string;
  /** The file that is watched; absent when all changes are. */
  readonly fileId?: string;
  /** Since the epoch; there is no message after that. */
  readonly expirationMs: number;
  /** Of the last message. */
  readonly messageNumber: number;
};

export type MessageState = 'sync' | 'change' | FileState;
export type Message = { readonly state: MessageState; readonly changed?: string };

/** What a channel is told of a happening; undefined when that is none of its business. */
export function messageFor({ fileId }: Channel, { fileId: changed, state, aspects }: Happening): Message | undefined {
  if (fileId === undefined) return { state: 'change' };
  if (fileId !== changed) return undefined;
  return { state, ...(state === 'update' && { changed: aspects.join(',') }) };
}

/** The headers that are the whole of a message: its body is empty. */
export function headersOf(channel: Channel, { state, changed }: Message): Record<string, string> {
  const { id, token, expirationMs, resourceId, resourceUri, messageNumber } = channel;
  return {
    'content-type': 'application/json; charset=UTF-8',
    'user-agent': 'APIs-Google; (+https://developers.google.com/webmasters/APIs-Google.html)',
    'x-goog-channel-id': id,
    ...(token !== undefined && { 'x-goog-channel-token': token }),
    'x-goog-channel-expiration': new Date(expirationMs).toUTCString(),
    'x-goog-message-number': String(messageNumber),
    'x-goog-resource-id': resourceId,
    'x-goog-resource-state': state,
    'x-goog-resource-uri': resourceUri,
    ...(changed !== undefined && { 'x-goog-changed': changed }),
  };
}
