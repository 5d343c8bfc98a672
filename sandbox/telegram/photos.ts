import { createHash } from 'node:crypto';
import { badRequest } from './api-error.ts';
import { fileOf, textOf, type CallParameters } from './call-parameters.ts';
import { imageSize } from './image-size.ts';
import type { PhotoSize } from './message.ts';
import type { StoredPhoto } from './state.ts';
import type { World } from './world.ts';

/**
 * The photo that a call sends: uploaded, or named by the id of an earlier one.
 * Telegram keeps several sizes of a photo; the emulator keeps the one it was given.
 */
export function keepPhoto(world: World, parameters: CallParameters): PhotoSize {
  const uploaded = fileOf(parameters, 'photo');
  if (uploaded) return store(world, uploaded.bytes);
  const named = textOf(parameters, 'photo');
  if (named === '' || named.startsWith('attach://')) throw badRequest('there is no photo in the request');
  if (/^https?:/i.test(named)) throw badRequest('failed to get HTTP URL content');
  const known = world.state.photos[named];
  if (!known) throw badRequest('wrong file identifier/HTTP URL specified');
  return sizeOf(named, known);
}

function store(world: World, bytes: Buffer): PhotoSize {
  const { photoBytes, photoSides, photoRatio } = world.settings;
  if (bytes.length === 0) throw badRequest('file must be non-empty');
  if (bytes.length > photoBytes) {
    throw badRequest(
      `file of size ${bytes.length} bytes is too big for a photo; the maximum size is ${photoBytes} bytes`,
    );
  }
  const size = imageSize(bytes);
  if (!size) throw badRequest('IMAGE_PROCESS_FAILED');
  const { width, height, mediaType } = size;
  const isTooLong = Math.max(width, height) > photoRatio * Math.min(width, height);
  if (isTooLong || width + height > photoSides) throw badRequest('PHOTO_INVALID_DIMENSIONS');
  const uniqueId = `AQAD${createHash('sha256').update(bytes).digest('base64url').slice(0, 12)}`;
  const fileId = `AgACAgUAAxkBAAI${String(world.state.next.file++).padStart(8, '0')}${uniqueId}`;
  const photo = { uniqueId, width, height, mediaType, base64: bytes.toString('base64') };
  world.state.photos[fileId] = photo;
  return sizeOf(fileId, photo);
}

function sizeOf(fileId: string, photo: StoredPhoto): PhotoSize {
  return {
    file_id: fileId,
    file_unique_id: photo.uniqueId,
    width: photo.width,
    height: photo.height,
    file_size: Buffer.byteLength(photo.base64, 'base64'),
  };
}
