import { badRequest } from '../api-error.ts';
import type { World } from '../world.ts';
import { extensionOf } from './file/name.ts';
import { imageSize } from './image-size.ts';
import type { Document } from './media-object.ts';
import { fitted } from './picture-size.ts';
import { documentOf, keepFile } from './file/stored.ts';

export type NewDocument = { name: string; mediaType: string; bytes: Buffer; thumbnail: Buffer | undefined };

/** Takes up a document. Every upload is a document of its own, be it of the same bytes. */
export async function keepDocument(
  world: World,
  { name, mediaType, bytes, thumbnail }: NewDocument,
): Promise<Document> {
  if (bytes.length === 0) throw badRequest('file must be non-empty');
  const sha256 = await world.files.put(bytes);
  const thumbnailId = await keepThumbnail(world, thumbnail ?? bytes);
  const seed = `${world.state.next.file}:${sha256}`;
  const fileId = keepFile(
    world,
    { kind: 'document', seed, extension: extensionOf(name) },
    {
      kind: 'document',
      sha256,
      bytes: bytes.length,
      mediaType,
      name,
      ...(thumbnailId !== undefined && { thumbnail: thumbnailId }),
    },
  );
  return documentOf(world, fileId);
}

/** What is no small picture makes no thumbnail, which the server, too, passes over in silence (source). */
async function keepThumbnail(world: World, bytes: Buffer): Promise<string | undefined> {
  const { thumbnailBytes, thumbnailSide } = world.settings;
  const image = imageSize(bytes);
  if (!image || bytes.length > thumbnailBytes) return undefined;
  const sha256 = await world.files.put(bytes);
  return keepFile(
    world,
    { kind: 'thumbnail', seed: sha256, extension: 'jpg' },
    {
      kind: 'thumbnail',
      sha256,
      bytes: bytes.length,
      mediaType: image.mediaType,
      ...fitted(image, thumbnailSide),
    },
  );
}
