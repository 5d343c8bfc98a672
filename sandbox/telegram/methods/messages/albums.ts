import { badRequest } from '../../api-error.ts';
import { jsonOf, requiredTextOf, type CallParameters } from '../../call-parameters.ts';
import { mediaContent, readInputMedia, type InputMedia } from '../../media/input-media.ts';
import type { Content } from '../../message.ts';
import type { World } from '../../world.ts';
import type { Methods } from '../method.ts';
import { readOutgoing, send } from './outgoing.ts';

export function albumMethods(world: World): Methods {
  return {
    async sendMediaGroup(parameters, signal) {
      const album = readAlbum(world, parameters);
      const outgoing = { ...readOutgoing(world, parameters), markup: undefined };
      if (album.length === 0) throw badRequest('There are no messages to send');
      const contents: Content[] = [];
      for (const media of album) contents.push(await mediaContent(world, media, signal));
      checkAlbum(world, album);
      // One message is sent as a message like any other (source), though the documentation asks for two.
      const looks = album.length === 1 ? outgoing : { ...outgoing, albumId: newAlbumId(world) };
      return { result: contents.map((content) => send(world, looks, content)) };
    },
  };
}

function readAlbum(world: World, parameters: CallParameters): InputMedia[] {
  requiredTextOf(parameters, 'media');
  const list = jsonOf(parameters, 'media', 'media');
  if (!Array.isArray(list)) throw badRequest('Expected an Array of InputMedia');
  return list.map((value) => readInputMedia(world, parameters, value));
}

/** Looked at only when every file has been found good, as on the server. */
function checkAlbum(world: World, album: readonly InputMedia[]): void {
  if (album.length > world.settings.albumLength) throw badRequest('Too many messages to send as an album');
  const [first] = album;
  if (album.some(({ isCaptionAbove }) => isCaptionAbove !== first?.isCaptionAbove)) {
    throw badRequest('Parameter show_caption_above_media must be the same for all messages');
  }
  if (album.some(({ kind }) => kind !== first?.kind)) {
    throw badRequest("Document can't be mixed with other media types");
  }
}

/** Of as many digits as Telegram's; no message id is given twice, so no album id is. */
function newAlbumId(world: World): string {
  return `1400000${String(world.state.next.messageId).padStart(10, '0')}`;
}
