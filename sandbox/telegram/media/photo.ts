import { badRequest } from '../api-error.ts';
import type { World } from '../world.ts';
import { fileIds } from './file/id.ts';
import { imageSize, type ImageSize } from './image-size.ts';
import type { PhotoSize } from './media-object.ts';
import { photoSizes } from './picture-size.ts';
import { keepFile, photoOf } from './file/stored.ts';

/**
 * Takes up a photo and gives its sizes, the smallest first. The same picture is the same photo however often it is
 * uploaded (source). All sizes have the bytes of the original: nothing here can scale pictures.
 */
export async function keepPhoto(world: World, bytes: Buffer): Promise<PhotoSize[]> {
  const image = checkedImage(world, bytes);
  const sha256 = await world.files.put(bytes);
  const wanted = photoSizes(image).map((size) => ({ ...size, seed: sha256 }));
  const sizes = wanted.map(({ seed, letter }) => fileIds('photo', { seed, size: letter }).fileId);
  for (const { seed, letter, width, height } of wanted) {
    keepFile(
      world,
      { kind: 'photo', seed, size: letter, extension: 'jpg' },
      { kind: 'photo', sha256, bytes: bytes.length, mediaType: image.mediaType, width, height, sizes },
    );
  }
  return photoOf(world, sizes);
}

function checkedImage({ settings }: World, bytes: Buffer): ImageSize {
  const { photoBytes, photoSides, photoRatio } = settings;
  if (bytes.length === 0) throw badRequest('file must be non-empty');
  if (bytes.length > photoBytes) {
    throw badRequest(
      `file of size ${bytes.length} bytes is too big for a photo; the maximum size is ${photoBytes} bytes`,
    );
  }
  const image = imageSize(bytes);
  if (!image) throw badRequest('IMAGE_PROCESS_FAILED');
  const { width, height } = image;
  const isTooLong = Math.max(width, height) > photoRatio * Math.min(width, height);
  if (isTooLong || width + height > photoSides) throw badRequest('PHOTO_INVALID_DIMENSIONS');
  return image;
}
